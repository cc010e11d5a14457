package org.bindery.store.internal;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import com.mongodb.event.ConnectionCheckedInEvent;
import com.mongodb.event.ConnectionCheckedOutEvent;
import com.mongodb.event.ConnectionClosedEvent;
import com.mongodb.event.ConnectionCreatedEvent;
import com.mongodb.event.ConnectionPoolListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.bindery.hub.metrics.DurationHistogram;
import org.bindery.hub.store.StoreStatus.OperationView;

/** Counts what the driver does: commands with their durations, connections of the pool. */
final class StoreMetrics implements CommandListener, ConnectionPoolListener {

    private final Map<String, Operation> operations = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        operation(event.getCommandName()).durations.add(event.getElapsedTime(TimeUnit.NANOSECONDS));
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        Operation operation = operation(event.getCommandName());
        operation.errors.increment();
        operation.durations.add(event.getElapsedTime(TimeUnit.NANOSECONDS));
    }

    @Override
    public void connectionCreated(ConnectionCreatedEvent event) {
        open.incrementAndGet();
    }

    @Override
    public void connectionClosed(ConnectionClosedEvent event) {
        open.decrementAndGet();
    }

    @Override
    public void connectionCheckedOut(ConnectionCheckedOutEvent event) {
        busy.incrementAndGet();
    }

    @Override
    public void connectionCheckedIn(ConnectionCheckedInEvent event) {
        busy.decrementAndGet();
    }

    int openConnections() {
        return open.get();
    }

    int busyConnections() {
        return busy.get();
    }

    List<OperationView> operations() {
        return operations.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().view(entry.getKey()))
                .toList();
    }

    private Operation operation(String command) {
        return operations.computeIfAbsent(command, first -> new Operation());
    }

    /** Figures of one command. */
    private static final class Operation {
        private final DurationHistogram durations = new DurationHistogram();
        private final LongAdder errors = new LongAdder();

        OperationView view(String command) {
            return new OperationView(
                    command, durations.count(), errors.sum(), micros(0.50), micros(0.95), micros(0.99));
        }

        private long micros(double share) {
            return TimeUnit.NANOSECONDS.toMicros(durations.percentile(share));
        }
    }
}
