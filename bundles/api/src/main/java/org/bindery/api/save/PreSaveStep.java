package org.bindery.api.save;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One step of the chain that runs before objects are written (fylr-spec 6.1, step 2).
 *
 * <p>Publish it as an OSGi service with the properties of {@link PreSave}. The core calls it from many threads at once,
 * so an implementation keeps no state of a call in fields. A step sees only objects that match its filter and is not
 * called when none match; the output of the step before is its input.
 *
 * <pre>{@code
 * @Component
 * @PreSave(step = "title", objecttypes = "object")
 * public final class TitleStep implements PreSaveStep {
 *     public PreSaveResult beforeSave(SaveBatch batch) {
 *         return batch.changeEach(object -> object.fields().put("title", "…"));
 *     }
 * }
 * }</pre>
 */
@ConsumerType
public interface PreSaveStep {

    /**
     * Looks at a batch, and returns the objects it changed.
     *
     * <p>No transaction and no lock is held while this runs. The thread is interrupted when the step's time budget is
     * used up, and the request is refused then, whether the step reacts or not.
     *
     * @param batch the matching objects of one request, at least one; never null. The JSON in it belongs to this call:
     *     it may be changed freely, and counts only when it is returned
     * @return the changed objects; objects that are not in it stay as they are. Null is treated as an error of the step
     * @throws org.bindery.api.error.ApiException to refuse the whole request; nothing is written and the client gets
     *     the error verbatim (fylr-spec 6.6)
     */
    PreSaveResult beforeSave(SaveBatch batch);
}
