package io.unveil.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * A command as a user runs it: exit code, what came on stdout, what came on stderr, what the service was started with.
 */
public record Cli(int code, String out, String err, List<String> service) {
    public static Cli run(Object... args) {
        List<String> service = new ArrayList<>();
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        CommandLine line = Commands.line(
                settings -> {
                    service.add("started");
                    service.addAll(List.of(settings));
                },
                words);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = line.execute(Commands.withCommand(line, words));
        return new Cli(code, out.toString(), err.toString().strip(), List.copyOf(service));
    }
}
