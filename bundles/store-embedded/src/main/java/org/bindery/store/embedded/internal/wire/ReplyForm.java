package org.bindery.store.embedded.internal.wire;

/** The two kinds of reply; the old one exists only because drivers say their first hello in the old query form. */
enum ReplyForm {
    MESSAGE,
    OLD_REPLY
}
