package io.unveil.spark;

import io.unveil.file.Digests;
import io.unveil.model.ModelFolder;
import io.unveil.model.Task;
import io.unveil.pipeline.InvalidParameter;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.SparkFiles;

/**
 * The models that a run works with, by the SHA-256 of their manifests, which have those of weights and recipe.
 *
 * @param folder as it was given
 * @param manifests digests by the models' names
 */
record ModelDigests(String folder, Map<String, String> manifests) implements Serializable {
    ModelDigests {
        manifests = new TreeMap<>(manifests);
    }

    /** Of this machine's folder; throws {@link InvalidParameter} where it has none. */
    static ModelDigests here(String folder) throws IOException {
        Map<String, String> manifests = read(place(folder));
        if (manifests.isEmpty()) {
            throw new InvalidParameter(
                    "--models",
                    folder,
                    "a folder of models on the driver's machine too, such as one given by --archives");
        }
        return new ModelDigests(folder, manifests);
    }

    private static Map<String, String> read(Path root) throws IOException {
        Map<String, String> manifests = new TreeMap<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> folders = Files.list(root)) {
                for (Path folder : folders.toList()) {
                    Path manifest = folder.resolve(ModelFolder.MANIFEST);
                    if (Files.isRegularFile(manifest)) {
                        manifests.put(folder.getFileName().toString(), Digests.sha256(Files.readAllBytes(manifest)));
                    }
                }
            }
        }
        return manifests;
    }

    /** Where the folder is on this machine: as given, or among the files that Spark has brought here. */
    static Path place(String folder) {
        Path given = Path.of(folder);
        if (given.isAbsolute() || Files.isDirectory(given)) {
            return given.toAbsolutePath();
        }
        return Path.of(SparkFiles.getRootDirectory()).resolve(folder).toAbsolutePath();
    }

    /** Refuses a model that is not there or is for another task, before anything starts. */
    void require(Optional<String> model, Task task) {
        if (model.isEmpty()) {
            return;
        }
        String name = model.get();
        if (!manifests.containsKey(name)) {
            throw new InvalidParameter("--model", name, "one of " + String.join(", ", manifests.keySet()));
        }
        Task its = ModelFolder.read(place(folder).resolve(name)).manifest().task();
        if (its != task) {
            throw new InvalidParameter(
                    "--model", name, "a model for '%s'; this one is for '%s'".formatted(task.word(), its.word()));
        }
    }

    /** What is wrong with this machine's models, in a sentence; empty where they are the driver's. */
    Optional<String> fault() throws IOException {
        Path root = place(folder);
        Map<String, String> found = read(root);
        if (found.isEmpty()) {
            return Optional.of("there are no models in %s".formatted(root));
        }
        List<String> faults = new ArrayList<>();
        manifests.forEach((name, digest) -> {
            String other = found.get(name);
            if (other == null) {
                faults.add("model '%s' is missing in %s".formatted(name, root));
            } else if (!other.equals(digest)) {
                faults.add("the manifest of model '%s' in %s has SHA-256 %s, the driver's has %s"
                        .formatted(name, root, other, digest));
            }
        });
        return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
    }
}
