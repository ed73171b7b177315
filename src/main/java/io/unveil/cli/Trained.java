package io.unveil.cli;

import io.unveil.data.Dataset;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Models;
import io.unveil.pipeline.Calibrating;
import io.unveil.pipeline.Scoring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A model that scores anomalies and has just been trained, and normal pictures to measure with it.
 *
 * @param output its folder
 * @param command what was typed
 */
record Trained(Path output, DeviceOptions device, Dataset normal, String command) {
    /** What the pictures come to by each of its scorings. */
    Map<String, Calibrating.Measured> measured() {
        try (Models models = models()) {
            return calibration(models).measured(new Scoring(models).scorings(name()), (done, all) -> {});
        }
    }

    /** Writes into its manifest what they come to. */
    Calibrated calibrated(Map<String, Calibrating.Measured> measured) throws IOException {
        try (Models models = models()) {
            return calibration(models).written(measured);
        }
    }

    private Calibration calibration(Models models) {
        return new Calibration(models, name(), folder(), normal, command);
    }

    private Models models() {
        return Models.lazy(InferenceSettings.of(folder().resolveSibling(""), device.device(), device.precision()));
    }

    private Path folder() {
        return output.toAbsolutePath().normalize();
    }

    private String name() {
        return folder().getFileName().toString();
    }
}
