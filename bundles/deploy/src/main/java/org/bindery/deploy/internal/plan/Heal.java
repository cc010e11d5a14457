package org.bindery.deploy.internal.plan;

/** What may make a refused or waiting file fit without a change of the file itself. */
public enum Heal {
    /** Only new content. */
    BY_FILE,
    /** Another bundle that brings what is missing. */
    BY_BUNDLE,
    /** The end of the file that holds the same plugin. */
    BY_NAME
}
