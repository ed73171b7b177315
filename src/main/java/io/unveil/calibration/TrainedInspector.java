package io.unveil.calibration;

import io.unveil.data.Dataset;
import io.unveil.inference.Device;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Models;
import io.unveil.pipeline.score.Calibrating;
import io.unveil.pipeline.score.Scoring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A model that scores anomalies and has just been trained, and normal pictures to measure with it.
 *
 * @param output its folder
 * @param precision auto, fp32 or bf16
 * @param command what was typed
 */
public record TrainedInspector(Path output, Device device, String precision, Dataset normal, String command) {
    /** What the pictures come to by each of its scorings. */
    public Map<String, Calibrating.Measured> measured() {
        try (Models models = models()) {
            return calibration(models).measured(new Scoring(models).scorings(name()), (done, all) -> {});
        }
    }

    /** Writes into its manifest what they come to. */
    public Calibrated calibrated(Map<String, Calibrating.Measured> measured) throws IOException {
        try (Models models = models()) {
            return calibration(models).written(measured);
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
