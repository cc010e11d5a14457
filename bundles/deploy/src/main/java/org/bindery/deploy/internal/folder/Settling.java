package org.bindery.deploy.internal.folder;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells when a file has come to rest: it was written last some time ago, or looks the same for that time, should its
 * clock be ahead of ours. A file that vanished rests for the same time, as a move shows it gone before it shows it under
 * its new name. Used by one thread.
 */
public final class Settling {

    /**
     * What one look at the folder says.
     *
     * @param resting names of files to be acted on
     * @param restless names of files still changing
     * @param absent names that were known and are not there now
     * @param gone those of them that have vanished for good
     * @param next when to look again; {@link Duration#ZERO} if nothing moves
     */
    public record Look(
            Set<String> resting, Set<String> restless, Set<String> absent, Set<String> gone, Duration next) {}

    private record Change(Fingerprint print, long sinceNanos) {}

    private static final Fingerprint ABSENT = null;

    private final Duration quiet;
    private final Map<String, Change> changes = new HashMap<>();

    /** @param quiet how long a file must rest */
    public Settling(Duration quiet) {
        this.quiet = quiet;
    }

    /**
     * Compares the folder with the last look.
     *
     * @param folder the files there are
     * @param known names of files acted on before
     * @param now the time that files are stamped with
     * @param nanos the monotonic time
     * @return what rests and what moves
     */
    public Look look(Map<String, Sighting> folder, Collection<String> known, Instant now, long nanos) {
        Set<String> resting = new HashSet<>();
        Set<String> restless = new HashSet<>();
        folder.forEach((name, sighting) -> {
            boolean same = unchanged(name, sighting.print(), nanos);
            boolean rests = same || sighting.print().olderThan(quiet, now);
            (rests ? resting : restless).add(name);
        });
        Set<String> absent = new HashSet<>(known);
        absent.removeAll(folder.keySet());
        Set<String> gone = new HashSet<>(absent);
        gone.removeIf(name -> !unchanged(name, ABSENT, nanos));
        changes.keySet().removeIf(name -> !folder.containsKey(name) && !known.contains(name));
        boolean moves = !restless.isEmpty() || gone.size() < absent.size();
        return new Look(resting, restless, absent, gone, moves ? quiet : Duration.ZERO);
    }

    private boolean unchanged(String name, Fingerprint print, long nanos) {
        Change last = changes.get(name);
        boolean same = last != null && (print == null ? last.print == null : print.equals(last.print));
        if (!same) {
            changes.put(name, new Change(print, nanos));
            return false;
        }
        return nanos - last.sinceNanos >= quiet.toNanos();
    }
}
