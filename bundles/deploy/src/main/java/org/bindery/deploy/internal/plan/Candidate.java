package org.bindery.deploy.internal.plan;

import org.bindery.deploy.internal.folder.Fingerprint;

/**
 * New content of a file, checked and installed beside whatever runs, but not started.
 *
 * @param file name of the file
 * @param print the content
 * @param bundle the installed bundle
 */
public record Candidate(String file, Fingerprint print, Running bundle) {}
