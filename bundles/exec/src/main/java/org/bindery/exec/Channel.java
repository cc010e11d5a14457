package org.bindery.exec;

/**
 * What a command's stdin or stdout is.
 *
 * <p>The older form, a URL, is the same thing here: piping {@code %_input.url%} to stdin gives the input, piping stdout
 * to {@code %_output.url%} gives the result. So it is {@link #BODY} too, and the programs may use the URLs themselves.
 */
public enum Channel {
    /** The input of the call, the result of the call. Of several commands with a result the last one counts. */
    BODY,
    /** stdin is at its end at once; stdout is read and thrown away, but for an API error at its beginning. */
    NONE
}
