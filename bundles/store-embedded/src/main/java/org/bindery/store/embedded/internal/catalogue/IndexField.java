package org.bindery.store.embedded.internal.catalogue;

import java.util.List;

/**
 * One field of an index.
 *
 * @param path the dotted path
 * @param steps the path taken apart
 * @param descending whether the order is reversed
 */
public record IndexField(String path, List<String> steps, boolean descending) {

    public IndexField(String path, boolean descending) {
        this(path, List.of(path.split("\\.", -1)), descending);
    }
}
