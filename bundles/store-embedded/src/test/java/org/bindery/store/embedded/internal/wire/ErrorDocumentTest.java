package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorDocumentTest {

    @Test
    void carriesCodeNameAndMessage() {
        assertThat(ErrorDocument.of(WireErrors.unauthorized("find")))
                .containsEntry("ok", 0.0)
                .containsEntry("code", 13)
                .containsEntry("codeName", "Unauthorized")
                .containsEntry("errmsg", "command find requires authentication");
    }

    @Test
    void givesErrorsWithoutACodeOne() {
        assertThat(ErrorDocument.of(new MongoServerException("odd")))
                .containsEntry("code", 96)
                .containsEntry("errmsg", "odd");
    }

    @Test
    void labelsPassingFailuresOfTransactionsSoThatDriversTryAgain() {
        MongoServerError conflict = new MongoServerError(112, "WriteConflict", "conflict");
        Document inTransaction = new Document("insert", "c").append("autocommit", false);
        assertThat(ErrorDocument.of(conflict, inTransaction))
                .containsEntry("errorLabels", List.of("TransientTransactionError"));
        assertThat(ErrorDocument.of(conflict, new Document("insert", "c"))).doesNotContainKey("errorLabels");
        assertThat(ErrorDocument.of(WireErrors.unauthorized("x"), inTransaction))
                .doesNotContainKey("errorLabels");
    }

    @Test
    void tellsAClientNothingOfOurInsideButThatItFailed() {
        assertThat(ErrorDocument.internal(new IllegalStateException("/secret/path")))
                .containsEntry("code", 1)
                .extractingByKey("errmsg")
                .asString()
                .contains("IllegalStateException")
                .doesNotContain("secret");
    }
}
