package io.unveil.report;

import io.unveil.image.Picture;
import io.unveil.pipeline.Timing;
import io.unveil.pipeline.code.Decoded;
import io.unveil.pipeline.code.Reconstructed;
import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Denoised;
import io.unveil.pipeline.fill.FillOptions;
import io.unveil.pipeline.fill.Filled;
import io.unveil.pipeline.score.AnomalyView;
import io.unveil.pipeline.score.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All that a report says of a result before its picture is encoded. */
public final class ReportDraft {
    private static final String UNTOUCHED =
            "no noise was found that could be taken away: the output is the input, pixel for pixel";

    private final String model;
    private final List<String> pipeline;
    private final String device;
    private final Report.Image image;
    private final UsedParameters parameters;
    private final Timing timing;
    private Optional<ErrorFigures> error = Optional.empty();
    private Optional<Report.Reference> reference = Optional.empty();
    private Optional<AnomalyFigures> anomaly = Optional.empty();
    private List<String> notes = List.of();

    /** @param image what is described: the picture that was made, but of scoring the one that was scored */
    private ReportDraft(
            String model,
            List<String> pipeline,
            String device,
            Picture image,
            UsedParameters parameters,
            Timing timing) {
        this.model = model;
        this.pipeline = pipeline;
        this.device = device;
        this.image = Report.Image.of(image);
        this.parameters = parameters;
        this.timing = timing;
    }

    public static ReportDraft of(Denoised done, DenoiseOptions options) {
        ReportDraft draft = new ReportDraft(
                done.model(),
                steps(done, options),
                done.device(),
                done.picture(),
                UsedParameters.Denoise.of(done, options),
                done.timing());
        draft.error = Optional.of(ErrorFigures.of(done.error()));
        draft.reference = done.reference()
                .map(both -> new Report.Reference(ErrorFigures.of(both.before()), ErrorFigures.of(both.after())));
        draft.notes = done.untouched() ? List.of(UNTOUCHED) : List.of();
        return draft;
    }

    private static List<String> steps(Denoised done, DenoiseOptions options) {
        List<String> steps = new ArrayList<>();
        if (done.estimated()) {
            steps.add("estimate");
        }
        steps.add(done.untouched() ? "untouched" : options.method().name().toLowerCase(Locale.ROOT));
        return steps;
    }

    public static ReportDraft of(Filled done, FillOptions options) {
        ReportDraft draft = new ReportDraft(
                done.model(),
                done.steps(),
                done.device(),
                done.picture(),
                UsedParameters.Fill.of(done, options),
                done.timing());
        draft.error = Optional.of(ErrorFigures.of(done.error()));
        draft.reference = done.reference()
                .map(both -> new Report.Reference(ErrorFigures.of(both.before()), ErrorFigures.of(both.after())));
        draft.notes = done.notes();
        return draft;
    }

    public static ReportDraft of(Reconstructed done) {
        ReportDraft draft = new ReportDraft(
                done.model(),
                done.steps(),
                done.device(),
                done.picture(),
                UsedParameters.Reconstruct.of(done),
                done.timing());
        draft.error = Optional.of(ErrorFigures.of(done.error()));
        draft.reference = done.reference()
                .map(both -> new Report.Reference(ErrorFigures.of(both.before()), ErrorFigures.of(both.after())));
        draft.notes = done.notes();
        return draft;
    }

    public static ReportDraft of(Decoded done) {
        return new ReportDraft(
                done.model(),
                List.of("decoder"),
                done.device(),
                done.picture(),
                UsedParameters.Decode.of(done),
                done.timing());
    }

    /** @param view what a picture answer shows */
    public static ReportDraft of(Scored done, AnomalyView view) {
        ReportDraft draft = new ReportDraft(
                done.model(),
                done.steps(),
                done.device(),
                done.picture(),
                UsedParameters.Anomaly.of(done, view),
                done.timing());
        draft.error = done.error().map(ErrorFigures::of);
        draft.anomaly = Optional.of(AnomalyFigures.of(done.verdict()));
        draft.notes = done.notes();
        return draft;
    }

    public String model() {
        return model;
    }

    /** Where the time of the work itself went. */
    public Timing timing() {
        return timing;
    }

    /** @param output the picture as a data URL, where it is asked for */
    public Report report(Timings timings, Optional<String> output) {
        return new Report(
                model,
                pipeline,
                device,
                image,
                parameters,
                error,
                reference,
                timings.inMilliseconds(),
                anomaly,
                notes,
                output);
    }
}
