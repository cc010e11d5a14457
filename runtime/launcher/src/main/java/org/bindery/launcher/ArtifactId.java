package org.bindery.launcher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bundle's Maven coordinates as feature files write them: {@code group:name:version}. */
record ArtifactId(String group, String name, String version) {

    // No slash and no "..": the parts become a path below system/.
    private static final Pattern FORM =
            Pattern.compile("([\\w-]+(?:\\.[\\w-]+)*):([\\w-]+(?:\\.[\\w-]+)*):([\\w-]+(?:\\.[\\w-]+)*)");

    static ArtifactId parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not of the form group:name:version");
        }
        return new ArtifactId(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    /** Where the jar lies below {@code system/}. */
    String path() {
        return group.replace('.', '/') + "/" + name + "/" + version + "/" + name + "-" + version + ".jar";
    }
}
