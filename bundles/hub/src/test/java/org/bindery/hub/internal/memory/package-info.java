/** Stores in memory, a clock and JSON for the tests of the hub. */
package org.bindery.hub.internal.memory;
