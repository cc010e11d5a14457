package org.bindery.deploy.internal.plan;

/**
 * The bundle a file has brought: running, or installed and waiting.
 *
 * @param bundleId its id
 * @param plugin name of the plugin
 * @param version version of the plugin
 * @param hash SHA-256 of the content it was made of
 */
public record Running(long bundleId, String plugin, String version, String hash) {}
