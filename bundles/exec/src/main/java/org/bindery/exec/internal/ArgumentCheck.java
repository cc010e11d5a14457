package org.bindery.exec.internal;

import java.nio.charset.Charset;
import java.util.List;
import org.bindery.exec.Failure;

/** Refuses arguments that the platform would refuse, cut or distort, with words that say which and why. */
final class ArgumentCheck {

    /** Linux takes at most this many bytes in one argument, its end mark not counted. */
    static final int LONGEST = 131_071;

    private final Charset charset;

    ArgumentCheck(Charset charset) {
        this.charset = charset;
    }

    void check(String caller, List<String> argv) throws CallFailedException {
        for (int i = 0; i < argv.size(); i++) {
            check(caller, i == 0 ? "the program" : "argument " + i + " of " + argv.get(0), argv.get(i));
        }
    }

    private void check(String caller, String where, String text) throws CallFailedException {
        if (text.indexOf('\0') >= 0) {
            throw bad(caller, where + " holds a NUL character", "Remove it: no platform can pass it on");
        }
        if (!charset.newEncoder().canEncode(text)) {
            throw bad(
                    caller,
                    where + " holds characters that " + charset + " does not have",
                    "Start Bindery in a UTF-8 environment, for example with LANG=C.UTF-8");
        }
        int length = text.getBytes(charset).length;
        if (length > LONGEST) {
            throw bad(
                    caller,
                    where + " has " + length + " bytes; the platform takes at most " + LONGEST,
                    "Make it smaller, for example by a smaller configuration of the plugin, or pass it by stdin");
        }
    }

    private static CallFailedException bad(String caller, String cause, String remedy) {
        return new CallFailedException(Failure.Kind.BAD_COMMAND, caller + ": " + cause, remedy);
    }
}
