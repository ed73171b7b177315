package io.unveil.spark;

/** A run that cannot be started or did not end; the message says why and what would help. */
final class JobFailed extends RuntimeException {
    JobFailed(String message) {
        super(message);
    }

    JobFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /** The innermost cause of what Spark reports, without its stack of the executor. */
    static String reason(Throwable error) {
        Throwable innermost = error;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage()).lines().findFirst().orElse("");
    }
}
