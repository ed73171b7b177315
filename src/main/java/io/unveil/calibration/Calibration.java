package io.unveil.calibration;

import io.unveil.anomaly.Appearance;
import io.unveil.anomaly.Familiarity;
import io.unveil.data.Dataset;
import io.unveil.data.Example;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.inference.Models;
import io.unveil.model.Manifest;
import io.unveil.model.ModelFolder;
import io.unveil.model.ScoringMethod;
import io.unveil.model.Task;
import io.unveil.pipeline.score.Calibrating;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
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
    Map<ScoringMethod, NormalMeasured> measured(List<ScoringMethod> scorings, Calibrating.Progress progress) {
        Calibrating calibrating = new Calibrating(models);
        Map<ScoringMethod, Calibrating.Measured> whole =
                calibrating.measure(model, scorings, normal.count(), this::picture, progress);
        List<Picture> copies = defectiveCopies().pictures();
        if (copies.isEmpty()) {
            return NormalMeasured.withoutDefects(whole);
        }
        Map<ScoringMethod, Calibrating.Measured> hurt =
                calibrating.measure(model, scorings, copies.size(), copies::get, (done, all) -> {});
        Map<ScoringMethod, NormalMeasured> both = new LinkedHashMap<>();
        whole.forEach((scoring, scores) -> both.put(
                scoring,
                new NormalMeasured(
                        scores, Objects.requireNonNull(hurt.get(scoring)).scores())));
        return both;
    }

    /** None for networks of one size: they compare things, not surfaces. */
    private DefectiveCopies defectiveCopies() {
        OptionalInt area = area();
        return area.isPresent()
                ? DefectiveCopies.of(normal, area.getAsInt())
                : new DefectiveCopies(List.of(), List.of());
    }

    private OptionalInt area() {
        return models.require(model, Task.ANOMALY).card().area();
    }

    private Manifest.NormalAppearance appearance() {
        Familiarity found = Familiarity.of(IntStream.range(0, normal.count())
                .mapToObj(i -> Appearance.of(normal.example(i).pixels(), normal.channels()))
                .toList());
        return new Manifest.NormalAppearance(
                normal.count(), rounded(found.mean()), rounded(found.covariance()), rounded(found.limit()));
    }

    private static List<Double> rounded(double[] numbers) {
        return Arrays.stream(numbers).map(Calibration::rounded).boxed().toList();
    }

    /** To seven digits: more would not be seen in a distance. */
    private static double rounded(double number) {
        return new BigDecimal(number).round(new MathContext(7)).doubleValue();
    }

    /** Writes the pictures' scores by each scoring. */
    Calibrated written(Map<ScoringMethod, NormalMeasured> measured) throws IOException {
        List<String> names = IntStream.range(0, normal.count())
                .mapToObj(i -> normal.example(i).name())
                .toList();
        Manifest calibrated =
                manifest(ModelFolder.read(folder).manifest(), normal.name(), normal.count(), measured, command);
        Manifest.Inspection inspection = calibrated.inspection().orElseThrow();
        ModelFolder.write(folder, area().isPresent() ? calibrated.with(inspection.with(appearance())) : calibrated);
        return Calibrated.of(model, normal.name(), names, measured);
    }

    /** The pictures behind the scores, for a report: HTML; of the model's usual scoring. */
    String shown(Map<ScoringMethod, NormalMeasured> measured) {
        NormalMeasured usual = measured.values().iterator().next();
        return new CalibrationReport(usual, normal, defectiveCopies()).html();
    }

    /**
     * A manifest with the scores of normal pictures by each scoring.
     *
     * @param data name of the pictures' set
     */
    public static Manifest manifest(
            Manifest manifest, String data, int pictures, Map<ScoringMethod, NormalMeasured> measured, String command) {
        Manifest.Inspection inspection = manifest.inspection().orElseThrow();
        for (Map.Entry<ScoringMethod, NormalMeasured> one : measured.entrySet()) {
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
            String data, int pictures, NormalMeasured measured, String command) {
        return new Manifest.Calibration(
                data,
                pictures,
                quantiles(measured.normal().scores()),
                quantiles(measured.normal().peaks()),
                Arrays.stream(measured.defects()).sorted().boxed().toList(),
                LocalDate.now(ZoneOffset.UTC).toString(),
                command);
    }

    /** The number at a place from 1 to their count, linear between them. */
    private static double between(double[] sorted, double place) {
        int upTo = Math.min(sorted.length - 1, (int) place);
        return sorted[upTo - 1] + (place - upTo) * (sorted[upTo] - sorted[upTo - 1]);
    }

    /** In rising order; of many numbers only quantiles at even steps, so that shares of pictures are preserved. */
    static List<Double> quantiles(double[] numbers) {
        if (numbers.length <= MOST_NUMBERS) {
            return Arrays.stream(numbers).sorted().boxed().toList();
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return IntStream.rangeClosed(1, MOST_NUMBERS)
                .mapToObj(i -> between(sorted, i * (sorted.length + 1.0) / (MOST_NUMBERS + 1.0)))
                .toList();
    }
}
