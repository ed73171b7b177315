package io.unveil.web;

import io.unveil.pipeline.DenoiseWish;
import io.unveil.pipeline.Method;
import io.unveil.pipeline.Quality;
import io.unveil.pipeline.Sigma;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;

/**
 * What a caller of /v1/denoise can set.
 *
 * @param jpegQuality 1 to 100, where the answer is a JPEG
 * @param includeOutput whether the JSON answer holds the picture
 */
record DenoiseForm(DenoiseWish wish, int jpegQuality, boolean includeOutput) {
    private static final Set<String> PARTS = Set.of(Upload.FILE, Upload.REFERENCE);
    /** The parameters' names. */
    static final Set<String> KNOWN =
            Set.of("sigma", "model", "strength", "quality", "method", "quality-jpeg", "include");

    /** Throws {@link io.unveil.pipeline.InvalidParameter}. */
    static DenoiseForm of(HttpServletRequest request) throws IOException, ServletException {
        Upload.requireParts(request, PARTS);
        Parameters given = Parameters.of(request, KNOWN, PARTS);
        DenoiseWish unset = DenoiseWish.DEFAULT;
        DenoiseWish wish = new DenoiseWish(
                given.text("sigma").map(Sigma::parse).orElse(unset.sigma()),
                given.text("model"),
                given.text("strength").map(DenoiseWish::parseStrength).orElse(unset.strength()),
                given.text("quality").map(Quality::parse).orElse(unset.quality()),
                given.text("method").map(Method::parse).orElse(unset.method()));
        return new DenoiseForm(wish, given.whole("quality-jpeg", 95, 1, 100), given.chosen("include", "output"));
    }
}
