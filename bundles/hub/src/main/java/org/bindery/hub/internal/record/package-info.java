/** Records: reads what clients and plugins send, runs a save from parsing to the write, and shows what is stored. */
package org.bindery.hub.internal.record;
