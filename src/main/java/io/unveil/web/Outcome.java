package io.unveil.web;

import io.unveil.image.Picture;
import io.unveil.pipeline.code.Decoded;
import io.unveil.pipeline.code.Reconstructed;
import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Denoised;
import io.unveil.pipeline.fill.FillOptions;
import io.unveil.pipeline.fill.Filled;
import io.unveil.pipeline.score.Scored;
import io.unveil.report.ReportDraft;
import java.util.Map;

/**
 * What a route made of a picture.
 *
 * @param picture the picture of a picture answer
 * @param report what JSON says of it
 * @param headers what only this route says in headers, and the report less exactly
 */
record Outcome(Picture picture, ReportDraft report, Map<String, String> headers) {
    static Outcome of(Denoised done, DenoiseOptions options) {
        return new Outcome(
                done.picture(),
                ReportDraft.of(done, options),
                done.sigma().isPresent()
                        ? Map.of(
                                "Unveil-Sigma",
                                ReportHeaders.figure(done.sigma().getAsDouble()))
                        : Map.of());
    }

    static Outcome of(Filled done, FillOptions options) {
        return new Outcome(done.picture(), ReportDraft.of(done, options), Map.of());
    }

    static Outcome of(Reconstructed done) {
        return new Outcome(done.picture(), ReportDraft.of(done), Map.of());
    }

    static Outcome of(Decoded done) {
        return new Outcome(done.picture(), ReportDraft.of(done), Map.of());
    }

    /** A picture answer of scoring is a view; where none is asked for, none is drawn. */
    static Outcome of(Scored done, AnomalyForm form) {
        ReportDraft report = form.answer().includes(AnomalyForm.MAP)
                ? ReportDraft.withMap(done, form.view())
                : ReportDraft.of(done, form.view());
        return new Outcome(done.view().orElse(done.picture()), report, Map.of());
    }
}
