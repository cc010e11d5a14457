package org.bindery.store.internal;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;

/** Makes the one client, with limits on every wait. */
final class ClientFactory {

    private ClientFactory() {}

    static MongoClient create(ConnectionString address, StoreSettings settings, StoreMetrics metrics) {
        int reach = settings.reach_millis();
        MongoClientSettings.Builder builder = MongoClientSettings.builder()
                .applyConnectionString(address)
                .applicationName("bindery")
                .timeout(settings.operation_millis(), TimeUnit.MILLISECONDS)
                .addCommandListener(metrics)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(reach, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(reach, TimeUnit.MILLISECONDS))
                .applyToServerSettings(
                        server -> server.heartbeatFrequency(settings.heartbeat_millis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(settings.connections())
                        .maxWaitTime(reach, TimeUnit.MILLISECONDS)
                        .addConnectionPoolListener(metrics));
        return MongoClients.create(builder.build());
    }
}
