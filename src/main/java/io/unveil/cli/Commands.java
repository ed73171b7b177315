package io.unveil.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line: one command per task. Exit codes: 0 done, 1 failed, 2 wrong use. Results go to stdout, everything
 * else to stderr.
 */
@Command(
        name = "unveil",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        description =
                "Cleans and fills pictures, and finds what is not normal on them, with convolutional autoencoders.")
public final class Commands implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            TrainCommand.class,
            EvaluateCommand.class,
            DenoiseCommand.class,
            FillCommand.class,
            AnomalyCommand.class,
            CalibrateCommand.class,
            ReconstructCommand.class,
            EncodeCommand.class,
            DecodeCommand.class,
            CompareCommand.class,
            DegradeCommand.class,
            DataCommand.class,
            ModelsCommand.class,
            BenchmarkCommand.class);

    @Spec
    private CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Log the steps, and the origin of an error.")
    private boolean verbose;

    private Commands() {}

    /**
     * Runs a command; gives the exit code.
     *
     * @param service starts the service with settings such as {@code --server.port=9090}, and returns when it has
     *     started
     */
    public static int run(Consumer<String[]> service, String... args) {
        CommandLine line = line(service, args);
        line.setExecutionStrategy(parsed -> {
            Integer help = CommandLine.executeHelpRequest(parsed);
            if (help != null) {
                return help; // needs no log
            }
            if (!(parsed.asCommandLineList()
                            .get(parsed.asCommandLineList().size() - 1)
                            .getCommand()
                    instanceof ServeCommand)) {
                ConsoleLog.start(line.<Commands>getCommand().verbose); // the service has Spring's log
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        return line.execute(withCommand(line, args));
    }

    /**
     * The parser for these arguments; it does not change the process's logging. Of commands that the arguments do not
     * name it knows only name and description, because reading all their options takes half a second.
     */
    static CommandLine line(Consumer<String[]> service, String... args) {
        Commands root = new Commands();
        CommandLine line = new CommandLine(root);
        COMMANDS.forEach(command -> line.addSubcommand(known(command, List.of(args))));
        line.addSubcommand(new ServeCommand(service));
        line.getCommandSpec().usageMessage().footer("", "Without a command the service is started.");
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((error, typed) -> wrongUse(error));
        line.setExecutionExceptionHandler((error, command, parsed) -> root.failed(error, command));
        return line;
    }

    private static CommandLine known(Class<?> command, List<String> args) {
        Command description = command.getAnnotation(Command.class);
        if (args.contains(description.name())) {
            return new CommandLine(command);
        }
        CommandSpec spec = CommandSpec.create().name(description.name());
        spec.usageMessage().description(description.description());
        return new CommandLine(spec);
    }

    /** The command line, for manifests. */
    static String typed(CommandSpec command) {
        return "unveil "
                + String.join(" ", command.root().commandLine().getParseResult().originalArgs());
    }

    /** No command, or only settings, means the service. */
    static String[] withCommand(CommandLine line, String... args) {
        boolean service = args.length == 0
                || (args[0].startsWith("--") && line.getCommandSpec().findOption(args[0]) == null);
        List<String> all = new ArrayList<>(List.of(args));
        if (service) {
            all.add(0, ServeCommand.NAME);
        }
        return all.toArray(String[]::new);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "there is no command: --verbose needs one");
    }

    private static int wrongUse(ParameterException error) {
        CommandLine command = error.getCommandLine();
        if (error instanceof UnmatchedArgumentException unmatched
                && command.getParent() == null
                && !unmatched.isUnknownOption()) {
            say(
                    command,
                    "there is no command '%s', there are %s"
                            .formatted(
                                    unmatched.getUnmatched().get(0),
                                    String.join(", ", command.getSubcommands().keySet())));
        } else {
            say(command, String.valueOf(error.getMessage()));
        }
        return CommandLine.ExitCode.USAGE;
    }

    private int failed(Exception error, CommandLine command) {
        if (verbose) {
            error.printStackTrace(command.getErr());
        }
        say(command, Errors.sentence(error));
        return Errors.isWrongUse(error) ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }

    private static void say(CommandLine command, String sentence) {
        PrintWriter err = command.getErr();
        err.printf("%s: %s%n", command.getCommandSpec().qualifiedName(), Printable.lines(sentence));
        err.flush();
    }
}
