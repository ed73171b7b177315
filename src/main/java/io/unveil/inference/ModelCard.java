package io.unveil.inference;

import java.util.Map;

/**
 * What a manifest says about a model.
 *
 * @param task denoise, fill, anomaly, autoencode or regress
 * @param channels colour channels of the pictures it takes: 1 or 3
 * @param parameters numbers learnt
 * @param multiplyAdds multiply-adds for one pixel
 * @param receptiveField side of the square of input pixels that one output pixel sees
 * @param overlap pixels that neighbouring tiles share on each side
 * @param manifest the whole manifest.json as maps, lists, strings and numbers
 */
public record ModelCard(
        String version,
        String task,
        int channels,
        long parameters,
        double multiplyAdds,
        int receptiveField,
        int overlap,
        Map<String, Object> manifest) {}
