package io.unveil.web;

import io.unveil.inference.Models;
import io.unveil.inference.TestModels;
import io.unveil.model.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole service on a port of its own, with small models whose results are known: what is cleaned is blurred by a 3
 * x 3 box, what is filled is 51 levels too bright. One model is for another task, and one folder is broken. After every
 * test no temporary file and no tensor may be left.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"unveil.limits.drain=0s", "unveil.precision=fp32"})
abstract class RunningService {
    static final Path MODELS = Path.of("target", "web-test", "models");
    private static final Path TOMCAT = Path.of("target", "web-test", "tomcat");

    static {
        OutsideConnections.watch();
        TestModels.box(MODELS, "denoise-gray", 1);
        TestModels.box(MODELS, "denoise-color", 3);
        TestModels.fader(MODELS, "denoise-photo", 3);
        TestModels.deep(MODELS, "filler", 1, Task.FILL);
        TestModels.quadrants(MODELS, "quadrants");
        TestModels.dimmer(MODELS, "dimmer", 3);
        TestModels.lifter(MODELS, "fill-color", 3);
        TestModels.spots(MODELS, "spots", 1, Optional.of(TestModels.calm()));
        TestModels.spots(MODELS, "spots-color", 3, Optional.of(TestModels.calm()));
        TestModels.evener(MODELS, "evener");
        try {
            Files.createDirectories(MODELS.resolve("broken"));
            Files.createDirectories(TOMCAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Models models;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("unveil.models", MODELS::toString);
        registry.add("server.tomcat.basedir", () -> TOMCAT.toAbsolutePath().toString());
    }

    Requests service() {
        return new Requests(port);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        try (Stream<Path> files = Files.walk(TOMCAT)) {
            List<Path> left = files.filter(Files::isRegularFile).toList();
            Assertions.assertEquals(List.of(), left, "temporary files");
        }
    }
}
