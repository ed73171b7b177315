package io.unveil.cli;

import io.unveil.image.Picture;
import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.score.AnomalyView;
import io.unveil.pipeline.score.ScoreOptions;
import io.unveil.pipeline.score.Scored;
import io.unveil.pipeline.score.Scoring;
import io.unveil.report.Report;
import io.unveil.report.ReportDraft;
import io.unveil.report.Stopwatch;
import io.unveil.report.Timings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anomaly}: what the service's route of that name does, on files and folders. */
@Command(
        name = "anomaly",
        description = {
            "Says how anomalous pictures are, and where, by a model that has learnt from normal ones alone.",
            "The score is the share of normal pictures that look less anomalous."
        })
final class AnomalyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineOptions engine;

    @Parameters(
            arity = "1..*",
            paramLabel = "IN",
            description = "Pictures, and folders of them (searched recursively).")
    private List<Path> inputs;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description =
                    "The file to write the view to, in the format that its name ends like, or a folder, where names and formats are kept; without it nothing is written.")
    private @Nullable Path output;

    @Option(
            names = "--model",
            description = "Name of a model; without it anomaly-surfaces, which ships, or the only one that there is.")
    private @Nullable String model;

    @Option(names = "--scoring", description = "One of the model's ways to score; without it its first.")
    private @Nullable String scoring;

    @Option(
            names = "--threshold",
            description =
                    "From which score on a picture is anomalous, 0 to 1 (default: 0.99, one false alarm in a hundred normal pictures; 0.5 for a model that was never calibrated).")
    private @Nullable String threshold;

    @Option(names = "--view", description = "What is written: heatmap (default), overlay, mask or reconstruction.")
    private @Nullable String view;

    @Option(
            names = "--quality-jpeg",
            defaultValue = "95",
            description = "Quality of JPEG files, 1 to 100 (default: ${DEFAULT-VALUE}).")
    private int jpegQuality;

    @Option(names = "--json", description = "Print one JSON array, an object a picture.")
    private boolean json;

    /** A picture, and where its view goes, if anywhere. */
    private record Asked(Path in, Optional<Path> out) {}

    @Override
    public Integer call() throws IOException {
        ScoreOptions wish = wish();
        List<Asked> asked = asked();
        try (Models models = engine.open()) {
            Scoring scorings = new Scoring(models);
            return new Batch(spec, json).run(asked, Asked::in, one -> {
                Stopwatch watch = new Stopwatch();
                Picture picture = Pictures.read(one.in());
                Duration decode = watch.lap();
                Scored done = scorings.score(picture, wish, Deadline.none());
                watch.lap();
                if (one.out().isPresent()) {
                    Pictures.write(one.out().get(), done.view().orElseThrow(), jpegQuality);
                }
                return told(one, done, wish, Timings.of(decode, Duration.ZERO, done.timing(), watch.lap()));
            });
        }
    }

    private static FileReport told(Asked one, Scored done, ScoreOptions wish, Timings timings) {
        Report report = ReportDraft.of(done, wish.view().orElse(AnomalyView.HEATMAP))
                .report(timings, Optional.empty());
        return FileReport.of(one.in(), one.out(), report, Lines.scored(report));
    }

    private ScoreOptions wish() {
        if (output == null && view != null) {
            throw new ParameterException(spec.commandLine(), "--view is what is written, give --output too");
        }
        return new ScoreOptions(
                Optional.ofNullable(model),
                Optional.ofNullable(scoring),
                Optional.ofNullable(threshold).map(ScoreOptions::parseThreshold),
                output == null
                        ? Optional.empty()
                        : Optional.of(view == null ? AnomalyView.HEATMAP : AnomalyView.parse(view)));
    }

    private List<Asked> asked() throws IOException {
        if (jpegQuality < 1 || jpegQuality > 100) {
            throw new InvalidParameter("quality-jpeg", Integer.toString(jpegQuality), "a whole number from 1 to 100");
        }
        return output == null
                ? Job.inputs(inputs, Conversion.PICTURE_TO_PICTURE).stream()
                        .map(in -> new Asked(in, Optional.empty()))
                        .toList()
                : Job.plan(inputs, output, Conversion.PICTURE_TO_PICTURE).stream()
                        .map(job -> new Asked(job.in(), Optional.of(job.out())))
                        .toList();
    }
}
