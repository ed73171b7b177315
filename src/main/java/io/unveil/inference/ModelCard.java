package io.unveil.inference;

import io.unveil.image.Size;
import io.unveil.model.Convention;
import io.unveil.model.ModelFolder;
import io.unveil.model.ResidualNoise;
import io.unveil.model.Task;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The properties of a model, from its manifest.
 *
 * @param convention what the network reads and what its answer means
 * @param inspection how it scores anomalies; empty for other tasks
 * @param hasCode whether it has a latent code
 * @param parameters numbers learnt
 * @param multiplyAdds multiply-adds for one pixel
 * @param receptiveField side of the square of input pixels that one output pixel sees
 * @param overlap pixels around a kept pixel that a tile must hold
 * @param manifest the whole manifest.json as maps, lists, strings and numbers
 */
public record ModelCard(
        String version,
        Task task,
        Convention convention,
        Optional<Inspection> inspection,
        boolean hasCode,
        long parameters,
        double multiplyAdds,
        int receptiveField,
        int overlap,
        Map<String, Object> manifest) {
    /** Colour channels of the pictures it is for: 1 or 3. */
    public int channels() {
        return convention.form().channels();
    }

    /** The side of the square to whose area pictures are resized, their proportions kept; empty where they are not. */
    public OptionalInt area() {
        return convention.form().area();
    }

    /** The one size of pictures that it takes; empty where it takes any. */
    public Optional<Size> only() {
        return convention.form().only();
    }

    /** Whether it is a denoiser that is given nothing of the noise. */
    public boolean blind() {
        return convention instanceof ResidualNoise noise && noise.blind();
    }

    /**
     * The convention as one of its kinds, for callers that know the model's task or answer.
     *
     * @throws IllegalStateException where it is of another kind
     */
    public <C extends Convention> C convention(Class<C> kind) {
        if (!kind.isInstance(convention)) {
            throw new IllegalStateException("%s is not a %s".formatted(convention, kind.getSimpleName()));
        }
        return kind.cast(convention);
    }

    static ModelCard of(ModelFolder folder) {
        var manifest = folder.manifest();
        return new ModelCard(
                manifest.version(),
                manifest.task(),
                folder.convention(),
                Inspection.of(manifest),
                folder.architecture().hasCode(),
                folder.architecture().parameters(),
                folder.architecture().multiplyAddsPerPixel(),
                folder.architecture().receptiveField().size(),
                folder.architecture().receptiveField().reach(),
                JsonMapper.shared().convertValue(manifest, new TypeReference<Map<String, Object>>() {}));
    }
}
