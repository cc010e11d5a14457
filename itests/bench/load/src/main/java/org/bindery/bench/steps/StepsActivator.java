package org.bindery.bench.steps;

import java.util.Map;
import org.bindery.api.save.PreSaveResult;
import org.bindery.api.save.PreSaveStep;
import org.bindery.api.save.SaveBatch;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** Registers the steps; each lengthens the title by one letter, so that the result shows that all of them ran. */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class StepsActivator implements BundleActivator {

    private static final String COUNT = "Bench-Steps";

    @Override
    public void start(BundleContext context) {
        String count = context.getBundle().getHeaders().get(COUNT);
        for (int i = 0; i < Integer.parseInt(count == null ? "3" : count); i++) {
            PreSaveStep step = StepsActivator::lengthen;
            context.registerService(
                    PreSaveStep.class,
                    step,
                    FrameworkUtil.asDictionary(Map.of("bindery.step", "lengthen-" + i, "bindery.order", i)));
        }
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes the services back
    }

    private static PreSaveResult lengthen(SaveBatch batch) {
        return batch.changeEach(
                object -> object.fields().put("title", object.field("title").asText() + "+"));
    }
}
