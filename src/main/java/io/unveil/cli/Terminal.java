package io.unveil.cli;

import picocli.CommandLine;

/**
 * Whether somebody watches: from Java 22 on System.console() is there without a terminal too, picocli knows the
 * difference.
 */
final class Terminal {
    private Terminal() {}

    static boolean isThere() {
        return CommandLine.Help.Ansi.AUTO.enabled();
    }
}
