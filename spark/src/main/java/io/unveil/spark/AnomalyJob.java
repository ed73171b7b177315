package io.unveil.spark;

import io.unveil.cli.ScoreFlags;
import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.model.Task;
import io.unveil.pipeline.score.AnomalyView;
import io.unveil.pipeline.score.ScoreOptions;
import io.unveil.pipeline.score.Scored;
import io.unveil.pipeline.score.Scoring;
import io.unveil.report.ReportDraft;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anomaly}: what the service's route of that name does, on a folder of any size. */
@Command(name = "anomaly", description = "Scores how anomalous pictures are, and shows where.")
final class AnomalyJob implements PictureJob, Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions run;

    @Mixin
    private ScoreFlags flags;

    @Option(
            names = "--view",
            description =
                    "View to write: heatmap, overlay, mask or reconstruction (default: none, only the table is written).")
    private @Nullable String view;

    @Override
    public Integer call() throws IOException {
        return new Run(this, spec).call();
    }

    @Override
    public void check() {
        options();
    }

    @Override
    public RunOptions run() {
        return run;
    }

    @Override
    public Optional<String> model() {
        return options().model();
    }

    @Override
    public Task task() {
        return Task.ANOMALY;
    }

    @Override
    public Work work(Models models, RemoteFiles files) {
        ScoreOptions options = options();
        Scoring scoring = new Scoring(models);
        return (name, file) -> {
            Scored done = scoring.score(file.picture(), options, Deadline.none());
            return new Made(done.view(), ReportDraft.of(done, options.view().orElse(AnomalyView.HEATMAP)));
        };
    }

    private ScoreOptions options() {
        return flags.options(Optional.ofNullable(view).map(AnomalyView::parse));
    }
}
