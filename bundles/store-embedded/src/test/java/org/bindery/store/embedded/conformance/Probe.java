package org.bindery.store.embedded.conformance;

/**
 * One statement about the store and the way to show it.
 *
 * @param group what the statement is about
 * @param name the statement
 * @param expected the answer MongoDB documents, in the notation of {@link Shown}
 * @param mayRefuse whether a clear error is as good as the right answer: a store may lack this, never fake it
 * @param check asks the store and returns what it answered
 */
record Probe(String group, String name, String expected, boolean mayRefuse, Check check) {

    /** Asks the store; an error of the store is an answer too. */
    @FunctionalInterface
    interface Check {
        Object ask(Scene scene) throws Exception;
    }

    /** The answer of this store, errors as {@code error 11000}. */
    String answer(Scene scene) throws Exception {
        return Shown.answerOf(() -> check.ask(scene));
    }

    /** Whether this answer is right, or an allowed refusal. */
    boolean accepts(String answer) {
        return answer.equals(expected) || (mayRefuse && answer.matches("error \\d+"));
    }
}
