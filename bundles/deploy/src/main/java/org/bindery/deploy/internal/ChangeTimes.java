package org.bindery.deploy.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Remembers when each file was first seen to have changed, for the figure in the log. Used by one thread. */
final class ChangeTimes {

    private final Map<String, Long> seen = new HashMap<>();

    void note(Collection<String> files, long nanos) {
        files.forEach(file -> seen.putIfAbsent(file, nanos));
    }

    void keepOnly(Set<String> files) {
        seen.keySet().retainAll(files);
    }

    /** Milliseconds since the file was seen to have changed; 0 if unknown. */
    long since(String file) {
        Long begin = seen.get(file);
        return begin == null ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
