package io.unveil.cli;

import picocli.CommandLine;

/**
 * Whether output goes to a terminal. From Java 22, System.console() exists without a terminal too; picocli knows the
 * difference.
 */
final class Terminal {
    private Terminal() {}

    static boolean isThere() {
        return CommandLine.Help.Ansi.AUTO.enabled();
    }
}
