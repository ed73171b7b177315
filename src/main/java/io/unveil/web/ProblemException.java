package io.unveil.web;

/**
 * A request that fails in this package: at its body, its headers or its parts. The message is the problem document's
 * detail.
 */
final class ProblemException extends RuntimeException {
    private final Problem problem;

    ProblemException(Problem problem, String detail) {
        super(detail);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
