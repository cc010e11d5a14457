package org.bindery.hub.internal.schema;

import java.util.regex.Pattern;

/** The rule for names of objecttypes, columns and masks. */
final class Names {

    static final String RULE = "a letter, then up to 62 letters, digits or underscores";

    /** A leading underscore is kept for what Bindery itself adds to objects. */
    private static final Pattern VALID = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");

    private Names() {}

    static boolean isValid(String name) {
        return VALID.matcher(name).matches();
    }
}
