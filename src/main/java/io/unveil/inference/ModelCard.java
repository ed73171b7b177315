package io.unveil.inference;

import io.unveil.autoencoder.layer.Sides;
import io.unveil.image.Size;
import io.unveil.model.ModelFolder;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a manifest says about a model.
 *
 * @param task denoise, fill, anomaly, autoencode or regress
 * @param channels colour channels of the pictures it is for: 1 or 3
 * @param area the side of the square to whose area pictures are brought before, their proportions kept; empty where they stay as they are
 * @param only the one size of pictures that it takes; empty where it takes any
 * @param inspection how it tells anomalies; empty for other tasks
 * @param told planes that a denoiser reads beside those of the picture; without any it is blind
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
        OptionalInt area,
        Optional<Size> only,
        Optional<Inspection> inspection,
        int told,
        boolean hasCode,
        long parameters,
        double multiplyAdds,
        int receptiveField,
        int overlap,
        Map<String, Object> manifest) {
    /** Whether it is a denoiser that is told no sigma. */
    public boolean blind() {
        return task.equals("denoise") && told == 0;
    }

    static ModelCard of(ModelFolder folder) {
        var manifest = folder.manifest();
        return new ModelCard(
                manifest.version(),
                manifest.task().id(),
                manifest.inspection().isPresent()
                        ? folder.architecture().inputs()
                        : folder.architecture().outputs(),
                folder.architecture().sides() instanceof Sides.Area area
                        ? OptionalInt.of(area.side())
                        : OptionalInt.empty(),
                only(folder.architecture().sides()),
                manifest.inspection().map(Inspection::of),
                manifest.told(),
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
