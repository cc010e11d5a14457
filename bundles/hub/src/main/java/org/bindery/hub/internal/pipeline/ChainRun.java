package org.bindery.hub.internal.pipeline;

import org.bindery.api.save.SaveInfo;

/**
 * One save on its way through the chain.
 *
 * @param info who saves
 * @param batch the objects as they are now
 * @param watch tells the waiting request which step runs, and whether it still waits
 */
record ChainRun(SaveInfo info, WorkingBatch batch, StepWatch watch) {}
