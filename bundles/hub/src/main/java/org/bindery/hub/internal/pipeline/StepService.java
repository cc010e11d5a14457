package org.bindery.hub.internal.pipeline;

import org.bindery.api.save.PreSaveStep;
import org.osgi.framework.ServiceObjects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step's service object from the registry. One object is taken per service and kept, also of a prototype service:
 * steps are made to be called by many threads.
 */
record StepService(ServiceObjects<PreSaveStep> objects) implements StepHandle.Source {

    private static final Logger LOG = LoggerFactory.getLogger(StepService.class);

    @Override
    public PreSaveStep open() {
        return objects.getService();
    }

    @Override
    public void close(PreSaveStep step) {
        try {
            objects.ungetService(step);
        } catch (IllegalStateException | IllegalArgumentException gone) {
            LOG.debug("The framework took the service back already", gone);
        }
    }
}
