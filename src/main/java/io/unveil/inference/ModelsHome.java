package io.unveil.inference;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.system.ApplicationHome;

/** Where the folder of models is, also for a program that was started from another folder. */
public final class ModelsHome {
    private ModelsHome() {}

    /**
     * The folder as it was given, where there is one. A relative folder that the working directory lacks is looked for
     * beside the program's jar, then one folder above it (the jar of a build lies in {@code target}). Where none of
     * them exists, the folder as it was given.
     */
    public static Path find(Path given) {
        if (given.isAbsolute()) {
            return given; // also for programs that bring none of Spring's classes
        }
        return find(
                given,
                Optional.ofNullable(new ApplicationHome(ModelsHome.class).getSource())
                        .map(File::toPath));
    }

    static Path find(Path given, Optional<Path> program) {
        if (given.isAbsolute() || Files.isDirectory(given)) {
            return given;
        }
        return program.map(file -> file.toAbsolutePath().getParent()).stream()
                .flatMap(beside -> Stream.of(beside, beside.resolveSibling("")))
                .map(folder -> folder.resolve(given))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(given);
    }
}
