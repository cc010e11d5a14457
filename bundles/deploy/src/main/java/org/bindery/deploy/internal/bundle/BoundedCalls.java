package org.bindery.deploy.internal.bundle;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.BundleException;

/** Calls into plugins' life cycles from threads that may get stuck there, so that the deploy thread does not. */
final class BoundedCalls implements AutoCloseable {

    /** A call that starts, stops or removes a bundle. */
    @FunctionalInterface
    interface LifeCall {
        void run() throws BundleException;
    }

    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);
    private final Duration limit;

    BoundedCalls(Duration limit) {
        this.limit = limit;
    }

    /** @throws BundleException of the call; or saying that the call did not end in time, in which case it goes on */
    void run(String what, LifeCall call) throws BundleException {
        Future<?> result = threads.submit(() -> {
            call.run();
            return null;
        });
        try {
            result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new BundleException(what + " did not end within " + limit.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BundleException(what + " was given up, as Bindery stops", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BundleException refused
                    ? refused
                    : new BundleException(what + " failed: " + e.getCause(), e.getCause());
        }
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "bindery-deploy-call-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
