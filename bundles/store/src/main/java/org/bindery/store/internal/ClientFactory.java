package org.bindery.store.internal;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;

/** Makes the one client, with a limit on every wait: the driver's own would hang 30 seconds, or for ever. */
final class ClientFactory {

    private ClientFactory() {}

    static MongoClient create(ConnectionString address, StoreSettings settings, StoreMetrics metrics) {
        return MongoClients.create(settings(address, settings, metrics));
    }

    /** Ours first and the URI's last, so that what an administrator writes there wins. */
    static MongoClientSettings settings(ConnectionString address, StoreSettings settings, StoreMetrics metrics) {
        int reach = settings.reach_millis();
        return MongoClientSettings.builder()
                .applicationName("bindery")
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(reach, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket ->
                        socket.connectTimeout(reach, TimeUnit.MILLISECONDS).readTimeout(reach, TimeUnit.MILLISECONDS))
                .applyToServerSettings(
                        server -> server.heartbeatFrequency(settings.heartbeat_millis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(settings.connections())
                        .maxWaitTime(reach, TimeUnit.MILLISECONDS)
                        .addConnectionPoolListener(metrics))
                .applyConnectionString(address)
                .addCommandListener(metrics)
                .build();
    }
}
