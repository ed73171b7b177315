package io.unveil.report;

import io.unveil.degradation.description.NoiseKind;
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
import io.unveil.pipeline.score.AnomalyView;
import io.unveil.pipeline.score.Scored;
import io.unveil.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything in a report that is known before the picture is encoded. */
public final class ReportDraft {
    private static final String UNTOUCHED = "no noise was found: the output is the input, pixel for pixel";
    private static final String LEFT = "the noise was left: the output is the input, pixel for pixel";

    private final String model;
    private final List<String> pipeline;
    private final String device;
    private final Report.Image image;
    private final UsedParameters parameters;
    private final Timing timing;
    private Optional<ErrorFigures> error = Optional.empty();
    private Optional<Report.Reference> reference = Optional.empty();
    private Optional<AnomalyFigures> anomaly = Optional.empty();
    private Optional<NoiseFigures> noise = Optional.empty();
    private final List<String> readingNotes;
    private List<String> notes = List.of();
    private List<String> writingNotes = List.of();

    /** @param image the described picture: the output, or for scoring the scored picture */
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
        this.readingNotes = image.origin().notes();
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
        draft.noise = done.noise().map(NoiseFigures::of);
        draft.notes = Stream.concat(
                        done.untouched() ? Stream.of(untouched(done)) : Stream.empty(), done.notes().stream())
                .toList();
        return draft;
    }

    private static String untouched(Denoised done) {
        return done.noise().map(found -> found.kind() == NoiseKind.NONE).orElse(true) ? UNTOUCHED : LEFT;
    }

    private static List<String> steps(Denoised done, DenoiseOptions options) {
        List<String> steps = new ArrayList<>();
        if (done.estimated()) {
            steps.add("estimate");
        }
        steps.add(done.untouched() ? "untouched" : Words.of(options.method()));
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
        return of(done, view, Optional.empty());
    }

    /** The same with the scores of all places, as NumPy keeps them. */
    public static ReportDraft withMap(Scored done, AnomalyView view) {
        Pixels scores = done.map().scores();
        byte[] npy = Npy.write(new LatentCode(1, scores.height(), scores.width(), scores.values()));
        return of(done, view, Optional.of(DataUrl.of("application/x-npy", npy)));
    }

    private static ReportDraft of(Scored done, AnomalyView view, Optional<String> map) {
        ReportDraft draft = new ReportDraft(
                done.model(),
                done.steps(),
                done.device(),
                done.picture(),
                UsedParameters.Anomaly.of(done, view),
                done.timing());
        draft.error = done.error().map(ErrorFigures::of);
        draft.anomaly = Optional.of(AnomalyFigures.of(done.verdict(), map));
        draft.notes = done.notes();
        return draft;
    }

    /** Notes what a picture lost when it was written. */
    public ReportDraft noting(List<String> losses) {
        writingNotes = List.copyOf(losses);
        return this;
    }

    public String model() {
        return model;
    }

    /** The timing of the work itself. */
    public Timing timing() {
        return timing;
    }

    /** @param output the picture as a data URL, where it is requested */
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
                noise,
                Stream.of(notes, readingNotes, writingNotes)
                        .flatMap(List::stream)
                        .toList(),
                output);
    }
}
