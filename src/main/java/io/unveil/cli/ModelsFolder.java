package io.unveil.cli;

import io.unveil.inference.ModelsHome;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The folder of models, for commands that read it and run nothing. */
final class ModelsFolder {
    @Option(
            names = "--models",
            defaultValue = "${env:UNVEIL_MODELS:-models}",
            description = "Folder whose subfolders are the models (default: ${DEFAULT-VALUE}, here or beside the jar).")
    private Path root;

    Path root() {
        return ModelsHome.find(root);
    }

    /** Names of all subfolders, in order. */
    List<String> names() throws IOException {
        if (!Files.isDirectory(root())) {
            throw new Errors.Failed(
                    "there is no folder %s, neither here nor beside the jar; say with --models where the models are"
                            .formatted(root));
        }
        try (Stream<Path> entries = Files.list(root())) {
            return entries.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    Path of(String name) throws IOException {
        Path folder = root().resolve(name);
        if (!Files.isDirectory(folder)) {
            throw new Errors.Failed("there is no model '%s', there are %s".formatted(name, String.join(", ", names())));
        }
        return folder;
    }

    /** Read and verified; throws {@link ModelFolder.Broken}. */
    ModelFolder read(String name) throws IOException {
        return ModelFolder.read(of(name));
    }
}
