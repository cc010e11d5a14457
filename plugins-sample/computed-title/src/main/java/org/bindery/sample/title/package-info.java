/** A complete native plugin: one pre-save step and one endpoint. */
@Plugin("computed-title")
package org.bindery.sample.title;

import org.bindery.api.plugin.Plugin;
