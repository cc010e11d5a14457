/** Checks JSON and text from outside before they are stored. */
package org.bindery.hub.internal.json;
