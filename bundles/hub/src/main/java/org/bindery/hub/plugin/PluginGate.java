package org.bindery.hub.plugin;

import java.time.Duration;

/**
 * Parks new calls into plugins while one of them is swapped, and waits for running ones, so that no client sees the
 * swap. Saves (the whole chain) and plugin endpoints ask the gate before they enter. Safe for use by many threads.
 */
public interface PluginGate {

    /**
     * Enters the chain of steps for one save, with a snapshot that no swap cuts through. Waits while the chain is
     * closed, at most the configured time. A save made inside a save by the same thread enters without waiting, so enter
     * on the thread that runs the steps and take the snapshot of steps after entering. Any thread may close the pass:
     * whoever gives up on a hung step closes it, else every later swap waits for that step.
     *
     * @return close it when the chain has run; never null
     * @throws org.bindery.api.error.ApiException 503 {@code PluginSwapTimeout} if the gate did not open in time
     */
    Pass enterChain();

    /**
     * Enters a plugin's endpoint; waits while that plugin is closed.
     *
     * @param plugin name of the plugin
     * @return close it when the call has ended; never null
     * @throws org.bindery.api.error.ApiException 503 {@code PluginSwapTimeout} if the gate did not open in time
     */
    Pass enter(String plugin);

    /**
     * Closes the gate for a swap of a plugin and waits until the running calls have ended, at most the given time. Calls
     * of the closing thread itself do not count.
     *
     * @param plugin name of the plugin
     * @param wait how long to wait for running calls; zero only looks
     * @return opens the gate when closed; never null
     */
    Closing close(String plugin, Duration wait);

    /** Something to close exactly once. */
    interface Pass extends AutoCloseable {
        @Override
        void close();

        /** Says that the call goes on without this thread, as an asynchronous servlet does: the thread is free again. */
        default void detach() {
            // a pass that knows no thread has nothing to give back
        }
    }

    /** A closed gate; opens when closed. */
    interface Closing extends Pass {

        /** @return false if calls were still running when the wait ended */
        boolean drained();
    }
}
