package io.unveil.web;

import io.unveil.image.Picture;
import io.unveil.pipeline.DenoiseWish;
import io.unveil.pipeline.Denoised;
import io.unveil.pipeline.FillWish;
import io.unveil.pipeline.Filled;
import io.unveil.pipeline.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a route made of a picture, in the words of an answer.
 *
 * @param pipeline what was done, in order
 * @param headers what this route alone says in headers
 */
record Outcome(
        Picture picture,
        String model,
        List<String> pipeline,
        String device,
        Report.Parameters parameters,
        Figures error,
        Optional<Report.Reference> reference,
        List<String> notes,
        Timing timing,
        Map<String, String> headers) {
    private static final String UNTOUCHED =
            "no noise was found that could be taken away: the output is the input, pixel for pixel";

    static Outcome of(Denoised done, DenoiseWish wish) {
        return new Outcome(
                done.picture(),
                done.model(),
                steps(done, wish),
                done.device(),
                new Report.Parameters.Denoise(
                        Math.round(done.sigma() * 100) / 100.0,
                        done.estimated(),
                        wish.strength(),
                        word(wish.quality()),
                        word(wish.method())),
                Figures.of(done.error()),
                done.reference().map(both -> new Report.Reference(Figures.of(both.before()), Figures.of(both.after()))),
                done.untouched() ? List.of(UNTOUCHED) : List.of(),
                done.timing(),
                Map.of("Unveil-Sigma", Figures.text(done.sigma())));
    }

    private static List<String> steps(Denoised done, DenoiseWish wish) {
        List<String> steps = new ArrayList<>();
        if (done.estimated()) {
            steps.add("estimate");
        }
        steps.add(done.untouched() ? "untouched" : word(wish.method()));
        return steps;
    }

    static Outcome of(Filled done, FillWish wish) {
        return new Outcome(
                done.picture(),
                done.model(),
                done.steps(),
                done.device(),
                new Report.Parameters.Fill(
                        wish.mask().word(),
                        wish.invert(),
                        wish.grow(),
                        wish.feather(),
                        wish.method().word(),
                        Math.round(done.coverage() * 1e6) / 1e6),
                Figures.of(done.error()),
                done.reference().map(both -> new Report.Reference(Figures.of(both.before()), Figures.of(both.after()))),
                done.notes(),
                done.timing(),
                Map.of());
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
