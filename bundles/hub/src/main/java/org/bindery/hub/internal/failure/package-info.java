/** How failures of the store and of the start look to a client: one place for all services of the hub. */
package org.bindery.hub.internal.failure;
