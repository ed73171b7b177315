package io.unveil.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code unveil} starts the packaged jar. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptIT {
    private static final Path SCRIPT = Path.of("unveil").toAbsolutePath();

    @TempDir
    Path folder;

    /** What a run of the script answered, and what it said. */
    private record Run(int code, String out, String err) {}

    private Run run(Path script, String... args) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(args));
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        process.environment().put("UNVEIL_CACHE", folder.resolve("cache").toString());
        int code = process.start().waitFor();
        return new Run(code, read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    @Test
    void theFirstStartUnpacksTheJarAndMakesTheArchiveThatLaterStartsUse() throws IOException, InterruptedException {
        Run first = run(SCRIPT, "--version");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).startsWith("unveil ");
        assertThat(first.err()).startsWith("unveil: the first start unpacks ");
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            assertThat(files.map(file -> file.getFileName().toString())).contains("unveil.jar", "command.jsa");
        }

        Run second = run(SCRIPT, "--version");
        assertThat(second).isEqualTo(new Run(0, first.out(), ""));
        assertThat(run(SCRIPT, "compare", "a.png").code()).as("wrong use").isEqualTo(2);
        assertThat(run(SCRIPT, "models", "list").out())
                .as("models beside the script")
                .contains("denoise-color");
    }

    @Test
    void withoutAJarItSaysHowToBuildOne() throws IOException, InterruptedException {
        Path elsewhere = Files.copy(SCRIPT, folder.resolve("unveil"));
        Run run = run(elsewhere, "--version");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("there is no unveil.jar", "./mvnw package");
    }
}
