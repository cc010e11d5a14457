package org.bindery.store.embedded.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.exception.MongoServerException;
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
    void tellsAClientNothingOfOurInsideButThatItFailed() {
        assertThat(ErrorDocument.internal(new IllegalStateException("/secret/path")))
                .containsEntry("code", 1)
                .extractingByKey("errmsg")
                .asString()
                .contains("IllegalStateException")
                .doesNotContain("secret");
    }
}
