package org.bindery.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import java.util.Set;
import org.bindery.hub.store.StoreUnavailableException;
import org.bindery.hub.store.UnstorableContentException;
import org.bson.BsonDocument;
import org.bson.BsonMaximumSizeExceededException;
import org.junit.jupiter.api.Test;

class StoreErrorsTest {

    private static final ServerAddress ADDRESS = new ServerAddress();

    @Test
    void saysOfAStoreThatDoesNotAnswerThatItDoesNotAnswer() {
        assertThatThrownBy(() -> StoreErrors.translated(() -> {
                    throw new MongoTimeoutException("none");
                }))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("did not answer in time");
    }

    @Test
    void saysWhatToDoAboutALoginAFullDiskAndAConflict() {
        MongoSecurityException login = new MongoSecurityException(
                MongoCredential.createCredential("u", "admin", "p".toCharArray()), "refused");
        assertThat(StoreErrors.translation(login)).hasMessageContaining("BINDERY_MONGO_URI");
        assertThat(StoreErrors.translation(refusal(14031))).hasMessageContaining("disk");
        assertThat(StoreErrors.translation(refusal(112))).hasMessageContaining("try again");
        assertThat(StoreErrors.translation(refusal(2))).hasMessage("The store refused the operation: because");
    }

    @Test
    void saysOfContentThatIsTooLongThatItIsTooLong() {
        assertThat(StoreErrors.translation(new BsonMaximumSizeExceededException("big")))
                .isInstanceOf(UnstorableContentException.class);
        assertThat(StoreErrors.translation(refusal(10334))).isInstanceOf(UnstorableContentException.class);
    }

    @Test
    void knowsARefusalOfAValueThatIsTaken() {
        MongoException write = new MongoWriteException(
                new WriteError(11000, "dup key: index: x", new BsonDocument()), ADDRESS, Set.of());
        assertThat(StoreErrors.duplicateKey(write)).contains("dup key: index: x");
        assertThat(StoreErrors.duplicateKey(refusal(11000))).isPresent();
        assertThat(StoreErrors.duplicateKey(refusal(112))).isEmpty();
        assertThat(StoreErrors.duplicateKey(new MongoTimeoutException("none"))).isEmpty();
    }

    private static MongoCommandException refusal(int code) {
        return new MongoCommandException(BsonDocument.parse("{ok: 0, code: " + code + ", errmsg: 'because'}"), ADDRESS);
    }
}
