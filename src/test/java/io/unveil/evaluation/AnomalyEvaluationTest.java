package io.unveil.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.data.InspectionSet;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Mask;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.inference.Device;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Models;
import io.unveil.inference.TestModels;
import io.unveil.model.Manifest;
import io.unveil.model.ScoringMethod;
import io.unveil.model.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Good pictures are noise about gray. Class "bright" has a bright square on it, which a model that takes brightness for
 * anomaly finds; class "dark" a dark one, which it takes for the most normal there is.
 */
@DisplayName("The evaluation of a model that scores anomalies")
class AnomalyEvaluationTest {
    private static final Size SIZE = new Size(48, 40);
    private static final int OF_EACH = 6;

    @TempDir
    static Path root;

    private static Models models;

    @BeforeAll
    static void open() {
        // By this calibration, good pictures are nowhere brighter than their mean by one spread, over more than a few
        // pixels.
        List<Double> normal = IntStream.range(0, 40).mapToObj(i -> .3 + i / 80.).toList();
        Manifest.Calibration calibration = new Manifest.Calibration("drawn", 40, normal, normal, "2026-11-23", "none");
        TestModels.brightnessInspector(root, "brightness", 1, Optional.of(calibration));
        TestModels.brightnessInspector(root, "darkness", -1, Optional.empty());
        TestModels.brightnessInspector(root, "blind", 0, Optional.empty());
        models = Models.open(new InferenceSettings(root, Device.CPU, "fp32", 1, 448));
    }

    @AfterAll
    static void close() {
        models.close();
    }

    private static boolean isDefect(int x, int y, int index) {
        return x >= 8 + index && x < 18 + index && y >= 12 && y < 22;
    }

    private static Picture picture(int seed, int index, float square) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[SIZE.width() * SIZE.height()];
        for (int i = 0; i < values.length; i++) {
            boolean defect = isDefect(i % SIZE.width(), i / SIZE.width(), index);
            values[i] = (float) (.5 + (defect ? square : 0) + .1 * (random.nextDouble() - .5));
        }
        return Picture.of(new Pixels(SIZE.width(), SIZE.height(), 1, values), BitDepth.EIGHT, Format.PNG);
    }

    private static InspectionSet set(String... kinds) {
        List<InspectionSet.Item> items = new ArrayList<>();
        for (String kind : kinds) {
            for (int i = 0; i < OF_EACH; i++) {
                int index = i;
                float square = kind.startsWith("bright") ? .3f : kind.equals("dark") ? -.3f : 0;
                Optional<Mask> defect = square == 0 || kind.endsWith("unmarked")
                        ? Optional.empty()
                        : Optional.of(Mask.of(SIZE, (x, y) -> isDefect(x, y, index)));
                items.add(new InspectionSet.Item(
                        "%s/%d <i>.png".formatted(kind, i), kind, picture(kind.length() * 100 + i, i, square), defect));
            }
        }
        return new InspectionSet("drawn", items);
    }

    private static AnomalyEvaluation measured(String model, InspectionSet set) {
        return AnomalyEvaluation.run(models, model, List.of(ScoringMethod.SEGMENTATION), set, (done, all) -> {});
    }

    private static Evaluation.Row row(Evaluation evaluation, String condition) {
        return evaluation.rows().stream()
                .filter(row -> row.condition().equals(condition))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("gives a model that finds every defect and its place all of AUROC, pixel AUROC and AUPRO")
    void findsAll() {
        Evaluation evaluation = measured("brightness", set("bright", "good")).evaluation();
        assertThat(evaluation.task()).isEqualTo(Task.ANOMALY);
        assertThat(evaluation.images()).isEqualTo(2 * OF_EACH);
        assertThat(evaluation.rows())
                .extracting(Evaluation.Row::condition)
                .containsExactly("scoring=segmentation", "class=bright");
        Evaluation.Row whole = row(evaluation, "scoring=segmentation");
        assertThat(whole.method()).isEqualTo("model");
        assertThat(whole.figure(Metric.IMAGE_AUROC)).isEqualTo(1);
        assertThat(whole.figure(Metric.PIXEL_AUROC)).isGreaterThan(.99);
        assertThat(whole.figure(Metric.AUPRO)).isGreaterThan(.97);
        assertThat(whole.figure(Metric.FOUND)).isEqualTo(1);
        assertThat(whole.figure(Metric.FALSE_ALARMS)).isZero();
        assertThat(whole.figure(Metric.MILLISECONDS_PER_IMAGE)).isPositive();
        assertThat(whole.figure(Metric.MEGAPIXELS_PER_SECOND) * whole.figure(Metric.MILLISECONDS_PER_IMAGE))
                .isCloseTo(48 * 40 / 1e3, within(1e-6));
    }

    @Test
    @DisplayName("gives a model that tells nothing chance, and one that is always wrong nothing")
    void chance() {
        Evaluation.Row blind = row(measured("blind", set("bright", "good")).evaluation(), "class=bright");
        assertThat(blind.figure(Metric.IMAGE_AUROC)).isEqualTo(.5);
        assertThat(blind.figure(Metric.PIXEL_AUROC)).isCloseTo(.5, within(1e-9));
        assertThat(blind.figure(Metric.AUPRO)).isCloseTo(.15, within(1e-9));
        Evaluation.Row wrong = row(measured("darkness", set("bright", "good")).evaluation(), "class=bright");
        assertThat(wrong.figure(Metric.PIXEL_AUROC)).isLessThan(.05);
    }

    @Test
    @DisplayName("measures each class beside all good pictures, and all classes together")
    void classes() {
        Evaluation evaluation =
                measured("brightness", set("bright", "dark", "good")).evaluation();
        assertThat(evaluation.rows())
                .extracting(Evaluation.Row::condition)
                .containsExactly("scoring=segmentation", "class=bright", "class=dark");
        assertThat(row(evaluation, "class=bright").figure(Metric.IMAGE_AUROC)).isEqualTo(1);
        assertThat(row(evaluation, "class=dark").figure(Metric.PIXEL_AUROC)).isLessThan(.1);
        double dark = row(evaluation, "class=dark").figure(Metric.IMAGE_AUROC);
        assertThat(row(evaluation, "scoring=segmentation").figure(Metric.IMAGE_AUROC))
                .isCloseTo((1 + dark) / 2, within(1e-9));
        assertThat(row(evaluation, "class=bright").figure(Metric.FOUND)).isEqualTo(1);
        assertThat(row(evaluation, "scoring=segmentation").figure(Metric.FOUND))
                .isCloseTo((1 + row(evaluation, "class=dark").figure(Metric.FOUND)) / 2, within(1e-9));
    }

    @Test
    @DisplayName(
            "leaves figures of places out where nobody has drawn them, and those of a threshold where there is none")
    void whatIsNotKnown() {
        Evaluation.Row row =
                row(measured("blind", set("bright-unmarked", "good")).evaluation(), "scoring=segmentation");
        assertThat(row.figures())
                .containsOnlyKeys(Metric.IMAGE_AUROC, Metric.MILLISECONDS_PER_IMAGE, Metric.MEGAPIXELS_PER_SECOND);
    }

    @Test
    @DisplayName("measures either half of each class, and the two are the whole")
    void halves() {
        InspectionSet set = set("bright", "good");
        Evaluation first = measured("brightness", set.half(true)).evaluation();
        Evaluation second = measured("brightness", set.half(false)).evaluation();
        assertThat(first.images() + second.images()).isEqualTo(2 * OF_EACH);
        assertThat(first.data()).isEqualTo("drawn (first half of each class)");
        assertThat(row(second, "class=bright").figure(Metric.IMAGE_AUROC)).isEqualTo(1);
    }

    @Test
    @DisplayName("says how far it is after each picture, over all scorings")
    void progress() {
        List<String> told = new ArrayList<>();
        InspectionSet set = set("bright", "good");
        AnomalyEvaluation.run(
                models,
                "brightness",
                List.of(ScoringMethod.SEGMENTATION, ScoringMethod.SEGMENTATION),
                set,
                (done, all) -> told.add(done + " of " + all));
        assertThat(told).hasSize(24).startsWith("1 of 24").endsWith("24 of 24");
    }

    @Test
    @DisplayName("is written as a self-contained page: figures, curves, scores, threshold, and the worst mistakes")
    void report() {
        String page = measured("brightness", set("bright", "dark", "good")).report("unveil evaluate <& more>");
        assertThat(page.replaceAll("base64,[^\"]*", "base64,"))
                .contains("<title>brightness on drawn</title>", "unveil evaluate &lt;&amp; more", "image auroc")
                .contains("bright, AUROC 1.000", "6 good pictures", "12 anomalous pictures", ">threshold 0.8")
                .doesNotContain("http", "src=\"/", "<script", "<i>");
        int falseAlarms = page.indexOf("Good pictures that look most anomalous");
        int missed = page.indexOf("Anomalous pictures that look most normal");
        int hits = page.indexOf("Anomalous pictures that stand out most");
        assertThat(figures(page.substring(falseAlarms, missed))).hasSize(6).allMatch(name -> name.startsWith("good/"));
        assertThat(figures(page.substring(missed, hits))).hasSize(6).allMatch(name -> name.startsWith("dark/"));
        assertThat(figures(page.substring(hits))).hasSize(6).allMatch(name -> name.startsWith("bright/"));
        assertThat(page.split("data:image/png;base64,")).hasSize(1 + 2 * 18);
    }

    @Test
    @DisplayName("says on the page where there is no threshold")
    void reportOfUncalibrated() {
        String page = measured("blind", set("bright", "good")).report("");
        assertThat(page).contains("This scoring was never calibrated").doesNotContain(">threshold ");
    }

    private static List<String> figures(String part) {
        return part.lines()
                .filter(line -> line.contains("<figcaption>"))
                .map(line -> line.substring(line.indexOf("<figcaption>") + "<figcaption>".length()))
                .toList();
    }
}
