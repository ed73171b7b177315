package io.unveil.calibration;

import io.unveil.anomaly.NormalScores;
import io.unveil.data.Dataset;
import io.unveil.data.Example;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.inference.Models;
import io.unveil.model.Manifest;
import io.unveil.model.ModelFolder;
import io.unveil.model.ScoringMethod;
import io.unveil.pipeline.score.Calibrating;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Scores normal pictures with a model and writes the scores into its manifest.
 *
 * @param folder of the model
 * @param normal the normal pictures
 * @param command the command line
 */
public record Calibration(Models models, String model, Path folder, Dataset normal, String command) {
    /** The most numbers of each kind in a manifest: 400 resolve one in four hundred. */
    private static final int MOST_NUMBERS = 400;

    /** Calibrates these scorings; all are measured before anything is written. */
    public Calibrated by(List<ScoringMethod> scorings, Calibrating.Progress progress) throws IOException {
        return written(measured(scorings, progress));
    }

    /** The pictures' scores by each of these scorings. */
    Map<ScoringMethod, Calibrating.Measured> measured(List<ScoringMethod> scorings, Calibrating.Progress progress) {
        return new Calibrating(models).measure(model, scorings, normal.count(), this::picture, progress);
    }

    /** Writes the pictures' scores by each scoring. */
    Calibrated written(Map<ScoringMethod, Calibrating.Measured> measured) throws IOException {
        List<String> names = IntStream.range(0, normal.count())
                .mapToObj(i -> normal.example(i).name())
                .toList();
        ModelFolder.write(
                folder,
                manifest(ModelFolder.read(folder).manifest(), normal.name(), normal.count(), measured, command));
        return Calibrated.of(model, normal.name(), names, measured);
    }

    /**
     * A manifest with the scores of normal pictures by each scoring.
     *
     * @param data name of the pictures' set
     */
    public static Manifest manifest(
            Manifest manifest,
            String data,
            int pictures,
            Map<ScoringMethod, Calibrating.Measured> measured,
            String command) {
        Manifest.Inspection inspection = manifest.inspection().orElseThrow();
        for (Map.Entry<ScoringMethod, Calibrating.Measured> one : measured.entrySet()) {
            inspection = inspection.with(one.getKey(), calibration(data, pictures, one.getValue(), command));
        }
        return manifest.with(inspection);
    }

    private Picture picture(int index) {
        return picture(normal.example(index));
    }

    /** The picture that is scored: in 8 bits, as training examples are. */
    public static Picture picture(Example example) {
        return Picture.of(example.pixels(), BitDepth.EIGHT, Format.PNG);
    }

    private static Manifest.Calibration calibration(
            String data, int pictures, Calibrating.Measured measured, String command) {
        return new Manifest.Calibration(
                data,
                pictures,
                quantiles(measured.scores()),
                quantiles(measured.peaks()),
                LocalDate.now(ZoneOffset.UTC).toString(),
                command);
    }

    /** In rising order; of many numbers only quantiles at even steps, so that shares of pictures are preserved. */
    static List<Double> quantiles(double[] numbers) {
        if (numbers.length <= MOST_NUMBERS) {
            return Arrays.stream(numbers).sorted().boxed().toList();
        }
        NormalScores all = new NormalScores(numbers);
        return IntStream.rangeClosed(1, MOST_NUMBERS)
                .mapToObj(i -> all.quantile(i / (MOST_NUMBERS + 1.0)))
                .toList();
    }
}
