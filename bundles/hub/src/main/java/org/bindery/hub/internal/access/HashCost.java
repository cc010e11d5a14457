package org.bindery.hub.internal.access;

/**
 * How hard a password hash is to compute; stored with each hash, so that old ones stay valid when the cost changes.
 *
 * @param memoryKib memory in KiB
 * @param iterations passes over the memory
 * @param lanes how many lanes the memory has
 */
record HashCost(int memoryKib, int iterations, int lanes) {}
