package org.bindery.store.embedded.internal.aggregate;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import org.bindery.store.embedded.internal.catalogue.Namespace;
import org.bindery.store.embedded.internal.query.Rows;
import org.bindery.store.embedded.internal.update.DocumentRules;
import org.bindery.store.embedded.internal.work.Collections;
import org.bindery.store.embedded.internal.work.Workspace;
import org.bindery.store.embedded.internal.work.WriterWorkspace;

/** A database as the query layer's stages see it during one command; they see exactly what the command sees. */
public final class DatabaseView implements MongoDatabase {

    private final String name;
    private final Workspace workspace;
    private final DocumentRules rules;
    private final List<Rows> opened;

    public DatabaseView(String name, Workspace workspace, DocumentRules rules) {
        this(name, workspace, rules, new ArrayList<>());
    }

    private DatabaseView(String name, Workspace workspace, DocumentRules rules, List<Rows> opened) {
        this.name = name;
        this.workspace = workspace;
        this.rules = rules;
        this.opened = opened;
    }

    /** Other databases, seen the same way. */
    public DatabaseResolver resolver() {
        return other -> new DatabaseView(other, workspace, rules, opened);
    }

    Workspace workspace() {
        return workspace;
    }

    DocumentRules rules() {
        return rules;
    }

    /** Remembers rows that a stage reads, so that they are closed whatever happens. */
    Rows track(Rows rows) {
        opened.add(rows);
        return rows;
    }

    /** Closes everything the stages have opened. */
    public void closeRows() {
        opened.forEach(Rows::close);
        opened.clear();
    }

    @Override
    public String getDatabaseName() {
        return name;
    }

    @Override
    public MongoCollection<?> resolveCollection(String collection, boolean throwIfNotFound) {
        Namespace namespace = Namespace.checked(name, collection);
        return workspace
                .collection(namespace)
                .map(info -> new CollectionView(this, namespace))
                .orElse(null);
    }

    @Override
    public MongoCollection<?> createCollectionOrThrowIfExists(String collection, CollectionOptions options) {
        Namespace namespace = Namespace.checked(name, collection);
        workspace.forWriting(namespace);
        return new CollectionView(this, namespace);
    }

    @Override
    public void dropCollection(String collection, Oplog oplog) {
        workspace.collection(Namespace.checked(name, collection)).ifPresent(collections()::drop);
    }

    @Override
    public void moveCollection(MongoDatabase oldDatabase, MongoCollection<?> collection, String newName) {
        Namespace from = Namespace.checked(oldDatabase.getDatabaseName(), collection.getCollectionName());
        workspace.collection(from).ifPresent(info -> collections().rename(info, Namespace.checked(name, newName)));
    }

    private Collections collections() {
        return new Collections(((WriterWorkspace) workspace).writer());
    }

    @Override
    public boolean isEmpty() {
        return workspace.catalogue().of(name).isEmpty();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        throw new UnsupportedOperationException("commands do not come this way");
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        throw new UnsupportedOperationException("queries do not come this way");
    }

    @Override
    public void handleClose(Channel channel) {
        throw new UnsupportedOperationException("a view knows no connections");
    }

    @Override
    public void drop(Oplog oplog) {
        throw new UnsupportedOperationException("no stage drops a database");
    }

    @Override
    public void unregisterCollection(String collection) {
        throw new UnsupportedOperationException("the catalogue does this");
    }
}
