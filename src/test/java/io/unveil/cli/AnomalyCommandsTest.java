package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.Picture;
import io.unveil.inference.SpottedPictures;
import io.unveil.inference.TestModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** anomaly and calibrate on real files, by models that take what is bright for a defect. */
class AnomalyCommandsTest {
    @TempDir
    Path folder;

    private Path models;
    private Path even;
    private Path spotted;

    @BeforeEach
    void write() {
        models = folder.resolve("models");
        TestModels.spots(models, "spots", 1, Optional.of(TestModels.calm()));
        even = TestFiles.write(folder.resolve("in/even.png"), SpottedPictures.even(64, 64, 1, 7));
        spotted = TestFiles.write(folder.resolve("in/spotted.png"), SpottedPictures.spotted(64, 64, 1, 40, 12, 8));
    }

    private Cli run(String command, Object... args) {
        return Cli.run(Stream.concat(
                        Stream.of(command, "--models", models, "--device=cpu", "--precision=fp32"), Stream.of(args))
                .toArray());
    }

    private Path normal(int count) {
        Path normal = folder.resolve("normal");
        for (int i = 0; i < count; i++) {
            TestFiles.write(normal.resolve("%02d.png".formatted(i)), SpottedPictures.even(64, 64, 1, 100 + i));
        }
        return normal;
    }

    private JsonNode manifest(String model) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(models.resolve(model).resolve("manifest.json")));
    }

    @Test
    void aLineAPictureTellsScoreThresholdVerdictAndPlacesAndNothingIsWrittenUnasked() throws IOException {
        Cli run = run("anomaly", folder.resolve("in"));

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        String[] lines = run.out().split(System.lineSeparator());
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).matches(even + "  spots  score 0\\.\\d{4}, threshold 0\\.99: normal");
        assertThat(lines[1])
                .matches(
                        spotted
                                + "  spots  score (0\\.99\\d\\d|1\\.0000), threshold 0\\.99: anomalous  \\d+ x \\d+ at \\(\\d+, \\d+\\)");
        try (Stream<Path> files = Files.list(folder.resolve("in"))) {
            assertThat(files).containsExactlyInAnyOrder(even, spotted);
        }
    }

    @Test
    void aViewIsWrittenWhereItIsAskedFor() {
        Path mask = folder.resolve("mask.png");
        Cli run = run("anomaly", spotted, "-o", mask, "--view=mask", "--model=spots");

        assertThat(run.out()).startsWith(spotted + " -> " + mask + "  spots  score");
        Picture written = TestFiles.read(mask);
        assertThat(written.level(44, 16, 0)).isEqualTo(255);
        assertThat(written.level(4, 50, 0)).isZero();
        assertThat(run("anomaly", folder.resolve("in"), "-o", folder.resolve("out"))
                        .code())
                .isZero();
        assertThat(TestFiles.read(folder.resolve("out/even.png")).channels())
                .as("a heatmap")
                .isEqualTo(3);
    }

    @Test
    void jsonHasTheKeysOfTheService() {
        JsonNode all = JsonMapper.shared()
                .readTree(run("anomaly", even, spotted, "--threshold=0.9", "--json")
                        .out());

        assertThat(all).hasSize(2);
        assertThat(all.get(0).propertyNames())
                .containsExactly("input", "model", "pipeline", "device", "image", "parameters", "timing", "anomaly");
        assertThat(all.get(1).at("/anomaly/threshold").asDouble()).isEqualTo(.9);
        assertThat(all.get(1).at("/anomaly/falseAlarmRate").asDouble()).isEqualTo(.1);
        assertThat(all.get(1).at("/anomaly/boxes")).hasSize(1);
    }

    @Test
    void aThresholdTurnsTheVerdictAndAFileThatIsNoPictureIsNamed() throws IOException {
        assertThat(run("anomaly", even, "--threshold=0").out()).contains("threshold 0.0: anomalous");
        assertThat(run("anomaly", spotted, "--threshold=1").out()).contains("threshold 1.0: normal");

        Path text = Files.writeString(folder.resolve("in/broken.png"), "no picture");
        Cli run = run("anomaly", folder.resolve("in"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("unveil anomaly: " + text + ": ");
        assertThat(run.out().lines()).hasSize(2);
    }

    @Test
    void copiesOfOnePictureDoNotShowHowPicturesDiffer() {
        Path copies = folder.resolve("copies");
        for (int i = 0; i < 10; i++) {
            TestFiles.write(copies.resolve(i + ".png"), SpottedPictures.even(64, 64, 1, 100 + i % 2));
        }

        Cli run = run("calibrate", "--model=spots", "--data", copies);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("copies holds 10 normal pictures, but only 2 different ones", "at least 8 different ones");
    }

    @Test
    void calibratingMakesScoresSharesOfThePicturesThatWereGiven() throws IOException {
        TestModels.spots(models, "fresh", 1, Optional.empty());
        Cli before = run("anomaly", even, "--model=fresh");
        assertThat(before.out()).contains("threshold 0.5: normal").contains("was never calibrated");

        Cli run = run("calibrate", "--model=fresh", "--data", normal(12));

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("fresh is calibrated with 12 normal pictures of normal")
                .contains("segmentation: median -", "95th percentile -", "threshold -")
                .doesNotContain("WARNING");
        JsonNode calibration = manifest("fresh").at("/inspection/scorings/0/calibration");
        assertThat(calibration.get("data").asString()).isEqualTo("normal");
        assertThat(calibration.get("pictures").asInt()).isEqualTo(12);
        assertThat(calibration.get("scores")).hasSize(12);
        assertThat(calibration.get("peaks")).hasSize(12);
        assertThat(calibration.get("date").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(calibration.get("command").asString()).startsWith("unveil calibrate --models ");
        assertThat(Cli.run("models", "verify", "fresh", "--models", models).code())
                .isZero();

        JsonNode after = JsonMapper.shared()
                .readTree(
                        run("anomaly", even, spotted, "--model=fresh", "--json").out());
        assertThat(after.get(0).at("/anomaly/calibrated").asBoolean()).isTrue();
        assertThat(after.get(0).at("/anomaly/anomalous").asBoolean()).isFalse();
        assertThat(after.get(1).at("/anomaly/anomalous").asBoolean()).isTrue();
        assertThat(after.get(0).get("notes").get(0).asString()).contains("calibrated with 12 normal pictures only");
    }

    @Test
    void anomalousPicturesAmongTheNormalOnesAreSuspectedAndNamed() {
        Path normal = normal(20);
        for (int i = 0; i < 3; i++) {
            TestFiles.write(
                    normal.resolve("odd%d.png".formatted(i)), SpottedPictures.spotted(64, 64, 1, 10 + i, 20, 8));
        }
        Cli run = run("calibrate", "--model=spots", "--data", normal);

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern(
                        "WARNING: 3 of 23 pictures stand apart: look at odd\\d.png, odd\\d.png, odd\\d.png. If they are anomalous, leave them out with --leave-out odd");
        JsonNode json = JsonMapper.shared()
                .readTree(run("calibrate", "--model=spots", "--data", normal, "--json")
                        .out());
        assertThat(json.at("/scorings/0/apart/count").asInt()).isEqualTo(3);
        assertThat(json.at("/scorings/0/apart/highest")).hasSize(3);

        Cli without = run("calibrate", "--model=spots", "--data", normal, "--leave-out=odd0.png,odd1.png,odd2.png");
        assertThat(without.out())
                .contains("calibrated with 20 normal pictures of normal (without 3 that were named)")
                .doesNotContain("WARNING");
        Cli unknown = run("calibrate", "--model=spots", "--data", normal, "--leave-out=odd9.png");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err())
                .contains(
                        "normal has no picture odd9.png: nothing to leave out by that name; names are such as 00.png");
    }

    @Test
    void aBalancedThresholdNeedsTheScoresOfDrawnDefectsThatACalibrationMeasures() {
        Cli before = run("anomaly", even, "--model=spots", "--threshold=balanced");
        assertThat(before.code()).isEqualTo(2);
        assertThat(before.err())
                .contains(
                        "threshold was 'balanced', allowed is of model 'spots' a number from 0 to 1: it has no scores of drawn defects for scoring 'segmentation'");

        Cli calibrated = run("calibrate", "--model=spots", "--data", normal(30));
        assertThat(calibrated.out())
                .containsPattern("at threshold balanced \\(0\\.9\\d*\\) of 100 normal pictures about \\d");
        assertThat(run("anomaly", even, spotted, "--model=spots", "--threshold=balanced")
                        .out())
                .containsPattern("threshold 0\\.9[5-9]\\d*: normal")
                .containsPattern("threshold 0\\.9[5-9]\\d*: anomalous");
    }

    @Test
    void aPictureThatLooksLikeNoneOfTheNormalOnesIsNotFamiliarAndItsScoreNotCalibrated() {
        run("calibrate", "--model=spots", "--data", normal(20));
        JsonNode known = JsonMapper.shared()
                .readTree(run("anomaly", even, "--model=spots", "--json").out());
        assertThat(known.at("/0/anomaly/familiar").asBoolean()).isTrue();
        assertThat(known.at("/0/anomaly/distance").asDouble()).isBetween(0., 1.);
        assertThat(known.at("/0/anomaly/calibrated").asBoolean()).isTrue();

        Path photograph = Path.of("src/test/resources/io/unveil/pipeline/casa-mila.png");
        Cli line = run("anomaly", photograph, "--model=spots");
        assertThat(line.out())
                .contains(", not familiar")
                .contains("does not look like the normal ones that model 'spots' knows");
        JsonNode unknown = JsonMapper.shared()
                .readTree(run("anomaly", photograph, "--model=spots", "--json").out());
        assertThat(unknown.at("/0/anomaly/familiar").asBoolean()).isFalse();
        assertThat(unknown.at("/0/anomaly/distance").asDouble()).isGreaterThan(1);
        assertThat(unknown.at("/0/anomaly/calibrated").asBoolean()).isFalse();
        assertThat(unknown.at("/0/anomaly/falseAlarmRate").isMissingNode()).isTrue();
    }

    @Test
    void aDamagedFileAmongTheNormalOnesIsLeftOut() throws IOException {
        Path normal = normal(9);
        Files.write(normal.resolve("zz.png"), "no picture".getBytes(StandardCharsets.UTF_8));

        assertThat(run("calibrate", "--model=spots", "--data", normal).out()).contains("9 normal pictures");
    }

    @Test
    void allScoringsOfAModelAreCalibratedOrOne() throws IOException {
        TestModels.evener(models, "evener");
        Path normal = normal(8);

        assertThat(run("calibrate", "--model=evener", "--data", normal, "--scoring=gradient")
                        .code())
                .isZero();
        assertThat(manifest("evener").at("/inspection/scorings/0/calibration").isNull())
                .isTrue();
        assertThat(manifest("evener").at("/inspection/scorings/2/calibration/scores"))
                .hasSize(8);
        run("calibrate", "--model=evener", "--data", normal);
        assertThat(manifest("evener").at("/inspection/scorings"))
                .allSatisfy(
                        scoring -> assertThat(scoring.at("/calibration/scores")).hasSize(8));
    }

    @Test
    void whatCannotBeCalibratedIsRefusedWithTheReason() {
        TestModels.box(models, "denoise-gray", 1);
        Path normal = normal(7);

        Cli few = run("calibrate", "--model=spots", "--data", normal);
        assertThat(few.code()).isEqualTo(1);
        assertThat(few.err())
                .isEqualTo(
                        "unveil calibrate: normal holds 7 normal pictures; at least 8 are needed to show how they differ, some dozens are better");
        Cli unknown = run("calibrate", "--model=spots", "--data", normal, "--scoring=ssim");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .isEqualTo(
                        "unveil calibrate: scoring was 'ssim', allowed is of model 'spots' one of segmentation, all");
        Cli other = run("calibrate", "--model=denoise-gray", "--data", normal);
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err())
                .isEqualTo("unveil calibrate: model 'denoise-gray' was made to denoise, not to score anomalies");
    }
}
