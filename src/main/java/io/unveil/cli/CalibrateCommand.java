package io.unveil.cli;

import io.unveil.calibration.Calibrated;
import io.unveil.calibration.Calibration;
import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.data.UnusableData;
import io.unveil.image.Size;
import io.unveil.inference.Models;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.score.Calibrating;
import io.unveil.pipeline.score.Scoring;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code calibrate}: what normal pictures come to, without training again. */
@Command(
        name = "calibrate",
        description = {
            "Measures normal pictures with a model that scores anomalies, and writes into its manifest what they come to.",
            "They must not be among those that it was trained on. A service that is running takes it up when it is started anew."
        })
final class CalibrateCommand implements Callable<Integer> {
    private static final String ALL = "all";

    /** Fewer say too little of how rare a score is. */
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
            names = "--scoring",
            defaultValue = ALL,
            description =
                    "One of the model's ways to score, with those that it adds up or is added to, or all (default: ${DEFAULT-VALUE}).")
    private String scoring;

    @Option(names = "--json", description = "Print one JSON object instead of lines.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Models models = engine.open();
                ProgressCounter counter = new ProgressCounter(spec.commandLine().getErr(), "pictures measured")) {
            List<String> scorings = scorings(new Scoring(models).scorings(model));
            Dataset normal = normal(models);
            Calibrated done = new Calibration(models, model, engine.folder().of(model), normal, Commands.typed(spec))
                    .by(scorings, counter::show);
            out.println(json ? Json.of(done) : done);
        }
        out.flush();
        return 0;
    }

    private Dataset normal(Models models) throws IOException {
        int channels = models.require(model, "anomaly").card().channels();
        Dataset normal = Dataset.read(data, DatasetPart.TEST, channels, SMALLEST);
        if (normal.count() < FEWEST) {
            throw new UnusableData(
                    "%s holds %d normal pictures; at least %d are needed to tell how they differ, some dozens are better"
                            .formatted(normal.name(), normal.count(), FEWEST));
        }
        return normal;
    }

    private List<String> scorings(List<String> known) {
        if (scoring.equals(ALL)) {
            return known;
        }
        if (!known.contains(scoring)) {
            throw new InvalidParameter(
                    "scoring", scoring, "of model '%s' one of %s, %s".formatted(model, String.join(", ", known), ALL));
        }
        return Calibrating.together(scoring);
    }
}
