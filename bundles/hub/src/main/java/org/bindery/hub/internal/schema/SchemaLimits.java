package org.bindery.hub.internal.schema;

/**
 * Limits of the data model.
 *
 * @param objecttypes how many objecttypes it may have
 * @param columns how many columns an objecttype may have
 * @param masks how many masks there may be
 */
record SchemaLimits(int objecttypes, int columns, int masks) {}
