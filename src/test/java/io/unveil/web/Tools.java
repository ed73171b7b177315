package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Programs that tests run. Where one is missing, the test is skipped with a message, and fails with
 * -Dunveil.clients=required.
 */
final class Tools {
    private static final int PATIENCE_IN_MINUTES = 10;

    private Tools() {}

    /** Goes on only where these files are. */
    static void need(String cure, Path... files) {
        List<Path> missing =
                List.of(files).stream().filter(file -> !Files.exists(file)).toList();
        if (!"required".equals(System.getProperty("unveil.clients"))) {
            assumeTrue(missing.isEmpty(), () -> "not tested: %s not found; %s".formatted(missing, cure));
        }
        assertThat(missing).as(cure).isEmpty();
    }

    /** Goes on only where the command succeeds. */
    static void needCommand(String cure, String... command) {
        boolean there = run(Path.of("."), command).code() == 0;
        if (!"required".equals(System.getProperty("unveil.clients"))) {
            assumeTrue(there, () -> "not tested: %s failed; %s".formatted(String.join(" ", command), cure));
        }
        assertThat(there).as(cure).isTrue();
    }

    record Done(int code, String text) {}

    /** Runs a command to its end. */
    static Done run(Path folder, String... command) {
        try {
            Files.createDirectories(folder);
            Path said = Files.createTempFile(Files.createDirectories(Path.of("target", "clients")), "said", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().put("REDOCLY_TELEMETRY", "off");
            builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
            Process process = builder.start();
            boolean ended = process.waitFor(PATIENCE_IN_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            String text = Files.readString(said);
            Files.delete(said);
            assertThat(ended).as("%s ended; it said: %s", command[0], text).isTrue();
            return new Done(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Runs a command that must succeed; what it said. */
    static String succeed(Path folder, String... command) {
        Done done = run(folder, command);
        assertThat(done.code())
                .as("%s: %s", String.join(" ", command), done.text())
                .isZero();
        return done.text();
    }
}
