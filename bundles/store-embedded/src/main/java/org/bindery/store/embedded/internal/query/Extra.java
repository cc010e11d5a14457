package org.bindery.store.embedded.internal.query;

import java.util.List;
import java.util.function.Predicate;

/**
 * Rows a transaction sees beside the file.
 *
 * @param hides whether a row of the file is replaced or removed
 * @param rows the rows that are there instead
 */
public record Extra(Predicate<Row> hides, List<Row> rows) {}
