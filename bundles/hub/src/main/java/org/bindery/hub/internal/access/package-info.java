/** Users, passwords, tokens and rights on top of the document and token stores. */
package org.bindery.hub.internal.access;
