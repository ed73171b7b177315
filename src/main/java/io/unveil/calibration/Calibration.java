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
import java.util.ArrayList;
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
        Manifest.Inspection inspection = manifest().inspection().orElseThrow();
        List<Calibrated.Row> rows = new ArrayList<>();
        for (Map.Entry<ScoringMethod, Calibrating.Measured> one : measured.entrySet()) {
            inspection = inspection.with(one.getKey(), calibration(one.getValue()));
            rows.add(Calibrated.Row.of(one.getKey().word(), one.getValue().scores(), names));
        }
        ModelFolder.write(folder, manifest().with(inspection));
        return new Calibrated(model, normal.name(), normal.count(), rows);
    }

    private Manifest manifest() {
        return ModelFolder.read(folder).manifest();
    }

    private Picture picture(int index) {
        Example example = normal.example(index);
        return Picture.of(example.pixels(), BitDepth.EIGHT, Format.PNG);
    }

    private Manifest.Calibration calibration(Calibrating.Measured measured) {
        return new Manifest.Calibration(
                normal.name(),
                normal.count(),
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
