package org.bindery.exec;

import java.util.List;
import java.util.Map;

/**
 * Status and headers that go before a result. Immutable.
 *
 * @param status the HTTP status
 * @param headers values by name as the program sent them to {@code %_output.url%}; never null
 */
public record ResponseHead(int status, Map<String, List<String>> headers) {

    /** Status 200 without headers: what a program that writes to stdout has. */
    public static final ResponseHead PLAIN = new ResponseHead(200, Map.of());

    /** Copies the headers. */
    public ResponseHead {
        headers = Map.copyOf(headers);
    }
}
