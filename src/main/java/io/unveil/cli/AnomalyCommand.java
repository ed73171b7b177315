package io.unveil.cli;

import io.unveil.file.Shard;
import io.unveil.image.Picture;
import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
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

/** {@code anomaly}: the service's route of that name, for files and folders. */
@Command(
        name = "anomaly",
        description = {
            "Scores how anomalous pictures are, and shows where, by a model that has learnt only from normal ones.",
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
                    "File for the view, in the format of its name's ending, or a folder, where names and formats are kept; without it nothing is written.")
    private @Nullable Path output;

    @Mixin
    private ScoreFlags flags;

    @Option(names = "--view", description = "View to write: heatmap (default), overlay, mask or reconstruction.")
    private @Nullable String view;

    @Mixin
    private WriteFlags writing;

    @Mixin
    private ShardOption shard;

    @Option(names = "--json", description = "Print one JSON array, one object per picture.")
    private boolean json;

    /** A picture, and the file for its view, if any. */
    private record Asked(Path in, Optional<Path> out) {}

    @Override
    public Integer call() throws IOException {
        ScoreOptions options = options();
        List<Asked> asked = asked();
        try (Models models = engine.open()) {
            Scoring scorings = new Scoring(models);
            return new Batch(spec, json).run(asked, Asked::in, one -> {
                Stopwatch watch = new Stopwatch();
                Picture picture = Pictures.read(one.in());
                Duration decode = watch.lap();
                Scored done = scorings.score(picture, options, Deadline.none());
                watch.lap();
                if (one.out().isPresent()) {
                    Pictures.write(one.out().get(), done.view().orElseThrow(), writing.options());
                }
                return report(one, done, options, Timings.of(decode, Duration.ZERO, done.timing(), watch.lap()));
            });
        }
    }

    private static FileReport report(Asked one, Scored done, ScoreOptions options, Timings timings) {
        Report report =
                ReportDraft.of(done, options.view().orElse(AnomalyView.HEATMAP)).report(timings, Optional.empty());
        return FileReport.of(one.in(), one.out(), report, Lines.scored(report));
    }

    private ScoreOptions options() {
        if (output == null && view != null) {
            throw new ParameterException(spec.commandLine(), "--view says what to write: give --output too");
        }
        return flags.options(
                output == null
                        ? Optional.empty()
                        : Optional.of(view == null ? AnomalyView.HEATMAP : AnomalyView.parse(view)));
    }

    private List<Asked> asked() throws IOException {
        writing.options();
        Shard share = shard.shard();
        return output == null
                ? Job.inputs(inputs, Conversion.PICTURE_TO_PICTURE, share).stream()
                        .map(in -> new Asked(in, Optional.empty()))
                        .toList()
                : Job.plan(inputs, output, Conversion.PICTURE_TO_PICTURE).stream()
                        .filter(job -> share.has(job.name()))
                        .map(job -> new Asked(job.in(), Optional.of(job.out())))
                        .toList();
    }
}
