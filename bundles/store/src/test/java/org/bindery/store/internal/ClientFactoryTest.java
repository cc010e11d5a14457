package org.bindery.store.internal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests {@link ClientFactory} and the defaults of {@link StoreSettings}. */
class ClientFactoryTest {

    @Test
    void limitsEveryWaitToTwoSeconds() {
        MongoClientSettings settings = settings("mongodb://a,b/?replicaSet=rs0");
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(MILLISECONDS))
                .isEqualTo(2000);
        assertThat(settings.getSocketSettings().getConnectTimeout(MILLISECONDS)).isEqualTo(2000);
        assertThat(settings.getSocketSettings().getReadTimeout(MILLISECONDS)).isEqualTo(2000);
        assertThat(settings.getConnectionPoolSettings().getMaxWaitTime(MILLISECONDS))
                .isEqualTo(2000);
        assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(64);
    }

    @Test
    void writesAgainAfterAPassingFailureOnAServerOfAUriAndNotOnTheEmbeddedOne() {
        assertThat(settings("mongodb://a/?replicaSet=rs0").getRetryWrites()).isTrue();
        assertThat(settings("mongodb://a/?retryWrites=false").getRetryWrites()).isFalse();
    }

    @Test
    void letsTheUriWin() {
        MongoClientSettings settings = settings("mongodb://a/?serverSelectionTimeoutMS=500&maxPoolSize=3");
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(MILLISECONDS))
                .isEqualTo(500);
        assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(3);
    }

    @Test
    void takesItsTimesFromTheConfiguration() {
        MongoClientSettings settings = ClientFactory.settings(
                new ConnectionString("mongodb://a"),
                TestSettings.with(Map.of("reach_millis", 700, "connections", 5)),
                new StoreMetrics());
        assertThat(settings.getSocketSettings().getReadTimeout(MILLISECONDS)).isEqualTo(700);
        assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(5);
    }

    private static MongoClientSettings settings(String uri) {
        return ClientFactory.settings(new ConnectionString(uri), TestSettings.defaults(), new StoreMetrics());
    }
}
