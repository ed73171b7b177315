package io.unveil.training;

import io.unveil.file.Digests;
import io.unveil.file.Safetensors;
import io.unveil.model.Manifest;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that a training needs to continue as if it had never stopped, in the folder {@code checkpoint} of its
 * model.
 *
 * @param seconds spent training so far
 * @param recipe digest of the recipe's text and the seed
 * @param data digests of the sets of pictures
 * @param origin the model that the training started from; empty where all weights were drawn
 */
record Checkpoint(
        long step,
        double seconds,
        String recipe,
        List<String> data,
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
            History history,
            Optional<Manifest.Origin> origin,
            String file,
            String digest) {}

    void write(Path model) throws IOException {
        Path folder = Files.createDirectories(model.resolve(FOLDER));
        String name = "step-%d.safetensors".formatted(step);
        byte[] numbers = Safetensors.write(tensors());
        ModelFolder.writeWhole(folder.resolve(name), numbers);
        Index index = new Index(step, seconds, recipe, data, history, origin, name, Digests.sha256(numbers));
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

    /** The checkpoint of a model folder, if it has one; throws {@link UnusableCheckpoint} when it is damaged. */
    static Optional<Checkpoint> read(Path model) throws IOException {
        Path folder = model.resolve(FOLDER);
        if (!Files.exists(folder.resolve(INDEX))) {
            return Optional.empty();
        }
        try {
            Index index = JSON.readValue(Files.readAllBytes(folder.resolve(INDEX)), Index.class);
            byte[] numbers = Files.readAllBytes(folder.resolve(index.file()));
            if (!Digests.sha256(numbers).equals(index.digest())) {
                throw new UnusableCheckpoint(
                        "%s does not have the digest that %s names".formatted(folder.resolve(index.file()), INDEX));
            }
            return Optional.of(new Checkpoint(
                    index.step(),
                    index.seconds(),
                    index.recipe(),
                    index.data(),
                    index.history(),
                    index.origin(),
                    state(Safetensors.read(numbers))));
        } catch (JacksonException e) {
            throw new UnusableCheckpoint("%s: %s".formatted(folder.resolve(INDEX), e.getOriginalMessage()));
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
