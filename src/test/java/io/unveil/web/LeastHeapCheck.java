package io.unveil.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.inference.TestModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is admitted fits: every route and method at the largest picture that a small heap admits, in a JVM of its own.
 */
class LeastHeapCheck {
    private static final int CASES = 31;

    @TempDir
    static Path models;

    @BeforeAll
    static void writeModels() {
        TestModels.box(models, "denoise-color", 3);
        TestModels.fader(models, "denoise-photo", 3);
        TestModels.lifter(models, "fill-color", 3);
        TestModels.spots(models, "spots-color", 3, Optional.of(TestModels.calm()));
        TestModels.dimmer(models, "dimmer", 3);
    }

    /** A larger heap admits larger pictures, which take minutes: {@code -Dunveil.heaps=400m,700m} runs both. */
    static Stream<String> heaps() {
        return Stream.of(System.getProperty("unveil.heaps", "400m").split(","));
    }

    @ParameterizedTest
    @MethodSource("heaps")
    void noRouteRunsOutOfMemory(String heap) throws IOException, InterruptedException {
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "-Dai.djl.pytorch.num_threads=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeastHeap.class.getName(),
                        models.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(service.getInputStream().readAllBytes(), UTF_8);

        assertThat(service.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("FAILED").contains("done");
        assertThat(said.lines().filter(line -> line.startsWith("served")))
                .as(said)
                .hasSize(CASES);
    }
}
