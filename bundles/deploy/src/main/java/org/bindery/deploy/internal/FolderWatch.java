package org.bindery.deploy.internal;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls back whenever the file system says that something in the folder changed. */
final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final Path folder;
    private final Runnable changed;
    private final WatchService events;
    private volatile WatchKey key;

    FolderWatch(Path folder, Runnable changed) throws IOException {
        this.folder = folder;
        this.changed = changed;
        this.events = folder.getFileSystem().newWatchService();
        this.key = register();
        Thread thread = new Thread(this::listen, "bindery-deploy-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Watches again if the folder was replaced by another one. */
    void renew() throws IOException {
        if (!key.isValid() && Files.isDirectory(folder)) {
            key = register();
        }
    }

    private WatchKey register() throws IOException {
        return folder.register(
                events,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
    }

    private void listen() {
        try {
            while (true) {
                WatchKey signalled = events.take();
                // What happened does not matter, as every look reads the whole folder.
                signalled.pollEvents();
                signalled.reset();
                changed.run();
            }
        } catch (ClosedWatchServiceException e) {
            LOG.trace("The deploy folder is no longer watched", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
