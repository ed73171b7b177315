package io.unveil.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: one command a wish. Exit codes: 0 done, 1 failed, 2 wrong use. */
@Command(
        name = "unveil",
        subcommands = {TrainCommand.class},
        description = "Cleans pictures with convolutional autoencoders.")
public final class Commands {
    private Commands() {}

    /** Runs a command; gives the exit code. */
    public static int run(String... args) {
        return new CommandLine(new Commands()).execute(args);
    }
}
