package org.bindery.store.embedded.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** What the oracle says to the written cases: agreement, or its documented exception. */
final class SecondOpinion {

    private final Oracle oracle;

    SecondOpinion(Oracle oracle) {
        this.oracle = oracle;
    }

    /** "agrees", or what the oracle answers instead. */
    String on(WrittenCase one) throws IOException {
        if (one.text().containsKey("expectError")) {
            return "not asked: errors differ by product";
        }
        List<Document> questions = new ArrayList<>();
        questions.add(load("OTHER", one.documents("other")));
        questions.add(load("main", one.documents("docs")));
        questions.add(question(one));
        Document answer = oracle.ask(questions).get(2);
        String said = answer.containsKey("error") ? answer.getString("error") : answerOf(one, answer.get("answer"));
        return said.equals(Normal.of(one.text().get("expect"))) ? "agrees" : said;
    }

    private static Document load(String collection, List<Document> documents) {
        return new Document("ask", "load").append("collection", collection).append("documents", documents);
    }

    private static Document question(WrittenCase one) {
        Document asked = new Document("ask", one.kind()).append("collection", "main");
        switch (one.kind()) {
            case "find" ->
                one.text().forEach((name, part) -> {
                    if (List.of("filter", "sort", "projection").contains(name)) {
                        asked.append(name, part);
                    }
                });
            case "update" ->
                asked.append("document", one.part("doc"))
                        .append("filter", one.part("filter"))
                        .append("change", one.part("update"))
                        .append("arrayFilters", one.documents("arrayFilters"));
            default -> asked.append("pipeline", one.documents("pipeline"));
        }
        return asked;
    }

    private static String answerOf(WrittenCase one, Object answer) {
        if (!"find".equals(one.kind())) {
            return Normal.of(answer);
        }
        int skip = one.text().getInteger("skip", 0);
        int limit = one.text().getInteger("limit", Integer.MAX_VALUE);
        return Normal.of(((List<?>) answer)
                .stream()
                        .skip(skip)
                        .limit(limit)
                        .map(Document.class::cast)
                        .map(row -> one.idsOnly() ? row.get("id") : row.get("document"))
                        .toList());
    }
}
