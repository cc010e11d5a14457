package org.bindery.deploy.internal.folder;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * What tells one content of a file from the next without reading it.
 *
 * @param size length in bytes
 * @param modified when it was written last
 * @param key the file's identity on its disk, which a move in place changes; as text, empty if the disk has none
 */
public record Fingerprint(long size, FileTime modified, String key) {

    static Fingerprint of(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        return new Fingerprint(attributes.size(), attributes.lastModifiedTime(), key == null ? "" : key.toString());
    }

    boolean olderThan(Duration age, Instant now) {
        return !modified.toInstant().isAfter(now.minus(age));
    }
}
