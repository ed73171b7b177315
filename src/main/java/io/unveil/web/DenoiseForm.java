package io.unveil.web;

import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Method;
import io.unveil.pipeline.denoise.Quality;
import io.unveil.pipeline.denoise.Sigma;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;

/** The parameters of /v1/denoise. */
record DenoiseForm(DenoiseOptions options, AnswerForm answer) {
    private static final Set<String> PARTS = Set.of(Upload.FILE, Upload.REFERENCE);
    /** The parameters' names. */
    static final Set<String> KNOWN =
            AnswerForm.with(AnswerForm.FRAMES, "sigma", "model", "strength", "chroma", "quality", "method");

    /** Throws {@link io.unveil.pipeline.InvalidParameter}. */
    static DenoiseForm of(HttpServletRequest request) throws IOException, ServletException {
        Upload.requireParts(request, PARTS);
        Parameters given = Parameters.of(request, KNOWN, PARTS);
        DenoiseOptions unset = DenoiseOptions.DEFAULT;
        DenoiseOptions options = new DenoiseOptions(
                given.text("sigma").map(Sigma::parse).orElse(unset.sigma()),
                given.text("model"),
                given.text("strength").map(DenoiseOptions::parseStrength).orElse(unset.strength()),
                given.text("chroma").map(DenoiseOptions::parseChroma).orElse(unset.chroma()),
                given.text("quality").map(Quality::parse),
                given.text("method").map(Method::parse).orElse(unset.method()));
        return new DenoiseForm(options, AnswerForm.of(given));
    }
}
