package org.bindery.store.internal;

/** Names of the fields of a stored record, short because they stand in every document. */
final class RecordFields {

    static final String SYSTEM_OBJECT_ID = "_id";
    static final String OBJECTTYPE = "ot";
    static final String ID = "oid";
    static final String VERSION = "v";
    static final String UUID = "uuid";
    static final String CONTENT = "c";

    /** In a history document: the record it is an old state of. */
    static final String RECORD = "sid";

    private RecordFields() {}
}
