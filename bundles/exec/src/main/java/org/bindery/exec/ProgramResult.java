package org.bindery.exec;

import java.util.Objects;
import org.bindery.api.error.ApiError;

/** What came of a call. Immutable. */
public sealed interface ProgramResult {

    /**
     * How the call went.
     *
     * @return times and sizes; never null
     */
    CallReport report();

    /**
     * The programs ended with exit code 0 and their output is no API error. Whether it is what the caller wanted is
     * not known here: it may be empty.
     *
     * @param head status and headers of the result; never null
     * @param output the result; empty if it has been streamed; not copied, so treat it as read-only; never null
     * @param report times and sizes; never null
     */
    @SuppressWarnings("ArrayRecordComponent") // Up to many megabytes, read once: neither copied nor compared.
    record Succeeded(ResponseHead head, byte[] output, CallReport report) implements ProgramResult {

        /**
         * Checks for missing parts.
         *
         * @throws NullPointerException if a part is null
         */
        public Succeeded {
            Objects.requireNonNull(head, "head");
            Objects.requireNonNull(output, "output");
            Objects.requireNonNull(report, "report");
        }
    }

    /**
     * A program refused by an API error in its output, which goes to the client verbatim.
     *
     * @param error the error; never null
     * @param exitCode the exit code; may be 0
     * @param report times and sizes; never null
     */
    record Refused(ApiError error, int exitCode, CallReport report) implements ProgramResult {

        /**
         * Checks for missing parts.
         *
         * @throws NullPointerException if a part is null
         */
        public Refused {
            Objects.requireNonNull(error, "error");
            Objects.requireNonNull(report, "report");
        }
    }

    /**
     * The call failed without an API error.
     *
     * @param failure what went wrong; never null
     * @param exitCode the exit code of the program that failed; -1 if it has none
     * @param stderrTail the last bytes of its stderr as text, for the log only; never null
     * @param report times and sizes; never null
     */
    record Failed(Failure failure, int exitCode, String stderrTail, CallReport report) implements ProgramResult {

        /**
         * Checks for missing parts.
         *
         * @throws NullPointerException if a part is null
         */
        public Failed {
            Objects.requireNonNull(failure, "failure");
            Objects.requireNonNull(stderrTail, "stderrTail");
            Objects.requireNonNull(report, "report");
        }
    }
}
