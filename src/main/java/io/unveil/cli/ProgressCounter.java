package io.unveil.cli;

import java.io.PrintWriter;

/** The progress of a command: a line redrawn on a terminal, a plain line at each tenth elsewhere. */
final class ProgressCounter implements AutoCloseable {
    private final PrintWriter err;
    private final String what;
    private final boolean terminal = Terminal.isThere();

    ProgressCounter(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
    }

    void show(int done, int all) {
        if (terminal) {
            err.printf("\r%d of %d %s", done, all, what);
        } else if (10L * done / all != 10L * (done - 1) / all) {
            err.printf("%d of %d %s%n", done, all, what);
        }
        err.flush();
    }

    /** Ends the redrawn line. */
    @Override
    public void close() {
        if (terminal) {
            err.println();
            err.flush();
        }
    }
}
