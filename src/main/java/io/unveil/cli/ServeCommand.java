package io.unveil.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code serve}: the service, over HTTP. */
@Command(
        name = ServeCommand.NAME,
        description =
                "Starts the service. Settings follow as --name=value, such as --server.port=9090 (docs/configuration.md).")
final class ServeCommand implements Runnable {
    static final String NAME = "serve";

    private final Consumer<String[]> service;

    @Spec
    private CommandSpec spec;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    ServeCommand(Consumer<String[]> service) {
        this.service = service;
    }

    @Override
    public void run() {
        for (String setting : settings) {
            if (!setting.startsWith("--")) {
                throw new ParameterException(
                        spec.commandLine(),
                        "settings are written --name=value, such as --server.port=9090; there was '%s'"
                                .formatted(setting));
            }
        }
        try {
            service.accept(settings.toArray(String[]::new));
        } catch (RuntimeException e) { // the log has said more
            throw new Errors.Failed("the service did not start: " + innermost(e).getMessage());
        }
    }

    private static Throwable innermost(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
