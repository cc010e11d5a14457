package org.bindery.hub.internal.pipeline;

import java.util.concurrent.atomic.AtomicInteger;
import org.bindery.api.save.PreSaveStep;

/**
 * Holds a step's service object as long as anything may still call it: the registry while the service is there, and
 * each snapshot that contains it until its last save has ended.
 */
final class StepHandle {

    /** Where the service object comes from, and where it goes back to. */
    interface Source {

        /** @return the service object; null if there is none */
        PreSaveStep open();

        /**
         * Gives the service object back.
         *
         * @param step what {@link #open()} returned
         */
        void close(PreSaveStep step);
    }

    private final Source source;
    private final PreSaveStep step;
    private final StepFigures figures = new StepFigures();
    private final AtomicInteger holders = new AtomicInteger(1);

    StepHandle(Source source, PreSaveStep step) {
        this.source = source;
        this.step = step;
    }

    PreSaveStep step() {
        return step;
    }

    StepFigures figures() {
        return figures;
    }

    /** One more holder; only somebody who knows of another holder may call this. */
    void retain() {
        holders.incrementAndGet();
    }

    /** One holder less; the last one gives the service object back. */
    void release() {
        if (holders.decrementAndGet() == 0) {
            source.close(step);
        }
    }
}
