package io.unveil.training;

import io.unveil.file.Digests;
import io.unveil.file.Safetensors;
import io.unveil.model.Manifest;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that a training needs to continue as if it had never stopped, in the folder {@code checkpoint} of its
 * model.
 *
 * @param seconds spent training so far
 * @param recipe digest of the recipe's text and the seed
 * @param data digests of the sets of pictures
 * @param precision that it was trained in, as a word; empty in older ones, which do not say
 * @param origin the model that the training started from; empty where all weights were drawn
 */
record Checkpoint(
        long step,
        double seconds,
        String recipe,
        List<String> data,
        Optional<String> precision,
        History history,
        Optional<Manifest.Origin> origin,
        LearnerState state) {
    private static final String FOLDER = "checkpoint";
    private static final String INDEX = "checkpoint.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The content of {@code checkpoint.json}; it is replaced last, so it always names a complete file of numbers. */
    private record Index(
            long step,
            double seconds,
            String recipe,
            List<String> data,
            @Nullable Optional<String> precision,
            History history,
            Optional<Manifest.Origin> origin,
            String file,
            String digest) {}

    void write(Path model) throws IOException {
        Path folder = Files.createDirectories(model.resolve(FOLDER));
        String name = "step-%d.safetensors".formatted(step);
        byte[] numbers = Safetensors.write(tensors());
        ModelFolder.writeWhole(folder.resolve(name), numbers);
        Index index = new Index(step, seconds, recipe, data, precision, history, origin, name, Digests.sha256(numbers));
        ModelFolder.writeWhole(
                folder.resolve(INDEX), JSON.writeValueAsString(index).getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path old : files.filter(file -> isOther(file, name)).toList()) {
                Files.delete(old);
            }
        }
    }

    private static boolean isOther(Path file, String name) {
        String other = file.getFileName().toString();
        return other.endsWith(".safetensors") && !other.equals(name);
    }

    private Map<String, Safetensors.Tensor> tensors() {
        Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
        tensors.put("weights", vector(state.weights()));
        tensors.put("gradients", vector(state.gradients()));
        tensors.put("squares", vector(state.squares()));
        tensors.put("averaged", vector(state.averaged()));
        tensors.put("norm", vector(new float[] {state.norm()}));
        return tensors;
    }

    private static Safetensors.Tensor vector(float[] values) {
        return new Safetensors.Tensor(List.of(values.length), values);
    }

    static boolean isIn(Path model) {
        return Files.exists(model.resolve(FOLDER).resolve(INDEX));
    }

    /** The checkpoint of a model folder, if it has one; throws {@link UnusableCheckpoint} when it is damaged. */
    static Optional<Checkpoint> read(Path model) throws IOException {
        Path folder = model.resolve(FOLDER);
        if (!isIn(model)) {
            return Optional.empty();
        }
        try {
            Index index = JSON.readValue(Files.readAllBytes(folder.resolve(INDEX)), Index.class);
            byte[] numbers = numbers(folder, index);
            if (!Digests.sha256(numbers).equals(index.digest())) {
                throw new UnusableCheckpoint(
                        "%s does not have the digest that %s names".formatted(folder.resolve(index.file()), INDEX));
            }
            return Optional.of(new Checkpoint(
                    index.step(),
                    index.seconds(),
                    index.recipe(),
                    index.data(),
                    Objects.requireNonNullElse(index.precision(), Optional.empty()),
                    index.history(),
                    index.origin(),
                    state(Safetensors.read(numbers))));
        } catch (JacksonException e) {
            throw new UnusableCheckpoint("%s: %s".formatted(folder.resolve(INDEX), e.getOriginalMessage()));
        }
    }

    private static byte[] numbers(Path folder, Index index) throws IOException {
        try {
            return Files.readAllBytes(folder.resolve(index.file()));
        } catch (NoSuchFileException e) {
            throw new UnusableCheckpoint(
                    "%s is missing, which %s names".formatted(folder.resolve(index.file()), INDEX));
        }
    }

    private static LearnerState state(Map<String, Safetensors.Tensor> tensors) {
        return new LearnerState(
                values(tensors, "weights"),
                values(tensors, "gradients"),
                values(tensors, "squares"),
                values(tensors, "averaged"),
                values(tensors, "norm")[0]);
    }

    private static float[] values(Map<String, Safetensors.Tensor> tensors, String name) {
        Safetensors.Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new UnusableCheckpoint("the checkpoint lacks '%s'".formatted(name));
        }
        return tensor.values();
    }
}
