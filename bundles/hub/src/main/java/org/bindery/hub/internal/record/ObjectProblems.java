package org.bindery.hub.internal.record;

/** Collects the problems of one object of a request. */
final class ObjectProblems {

    private final int index;
    private final FieldProblems problems;

    ObjectProblems(int index, FieldProblems problems) {
        this.index = index;
        this.problems = problems;
    }

    void add(String field, String message) {
        add(FieldProblems.INCONSISTENT, field, message);
    }

    void add(String code, String field, String message) {
        problems.add(index, code, field, message);
    }
}
