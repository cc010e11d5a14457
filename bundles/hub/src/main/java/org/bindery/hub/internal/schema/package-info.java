/**
 * The data model: checks drafts, commits them without losing stored data, and offers the committed one as an immutable
 * snapshot.
 */
package org.bindery.hub.internal.schema;
