package io.unveil.calibration;

import io.unveil.data.Dataset;
import io.unveil.inference.Device;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Models;
import io.unveil.model.ScoringMethod;
import io.unveil.pipeline.score.Scoring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A newly trained model that scores anomalies, with normal pictures to calibrate it.
 *
 * @param output its folder
 * @param precision auto, fp32 or bf16
 * @param command the command line
 */
public record TrainedInspector(Path output, Device device, String precision, Dataset normal, String command) {
    /** The pictures' scores by each of its scorings. */
    public Map<ScoringMethod, NormalMeasured> measured() {
        try (Models models = models()) {
            return calibration(models).measured(new Scoring(models).scorings(name()), (done, all) -> {});
        }
    }

    /** Writes these scores into its manifest. */
    public Calibrated calibrated(Map<ScoringMethod, NormalMeasured> measured) throws IOException {
        try (Models models = models()) {
            return calibration(models).written(measured);
        }
    }

    /** The pictures behind these scores, for the training's report: HTML. */
    public String shown(Map<ScoringMethod, NormalMeasured> measured) {
        try (Models models = models()) {
            return calibration(models).shown(measured);
        }
    }

    private Calibration calibration(Models models) {
        return new Calibration(models, name(), folder(), normal, command);
    }

    private Models models() {
        return Models.lazy(InferenceSettings.of(folder().resolveSibling(""), device, precision));
    }

    private Path folder() {
        return output.toAbsolutePath().normalize();
    }

    private String name() {
        return folder().getFileName().toString();
    }
}
