package org.bindery.bench.store;

import java.io.IOException;
import java.util.List;
import org.bson.Document;

/** One store under measurement. Every method may be called by many threads at once. */
interface Contender extends AutoCloseable {

    /** Stores one record; returns when it is durable as the contender promises. */
    void insert(Document made) throws Exception;

    void insertBatch(List<Document> made) throws Exception;

    /** Reads by id and decodes; whether it was there. */
    boolean read(int id) throws Exception;

    /** All records of one owner: how many. */
    int byOwner(String owner) throws Exception;

    /** Twenty records of one type from this number's date on, in the order of their dates: how many. */
    int byTypeAndDate(int number) throws Exception;

    /** Raises the version from this one; whether it was still this one. */
    boolean update(int id, int version) throws Exception;

    /** Two new records, all or nothing, as the hub saves new objects; the number is new. */
    void transaction(int number) throws Exception;

    @Override
    void close() throws IOException;
}
