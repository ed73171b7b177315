package io.unveil.cli;

import io.unveil.calibration.Calibrated;
import io.unveil.calibration.Calibration;
import io.unveil.calibration.NormalSetCheck;
import io.unveil.data.Copies;
import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.data.UnusableData;
import io.unveil.image.Size;
import io.unveil.inference.ModelCard;
import io.unveil.inference.Models;
import io.unveil.model.ScoringMethod;
import io.unveil.model.Task;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.score.Calibrating;
import io.unveil.pipeline.score.Scoring;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code calibrate}: the scores of normal pictures, without training again. */
@Command(
        name = "calibrate",
        description = {
            "Scores normal pictures with a model that scores anomalies, and writes the scores into its manifest.",
            "They must not be among the pictures that it was trained on. A running service uses the calibration after a restart."
        })
final class CalibrateCommand implements Callable<Integer> {
    private static final String ALL = "all";

    /** Fewer do not show how rare a score is. */
    private static final int FEWEST = 8;

    private static final Size SMALLEST = new Size(16, 16);

    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineOptions engine;

    @Option(names = "--model", required = true, description = "Name of the model.")
    private String model;

    @Option(
            names = "--data",
            required = true,
            description = "Normal pictures: " + Dataset.FORMS + "; of folders in MVTec's layout those in test/good.")
    private String data;

    @Option(
            names = "--leave-out",
            paramLabel = "NAMES",
            split = ",",
            description =
                    "Names of pictures of the data that are not used, such as odd ones that a calibration has named.")
    private Set<String> leaveOut = Set.of();

    @Option(
            names = "--scoring",
            defaultValue = ALL,
            description =
                    "One of the model's scorings, together with those that it sums or is summed into, or all (default: ${DEFAULT-VALUE}).")
    private String scoring;

    @Option(names = "--json", description = "Print one JSON object instead of lines.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Models models = engine.open();
                ProgressCounter counter = new ProgressCounter(spec.commandLine().getErr(), "pictures measured")) {
            List<ScoringMethod> scorings = scorings(new Scoring(models).scorings(model));
            Dataset normal = normal(models);
            Calibrated done = new Calibration(models, model, engine.folder().of(model), normal, Commands.typed(spec))
                    .by(scorings, counter::show);
            out.println(json ? Json.of(done) : done);
        }
        out.flush();
        return 0;
    }

    private Dataset normal(Models models) throws IOException {
        ModelCard card = models.require(model, Task.ANOMALY).card();
        Dataset normal =
                Dataset.read(data, DatasetPart.TEST, card.channels(), SMALLEST).leavingOut(leaveOut);
        if (normal.count() < FEWEST) {
            throw new UnusableData(
                    "%s holds %d normal pictures; at least %d are needed to show how they differ, some dozens are better"
                            .formatted(normal.name(), normal.count(), FEWEST));
        }
        int different = Copies.different(normal);
        if (different < FEWEST) {
            throw new UnusableData(
                    "%s holds %d normal pictures, but only %d different ones: copies do not show how normal pictures differ; at least %d different ones are needed, some dozens are better"
                            .formatted(normal.name(), normal.count(), different, FEWEST));
        }
        if (card.area().isPresent()) {
            PrintWriter err = spec.commandLine().getErr();
            new NormalSetCheck(normal, card.area().getAsInt())
                    .remarks()
                    .forEach(remark -> err.println("WARNING: " + remark));
        }
        return normal;
    }

    private List<ScoringMethod> scorings(List<ScoringMethod> known) {
        if (scoring.equals(ALL)) {
            return known;
        }
        return known.stream()
                .filter(method -> method.word().equals(scoring))
                .findFirst()
                .map(Calibrating::together)
                .orElseThrow(() -> new InvalidParameter(
                        "scoring", scoring, "of model '%s' one of %s, %s".formatted(model, words(known), ALL)));
    }

    private static String words(List<ScoringMethod> methods) {
        return methods.stream().map(ScoringMethod::word).collect(Collectors.joining(", "));
    }
}
