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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    private Optional<FrameFigures> frames = Optional.empty();
    private List<String> readingNotes;
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

    private ReportDraft(ReportDraft like, Timing timing) {
        this.model = like.model;
        this.pipeline = like.pipeline;
        this.device = like.device;
        this.image = like.image;
        this.readingNotes = like.readingNotes;
        this.parameters = like.parameters;
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

    /** Of a file with so many frames or pages, of which the first was worked on. */
    public ReportDraft amongFrames(int count) {
        frames = count > 1 ? Optional.of(new FrameFigures(count, 1, List.of())) : Optional.empty();
        return this;
    }

    /**
     * Of all frames or pages of a file together: errors over all their pixels, the verdict of the most anomalous one,
     * and the figures of each.
     *
     * @param drafts of the frames, in order
     * @param milliseconds that each is shown; none of pages
     */
    public static ReportDraft ofFrames(List<ReportDraft> drafts, List<Integer> milliseconds) {
        ReportDraft first = drafts.get(0);
        ReportDraft all = new ReportDraft(first, together(drafts));
        List<Double> pixels = drafts.stream()
                .map(draft -> (double) draft.image.width() * draft.image.height())
                .toList();
        all.error = ErrorFigures.mean(drafts.stream().map(draft -> draft.error).toList(), pixels);
        all.reference = Report.Reference.mean(
                drafts.stream().map(draft -> draft.reference).toList(), pixels);
        all.anomaly = drafts.stream()
                .flatMap(draft -> draft.anomaly.stream())
                .max(Comparator.comparingDouble(AnomalyFigures::score));
        all.noise = first.noise;
        all.notes = Stream.concat(
                        mostAnomalous(drafts, all.anomaly).stream(), distinct(drafts, draft -> draft.notes).stream())
                .toList();
        all.readingNotes = distinct(drafts, draft -> draft.readingNotes);
        List<FrameFigures.One> each = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            each.add(drafts.get(i)
                    .asFrame(i + 1, milliseconds.isEmpty() ? Optional.empty() : Optional.of(milliseconds.get(i))));
        }
        all.frames = Optional.of(new FrameFigures(drafts.size(), drafts.size(), each));
        return all;
    }

    private static Timing together(List<ReportDraft> drafts) {
        Timing sum = new Timing(Duration.ZERO, Duration.ZERO);
        for (ReportDraft draft : drafts) {
            sum = new Timing(
                    sum.queue().plus(draft.timing.queue()), sum.inference().plus(draft.timing.inference()));
        }
        return sum;
    }

    private static Optional<String> mostAnomalous(List<ReportDraft> drafts, Optional<AnomalyFigures> most) {
        return most.map(figures -> {
            List<Optional<AnomalyFigures>> all =
                    drafts.stream().map(draft -> draft.anomaly).toList();
            return "frame %d of %d is the most anomalous".formatted(all.indexOf(most) + 1, all.size());
        });
    }

    private static List<String> distinct(List<ReportDraft> drafts, Function<ReportDraft, List<String>> notes) {
        return drafts.stream().map(notes).flatMap(List::stream).distinct().toList();
    }

    private FrameFigures.One asFrame(int number, Optional<Integer> milliseconds) {
        return new FrameFigures.One(
                number,
                image,
                milliseconds,
                error,
                reference,
                anomaly.map(AnomalyFigures::score),
                anomaly.map(AnomalyFigures::anomalous));
    }

    /** Whether it is a verdict, whose picture is a view. */
    public boolean isVerdict() {
        return anomaly.isPresent();
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
                frames,
                Stream.of(notes, readingNotes, writingNotes)
                        .flatMap(List::stream)
                        .toList(),
                output);
    }
}
