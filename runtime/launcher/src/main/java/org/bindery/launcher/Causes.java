package org.bindery.launcher;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns a chain of exceptions into words: file exceptions carry only a path as their message. */
final class Causes {

    private static final int LONGEST_CHAIN = 10;

    private Causes() {}

    static String of(Throwable problem) {
        Set<String> words = new LinkedHashSet<>();
        for (Throwable cause : chain(problem)) {
            words.add(describe(cause));
        }
        return String.join(": ", words);
    }

    private static List<Throwable> chain(Throwable problem) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = problem; cause != null && chain.size() < LONGEST_CHAIN; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    private static String describe(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (cause instanceof AccessDeniedException) {
            return message + ": no permission";
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return message + ": a file, not a folder";
        }
        return message;
    }
}
