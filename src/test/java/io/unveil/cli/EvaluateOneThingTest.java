package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.data.Split;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import io.unveil.inference.Deadline;
import io.unveil.inference.Device;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.model.Answer;
import io.unveil.model.Manifest;
import io.unveil.model.ModelFolder;
import io.unveil.model.ScoringMethod;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.score.AnomalyView;
import io.unveil.pipeline.score.Calibrating;
import io.unveil.pipeline.score.ScoreOptions;
import io.unveil.pipeline.score.Scored;
import io.unveil.pipeline.score.Scoring;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pictures of one thing: a network learns what an L looks like (class 0), never having seen a T (class 1) or a J (class
 * 2), which is an L in a mirror. Every letter is drawn anew: its place, the lengths and widths of its strokes, its
 * brightness, and some noise.
 */
class EvaluateOneThingTest {
    private static final int SIDE = 16;

    private static final String RECIPE = """
            task: anomaly
            net:
              inputs: 1
              height: 16
              width: 16
              layers:
                - convolution: {out: 16, kernel: 4, stride: 2, padding: 1}
                - relu
                - convolution: {out: 24, kernel: 3, stride: 2, padding: 1}
                - relu
                - convolution: {out: 8, kernel: 4}
            training:
              turns: {}
              batch: 32
              loss: cross-entropy
              optimiser: adam
              rate: {peak: 0.01, end: 0.0001, warm-up: 10}
              clip: 2
              average: 0.95
              steps: 200
              validate-every: 200
              seed: 1
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void trainAndCalibrate() throws IOException {
        write("train", 300, 1);
        write("t10k", 240, 2);
        Path recipe = Files.writeString(folder.resolve("letters.yaml"), RECIPE);
        for (String name : new String[] {"letters", "young"}) {
            Cli trained = Cli.run(
                    "train",
                    "--recipe=" + recipe,
                    "--data=" + folder.resolve("letters"),
                    "--normal-class=0",
                    "--output=" + folder.resolve("models").resolve(name),
                    "--device=cpu",
                    "--precision=fp32",
                    "--steps=" + (name.equals("young") ? 2 : 200));
            assertThat(trained.code()).as(trained.err()).isZero();
        }
        calibrate(folder.resolve("models/letters"));
        uncalibrate(folder.resolve("models/young"));
    }

    private static void write(String part, int count, long seed) throws IOException {
        ByteArrayOutputStream images = new ByteArrayOutputStream();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        new DataOutputStream(images).write(header(0x803, count, SIDE, SIDE));
        new DataOutputStream(labels).write(header(0x801, count));
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            images.write(letter(i % 3, random));
            labels.write(i % 3);
        }
        Path data = Files.createDirectories(folder.resolve("letters"));
        Files.write(data.resolve(part + "-images-idx3-ubyte"), images.toByteArray());
        Files.write(data.resolve(part + "-labels-idx1-ubyte"), labels.toByteArray());
    }

    private static byte[] header(int... numbers) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        for (int number : numbers) {
            new DataOutputStream(header).writeInt(number);
        }
        return header.toByteArray();
    }

    /**
     * An upright stroke, and one across: at its foot to the right (L), on its head to both sides (T), at its foot to
     * the left (J).
     */
    private static byte[] letter(int kind, SplittableRandom random) {
        int wide = random.nextInt(1, 3);
        int long1 = random.nextInt(9, 12);
        int long2 = random.nextInt(6, 9);
        int top = random.nextInt(1, 5);
        int left = random.nextInt(1, 5) + (kind == 2 ? 1 : 0);
        int upright = kind == 0 ? left : kind == 1 ? left + long2 / 2 : left + long2 - wide;
        int across = kind == 1 ? top : top + long1 - wide;
        int level = random.nextInt(120, 230);
        byte[] levels = new byte[SIDE * SIDE];
        for (int i = 0; i < levels.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            boolean ink = y >= top && y < top + long1 && x >= upright && x < upright + wide
                    || x >= left && x < left + long2 && y >= across && y < across + wide;
            levels[i] = (byte) ((ink ? level : 10) + random.nextInt(20));
        }
        return levels;
    }

    private static Models models() {
        return Models.lazy(InferenceSettings.of(folder.resolve("models"), Device.CPU, "fp32"));
    }

    private static Picture picture(int index) throws IOException {
        Dataset test = Dataset.read(folder.resolve("letters").toString(), DatasetPart.TEST, 1, new Size(1, 1));
        return Picture.of(test.example(index).pixels(), BitDepth.EIGHT, Format.PNG);
    }

    private static ScoreOptions options(String model, Optional<String> scoring, AnomalyView view) {
        return new ScoreOptions(Optional.of(model), scoring, Optional.empty(), Optional.of(view));
    }

    private static JsonNode rows(String... args) {
        Object[] all = new Object[args.length + 5];
        all[0] = "evaluate";
        all[1] = "--models=" + folder.resolve("models");
        all[2] = "--data=" + folder.resolve("letters");
        all[3] = "--device=cpu";
        all[4] = "--precision=fp32";
        System.arraycopy(args, 0, all, 5, args.length);
        Cli run = Cli.run(all);
        assertThat(run.code()).as(run.err()).isZero();
        return JsonMapper.shared().readTree(run.out()).path("rows");
    }

    private static double auroc(JsonNode rows, String condition, String method) {
        return rows.valueStream()
                .filter(row -> row.path("condition").asString().equals(condition)
                        && row.path("method").asString().equals(method))
                .findFirst()
                .orElseThrow()
                .path("imageAuroc")
                .asDouble();
    }

    /** Pictures of class 0 that were held out of training. */
    private static Dataset heldOut() throws IOException {
        Dataset normal = Dataset.read(folder.resolve("letters").toString(), DatasetPart.TRAINING, 1, new Size(1, 1))
                .ofClass(0);
        return Split.everyNth(normal, 5, 256).heldOut();
    }

    private static void calibrate(Path model) throws IOException {
        Dataset held = heldOut();
        Manifest manifest = ModelFolder.read(model).manifest();
        Manifest.Inspection inspection = manifest.inspection().orElseThrow();
        try (Models models = models()) {
            Map<ScoringMethod, Calibrating.Measured> all = new Calibrating(models)
                    .measure(
                            model.getFileName().toString(),
                            inspection.scorings().stream()
                                    .map(Manifest.Scoring::method)
                                    .toList(),
                            held.count(),
                            i -> Picture.of(held.example(i).pixels(), BitDepth.EIGHT, Format.PNG),
                            (done, count) -> {});
            for (Manifest.Scoring scoring : inspection.scorings()) {
                Calibrating.Measured measured = Objects.requireNonNull(all.get(scoring.method()));
                inspection = inspection.with(
                        scoring.method(),
                        new Manifest.Calibration(
                                held.name(),
                                held.count(),
                                sorted(measured.scores()),
                                sorted(measured.peaks()),
                                "2026-11-23",
                                "a test"));
            }
        }
        ModelFolder.write(model, manifest.with(inspection));
    }

    private static List<Double> sorted(double[] numbers) {
        return Arrays.stream(numbers).sorted().boxed().toList();
    }

    /** As a training leaves it that was stopped before its end. */
    private static void uncalibrate(Path model) throws IOException {
        Manifest manifest = ModelFolder.read(model).manifest();
        Manifest.Inspection inspection = manifest.inspection().orElseThrow();
        ModelFolder.write(
                model,
                manifest.with(Manifest.Inspection.uncalibrated(inspection.answer())
                        .with(inspection.memory().orElseThrow())));
    }

    @Test
    void unseenLettersAreDistinguishedFromTheKnownOne() {
        JsonNode rows = rows("--model=letters", "--normal-class=0", "--json");

        assertThat(rows).hasSize(9);
        for (String scoring : List.of("whole", "transforms", "neighbours")) {
            assertThat(auroc(rows, "scoring=" + scoring, scoring)).as(scoring).isGreaterThan(0.9);
        }
        assertThat(auroc(rows, "class=2", "transforms")).as("an L in a mirror").isGreaterThan(0.95);
        assertThat(auroc(rows, "scoring=whole", "whole")).isGreaterThan(0.95);
    }

    @Test
    void anLLooksNormalAndAJDoesNotNorDoesItsMap() throws IOException {
        try (Models models = models()) {
            Scoring scoring = new Scoring(models);
            int calm = 0;
            int hot = 0;
            for (int i = 0; i < 60; i += 3) {
                Scored normal = scoring.score(
                        picture(i), options("letters", Optional.empty(), AnomalyView.HEATMAP), Deadline.none());
                Scored other = scoring.score(
                        picture(i + 2),
                        options("letters", Optional.empty(), AnomalyView.RECONSTRUCTION),
                        Deadline.none());
                assertThat(normal.scoring()).isEqualTo(ScoringMethod.WHOLE);
                assertThat(normal.verdict().calibrated()).isTrue();
                assertThat(normal.notes()).isEmpty();
                calm += normal.verdict().anomalous() ? 0 : 1;
                hot += other.verdict().score() > 0.9 ? 1 : 0;
                assertThat(other.view().orElseThrow().size()).isEqualTo(new Size(SIDE, SIDE));
                assertThat(other.error().orElseThrow().mse()).isPositive();
            }
            assertThat(calm).as("of 20 normal letters").isGreaterThanOrEqualTo(17);
            assertThat(hot).as("of 20 letters in a mirror").isGreaterThanOrEqualTo(15);
        }
    }

    @Test
    void theNearestNormalPictureIsOneThatItHasLearntFrom() throws IOException {
        Dataset normal = Dataset.read(folder.resolve("letters").toString(), DatasetPart.TRAINING, 1, new Size(1, 1))
                .ofClass(0);
        Picture learnt = Picture.of(normal.example(1).pixels(), BitDepth.EIGHT, Format.PNG);
        try (Models models = models()) {
            Scored itself = new Scoring(models)
                    .score(learnt, options("letters", Optional.empty(), AnomalyView.RECONSTRUCTION), Deadline.none());

            assertThat(itself.view().orElseThrow().pixels().values())
                    .containsExactly(learnt.pixels().values());
            assertThat(itself.steps()).containsExactly("whole");
        }
    }

    @Test
    void aLargerPictureIsResizedAndThatIsSaid() throws IOException {
        Picture large = TestFiles.waves(40, 40, 1, BitDepth.EIGHT);
        try (Models models = models()) {
            Scored scored = new Scoring(models)
                    .score(large, options("letters", Optional.empty(), AnomalyView.HEATMAP), Deadline.none());

            assertThat(scored.steps()).containsExactly("resize", "whole");
            assertThat(scored.notes()).singleElement().asString().contains("this one of 40 x 40 was resized to that");
            assertThat(scored.taken()).isEqualTo(new Size(SIDE, SIDE));
            assertThat(scored.view().orElseThrow().size()).isEqualTo(new Size(40, 40));
        }
    }

    @Test
    void withoutCalibrationThePartsStandAloneAndTheirSumIsRefused() throws IOException {
        try (Models models = models()) {
            Scoring scoring = new Scoring(models);
            Scored usual =
                    scoring.score(picture(0), options("young", Optional.empty(), AnomalyView.HEATMAP), Deadline.none());

            assertThat(usual.scoring()).isEqualTo(ScoringMethod.NEIGHBOURS);
            assertThat(usual.notes()).singleElement().asString().contains("was never calibrated");
            assertThatThrownBy(() -> scoring.score(
                            picture(0), options("young", Optional.of("whole"), AnomalyView.HEATMAP), Deadline.none()))
                    .isInstanceOf(RefusedRequest.class)
                    .hasMessage(
                            "scoring 'whole' of model 'young' sums 'transforms' and 'neighbours' on the scale of normal pictures, and these were never calibrated: calibrate --model young --data DIR, or request one of the two");
            assertThatThrownBy(() -> scoring.score(
                            picture(0),
                            options("young", Optional.of("segmentation"), AnomalyView.HEATMAP),
                            Deadline.none()))
                    .isInstanceOf(InvalidParameter.class)
                    .hasMessageContaining("of model 'young' one of whole, neighbours, transforms");
        }
        assertThat(rows("--model=young", "--normal-class=0", "--json")).hasSize(6);
    }

    @Test
    void scoringsOfWhichOneAddsUpTheOthersAreCalibratedTogether() {
        for (ScoringMethod method : Answer.TURN.scorings()) {
            assertThat(Calibrating.together(method)).containsExactlyInAnyOrderElementsOf(Answer.TURN.scorings());
        }
        assertThat(Calibrating.together(ScoringMethod.SSIM)).containsExactly(ScoringMethod.SSIM);
    }

    @Test
    void aClassThatIsNotThereIsRefused() {
        Cli run = Cli.run(
                "evaluate",
                "--models=" + folder.resolve("models"),
                "--data=" + folder.resolve("letters"),
                "--model=letters",
                "--normal-class=7");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("7");
    }

    @Test
    void theManifestNamesTheNormalPicturesByTheirDigest() throws IOException {
        ModelFolder model = ModelFolder.read(folder.resolve("models/letters"));

        Manifest.Memory memory =
                model.manifest().inspection().orElseThrow().memory().orElseThrow();
        assertThat(memory.pictures()).isEqualTo(80); // of 100 of the class, every fifth was held out
        assertThat(model.normal().orElseThrow().count()).isEqualTo(80);
    }
}
