package io.unveil.web;

import io.unveil.pipeline.DenoiseWish;
import io.unveil.pipeline.Method;
import io.unveil.pipeline.Quality;
import io.unveil.pipeline.Sigma;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;

/** What a caller of /v1/denoise can set. */
record DenoiseForm(DenoiseWish wish, AnswerForm answer) {
    private static final Set<String> PARTS = Set.of(Upload.FILE, Upload.REFERENCE);
    /** The parameters' names. */
    static final Set<String> KNOWN = AnswerForm.with("sigma", "model", "strength", "quality", "method");

    /** Throws {@link io.unveil.pipeline.InvalidParameter}. */
    static DenoiseForm of(HttpServletRequest request) throws IOException, ServletException {
        Upload.requireParts(request, PARTS);
        Parameters given = Parameters.of(request, KNOWN, PARTS);
        DenoiseWish unset = DenoiseWish.DEFAULT;
        DenoiseWish wish = new DenoiseWish(
                given.text("sigma").map(Sigma::parse).orElse(unset.sigma()),
                given.text("model"),
                given.text("strength").map(DenoiseWish::parseStrength).orElse(unset.strength()),
                given.text("quality").map(Quality::parse),
                given.text("method").map(Method::parse).orElse(unset.method()));
        return new DenoiseForm(wish, AnswerForm.of(given));
    }
}
