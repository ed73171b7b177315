package io.unveil.spark;

import io.unveil.cli.Errors;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What {@code spark-submit} starts: one command per task. Exit codes: 0 done, 1 failed, 2 wrong use, as those of the
 * command line.
 */
@Command(
        name = "unveil-spark",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        description = "Cleans, fills and scores folders of millions of pictures on Apache Spark.",
        subcommands = {DenoiseJob.class, FillJob.class, AnomalyJob.class, CalibrateJob.class})
public final class UnveilSpark implements Runnable {
    @Spec
    private CommandSpec spec;

    private UnveilSpark() {}

    public static void main(String[] args) {
        int code = run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs a command; gives the exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return line().setOut(out).setErr(err).execute(args);
    }

    /** The command of these arguments, with its options read: on an executor, which gets the driver's arguments. */
    static PictureJob job(List<String> args) {
        List<CommandLine> parsed = line().parseArgs(args.toArray(String[]::new)).asCommandLineList();
        return parsed.get(parsed.size() - 1).getCommand();
    }

    private static CommandLine line() {
        CommandLine line = new CommandLine(new UnveilSpark());
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((error, args) -> {
            say(error.getCommandLine(), String.valueOf(error.getMessage()));
            return CommandLine.ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((error, command, parsed) -> failed(error, command));
        return line;
    }

    /** The words of a command line, for the executors. */
    static List<String> typed(CommandSpec command) {
        return List.copyOf(Arrays.asList(
                command.root().commandLine().getParseResult().originalArgs().toArray(String[]::new)));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "there is no command: give one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }

    private static int failed(Exception error, CommandLine command) {
        say(command, error instanceof JobFailed ? String.valueOf(error.getMessage()) : Errors.sentence(error));
        return Errors.isWrongUse(error) ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }

    private static void say(CommandLine command, String sentence) {
        command.getErr().printf("%s: %s%n", command.getCommandSpec().qualifiedName(), sentence);
        command.getErr().flush();
    }
}
