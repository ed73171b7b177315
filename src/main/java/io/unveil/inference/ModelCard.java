package io.unveil.inference;

import io.unveil.autoencoder.ModelFolder;
import io.unveil.autoencoder.Sides;
import io.unveil.image.Size;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a manifest says about a model.
 *
 * @param task denoise, fill, anomaly, autoencode or regress
 * @param channels colour channels of the pictures it gives: 1 or 3
 * @param only the one size of pictures that it takes; empty where it takes any
 * @param hasCode whether it has a latent code
 * @param parameters numbers learnt
 * @param multiplyAdds multiply-adds for one pixel
 * @param receptiveField side of the square of input pixels that one output pixel sees
 * @param overlap pixels around a kept pixel that a tile must hold
 * @param manifest the whole manifest.json as maps, lists, strings and numbers
 */
public record ModelCard(
        String version,
        String task,
        int channels,
        Optional<Size> only,
        boolean hasCode,
        long parameters,
        double multiplyAdds,
        int receptiveField,
        int overlap,
        Map<String, Object> manifest) {
    static ModelCard of(ModelFolder folder) {
        var manifest = folder.manifest();
        return new ModelCard(
                manifest.version(),
                manifest.task().id(),
                folder.architecture().outputs(),
                only(folder.architecture().sides()),
                folder.architecture().hasCode(),
                folder.architecture().parameters(),
                folder.architecture().multiplyAddsPerPixel(),
                folder.architecture().receptiveField().size(),
                folder.architecture().receptiveField().reach(),
                JsonMapper.shared().convertValue(manifest, new TypeReference<Map<String, Object>>() {}));
    }

    private static Optional<Size> only(Sides sides) {
        return sides instanceof Sides.Fixed fixed
                ? Optional.of(new Size(fixed.width(), fixed.height()))
                : Optional.empty();
    }
}
