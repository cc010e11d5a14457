package org.bindery.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ConnectionDescription;
import com.mongodb.connection.ConnectionId;
import com.mongodb.connection.ServerId;
import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandSucceededEvent;
import com.mongodb.event.ConnectionCheckedInEvent;
import com.mongodb.event.ConnectionCheckedOutEvent;
import com.mongodb.event.ConnectionClosedEvent;
import com.mongodb.event.ConnectionCreatedEvent;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class StoreMetricsTest {

    private final StoreMetrics metrics = new StoreMetrics();
    private final ConnectionDescription server =
            new ConnectionDescription(new ServerId(new ClusterId(), new ServerAddress()));
    private final ConnectionId connection = server.getConnectionId();

    @Test
    void countsCommandsAndTheirErrorsByName() {
        for (int millis = 1; millis <= 100; millis++) {
            succeeded("find", millis);
        }
        metrics.commandFailed(new CommandFailedEvent(
                null, 1, 1, server, "db", "insert", TimeUnit.MILLISECONDS.toNanos(5), new IllegalStateException()));
        assertThat(metrics.operations())
                .extracting(operation -> operation.command() + " " + operation.calls() + " " + operation.errors())
                .containsExactly("find 100 0", "insert 1 1");
        var find = metrics.operations().get(0);
        assertThat(find.p50Micros()).isBetween(40_000L, 60_000L);
        assertThat(find.p99Micros()).isBetween(90_000L, 110_000L);
    }

    @Test
    void countsOpenAndBusyConnections() {
        metrics.connectionCreated(new ConnectionCreatedEvent(connection));
        metrics.connectionCreated(new ConnectionCreatedEvent(connection));
        metrics.connectionCheckedOut(new ConnectionCheckedOutEvent(connection, 1, 0));
        assertThat(metrics.openConnections()).isEqualTo(2);
        assertThat(metrics.busyConnections()).isEqualTo(1);
        metrics.connectionCheckedIn(new ConnectionCheckedInEvent(connection, 1));
        metrics.connectionClosed(new ConnectionClosedEvent(connection, ConnectionClosedEvent.Reason.IDLE));
        assertThat(metrics.openConnections()).isEqualTo(1);
        assertThat(metrics.busyConnections()).isZero();
    }

    private void succeeded(String command, long millis) {
        metrics.commandSucceeded(new CommandSucceededEvent(
                null, 1, 1, server, "db", command, new BsonDocument(), TimeUnit.MILLISECONDS.toNanos(millis)));
    }
}
