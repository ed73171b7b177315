package io.unveil.web;

import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.pipeline.Timing;
import io.unveil.pipeline.code.Decoded;
import io.unveil.pipeline.code.LatentCode;
import io.unveil.pipeline.code.Npy;
import io.unveil.pipeline.code.Reconstructed;
import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Denoised;
import io.unveil.pipeline.fill.FillOptions;
import io.unveil.pipeline.fill.Filled;
import io.unveil.pipeline.score.ScoreMap;
import io.unveil.pipeline.score.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a route made of a picture, in the words of an answer.
 *
 * @param picture what a picture answer is
 * @param image what JSON says of size and colours: of the picture that was made, but of scoring the one that was scored
 * @param pipeline what was done, in order
 * @param error between input and output; empty where no picture came in
 * @param anomaly how anomalous the picture is; of scoring alone
 * @param headers what this route alone says in headers
 */
record Outcome(
        Picture picture,
        Report.Image image,
        String model,
        List<String> pipeline,
        String device,
        Report.Parameters parameters,
        Optional<ErrorFigures> error,
        Optional<Report.Reference> reference,
        Optional<Report.Anomaly> anomaly,
        List<String> notes,
        Timing timing,
        Map<String, String> headers) {
    private static final String UNTOUCHED =
            "no noise was found that could be taken away: the output is the input, pixel for pixel";

    static Outcome of(Denoised done, DenoiseOptions wish) {
        return new Outcome(
                done.picture(),
                Report.Image.of(done.picture()),
                done.model(),
                steps(done, wish),
                done.device(),
                new Report.Parameters.Denoise(
                        done.sigma().isPresent() ? Math.round(done.sigma().getAsDouble() * 100) / 100.0 : null,
                        done.estimated(),
                        wish.strength(),
                        wish.quality().map(Outcome::word).orElse(null),
                        word(wish.method())),
                Optional.of(ErrorFigures.of(done.error())),
                done.reference()
                        .map(both ->
                                new Report.Reference(ErrorFigures.of(both.before()), ErrorFigures.of(both.after()))),
                Optional.empty(),
                done.untouched() ? List.of(UNTOUCHED) : List.of(),
                done.timing(),
                done.sigma().isPresent()
                        ? Map.of("Unveil-Sigma", ErrorFigures.text(done.sigma().getAsDouble()))
                        : Map.of());
    }

    private static List<String> steps(Denoised done, DenoiseOptions wish) {
        List<String> steps = new ArrayList<>();
        if (done.estimated()) {
            steps.add("estimate");
        }
        steps.add(done.untouched() ? "untouched" : word(wish.method()));
        return steps;
    }

    static Outcome of(Filled done, FillOptions wish) {
        return new Outcome(
                done.picture(),
                Report.Image.of(done.picture()),
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
                Optional.of(ErrorFigures.of(done.error())),
                done.reference()
                        .map(both ->
                                new Report.Reference(ErrorFigures.of(both.before()), ErrorFigures.of(both.after()))),
                Optional.empty(),
                done.notes(),
                done.timing(),
                Map.of());
    }

    static Outcome of(Reconstructed done) {
        return new Outcome(
                done.picture(),
                Report.Image.of(done.picture()),
                done.model(),
                done.steps(),
                done.device(),
                new Report.Parameters.Reconstruct(
                        done.taken().width(), done.taken().height(), done.channels()),
                Optional.of(ErrorFigures.of(done.error())),
                done.reference()
                        .map(both ->
                                new Report.Reference(ErrorFigures.of(both.before()), ErrorFigures.of(both.after()))),
                Optional.empty(),
                done.notes(),
                done.timing(),
                Map.of());
    }

    static Outcome of(Decoded done) {
        return new Outcome(
                done.picture(),
                Report.Image.of(done.picture()),
                done.model(),
                List.of("decoder"),
                done.device(),
                new Report.Parameters.Decode(done.code().shape()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                done.timing(),
                Map.of());
    }

    /** A picture answer of scoring is a view; where none was wished for, it is not asked for. */
    static Outcome of(Scored done, AnomalyForm form) {
        Report.Anomaly anomaly =
                Report.Anomaly.of(done.verdict(), form.answer().includes(AnomalyForm.MAP) ? map(done.map()) : null);
        return new Outcome(
                done.view().orElse(done.picture()),
                Report.Image.of(done.picture()),
                done.model(),
                done.steps(),
                done.device(),
                new Report.Parameters.Anomaly(
                        done.scoring(),
                        word(form.view()),
                        done.taken().width(),
                        done.taken().height()),
                done.error().map(ErrorFigures::of),
                Optional.empty(),
                Optional.of(anomaly),
                done.notes(),
                done.timing(),
                anomaly.headers());
    }

    private static String map(ScoreMap map) {
        Pixels scores = map.scores();
        byte[] npy = Npy.write(new LatentCode(1, scores.height(), scores.width(), scores.values()));
        return DataUrl.of(Answer.Npy.MEDIA_TYPE, npy);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
