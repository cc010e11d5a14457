package org.bindery.store.embedded.internal.match;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** {@code $elemMatch}: one element of an array meets all conditions. */
final class ElementMatch {

    private static final String ELEMENT = "element";

    private ElementMatch() {}

    static ValueTest of(Object conditions) {
        if (!(conditions instanceof Document document)) {
            throw Filters.bad("$elemMatch needs an Object");
        }
        return isAboutValues(document) ? ofValues(document) : ofDocuments(document);
    }

    /** Operators for the element itself; the logical ones belong to the fields of a document. */
    private static boolean isAboutValues(Document conditions) {
        if (!Operators.areIn(conditions)) {
            return false;
        }
        String first = conditions.keySet().iterator().next();
        return !List.of("$and", "$or", "$nor", "$expr").contains(first);
    }

    private static ValueTest ofValues(Document operators) {
        Filter filter = Filters.ofElement(ELEMENT, operators);
        return value -> value instanceof List<?> list
                && list.stream().anyMatch(element -> filter.matches(new Document(ELEMENT, element)));
    }

    private static ValueTest ofDocuments(Document conditions) {
        Filter filter = Filters.of(conditions);
        return value -> value instanceof List<?> list
                && list.stream().anyMatch(element -> element instanceof Document inner && filter.matches(inner));
    }
}
