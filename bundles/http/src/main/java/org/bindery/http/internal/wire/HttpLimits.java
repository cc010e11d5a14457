package org.bindery.http.internal.wire;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Limits on what comes in over HTTP; PID {@code org.bindery.http}. */
@ObjectClassDefinition(name = "Bindery HTTP limits")
public @interface HttpLimits {

    @AttributeDefinition(name = "Largest request body", description = "In bytes")
    long max_body_bytes() default 32L * 1024 * 1024;

    @AttributeDefinition(name = "Deepest JSON nesting", description = "Levels")
    int max_json_depth() default 100;

    @AttributeDefinition(name = "Longest JSON text", description = "Characters in one text value")
    int max_json_text() default 8 * 1024 * 1024;

    @AttributeDefinition(name = "Longest JSON number", description = "Digits in one number")
    int max_json_number() default 400;

    @AttributeDefinition(name = "Longest JSON name", description = "Characters in one key")
    int max_json_name() default 1024;

    @AttributeDefinition(name = "Largest login form", description = "In bytes")
    int max_form_bytes() default 16 * 1024;

    @AttributeDefinition(
            name = "Most taken in from a refused client",
            description = "In bytes; beyond it the connection is closed, and the client may miss why it was refused")
    long max_leftover_bytes() default 128L * 1024 * 1024;

    @AttributeDefinition(name = "Longest time for that", description = "In milliseconds")
    long max_leftover_millis() default 5_000;
}
