package io.unveil.cli;

import io.unveil.data.InspectionSet;
import io.unveil.evaluation.AnomalyEvaluation;
import io.unveil.evaluation.Evaluation;
import io.unveil.inference.Models;
import io.unveil.model.ModelFolder;
import io.unveil.model.ScoringMethod;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.score.Scoring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options for measuring a model that scores anomalies. */
final class InspectionOptions {
    /** All options, so that a command can refuse them with other models. */
    static final List<String> NAMES = List.of("--scoring", "--half", "--report");

    private static final String ALL = "all";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--scoring",
            split = ",",
            defaultValue = ALL,
            description =
                    "Of a model that scores anomalies: one or several of its scorings with commas, or all (default: ${DEFAULT-VALUE}).")
    private List<String> scorings;

    @Option(
            names = "--half",
            description =
                    "Of a model that scores anomalies: 1 or 2, every other picture of each class, so that settings are chosen on one half and the other is reported.")
    private @Nullable Integer half;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description =
                    "Of a model that scores anomalies: write curves, scores and the worst mistakes as one self-contained HTML page.")
    private @Nullable Path report;

    Evaluation run(Models models, String model, String data, Evaluation.Progress progress) throws IOException {
        if (half != null && half != 1 && half != 2) {
            throw new InvalidParameter("half", half.toString(), "1 or 2");
        }
        if (report != null) { // a measurement can take long: fail early
            Files.createDirectories(report.toAbsolutePath().getParent());
        }
        InspectionSet set = InspectionSet.read(data);
        AnomalyEvaluation measured = AnomalyEvaluation.run(
                models, model, scorings(models, model), half == null ? set : set.half(half == 1), progress);
        if (report != null) {
            ModelFolder.writeWhole(report, measured.report(Commands.typed(spec)).getBytes(StandardCharsets.UTF_8));
        }
        return measured.evaluation();
    }

    private List<ScoringMethod> scorings(Models models, String model) {
        Scoring scoring = new Scoring(models);
        return scorings.equals(List.of(ALL))
                ? scoring.scorings(model)
                : scorings.stream()
                        .map(word -> scoring.method(model, Optional.of(word)))
                        .toList();
    }
}
