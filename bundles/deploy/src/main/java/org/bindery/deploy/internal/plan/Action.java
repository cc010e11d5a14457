package org.bindery.deploy.internal.plan;

/** One thing to do with bundles. */
public sealed interface Action {

    /** @return name of the file it is about */
    String file();

    /** Starts a plugin that nothing runs of. */
    record Start(Candidate candidate) implements Action {
        @Override
        public String file() {
            return candidate.file();
        }
    }

    /**
     * Puts a plugin in the place of an earlier version.
     *
     * @param from name of the file the earlier version came from; differs if the file was renamed with new content
     */
    record Swap(Candidate candidate, String from, Running old) implements Action {
        @Override
        public String file() {
            return candidate.file();
        }
    }

    /**
     * Turns a candidate away.
     *
     * @param reason why, with what to do
     */
    record Refuse(Candidate candidate, String reason, Heal heal) implements Action {
        @Override
        public String file() {
            return candidate.file();
        }
    }

    /** Ends what a file brought; the file is gone or holds another plugin now. */
    record Remove(String file) implements Action {}
}
