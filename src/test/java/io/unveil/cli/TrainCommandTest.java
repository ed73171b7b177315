package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.file.FolderLock;
import io.unveil.image.BitDepth;
import io.unveil.inference.SpottedPictures;
import io.unveil.model.Build;
import io.unveil.training.SmallestRecipe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tiny training as a user starts it, and what a user can do with its model. */
class TrainCommandTest {
    @TempDir
    Path folder;

    private Path recipe;
    private Path data;
    private Path output;

    @BeforeEach
    void write() throws IOException {
        recipe = Files.writeString(folder.resolve("tiny.yaml"), SmallestRecipe.TEXT);
        data = folder.resolve("photos");
        output = folder.resolve("models/tiny");
        TestFiles.write(data.resolve("a.png"), TestFiles.waves(40, 30, 1, BitDepth.EIGHT));
        TestFiles.write(data.resolve("b.png"), TestFiles.waves(30, 40, 3, BitDepth.EIGHT));
    }

    private Cli train(Object... more) {
        Object[] all = new Object[more.length + 9];
        System.arraycopy(
                new Object[] {
                    "train", "--recipe", recipe, "--data", data, "--output", output, "--device=cpu", "--precision=fp32"
                },
                0,
                all,
                0,
                9);
        System.arraycopy(more, 0, all, 9, more.length);
        return Cli.run(all);
    }

    @Test
    void aTrainingLeavesASoundModelThatCleansAndWhoseSpeedCanBeMeasured() {
        Cli run = train("--steps=2");
        assertThat(run.err()).startsWith("1 examples to train on, 1 to validate with, cpu");
        assertThat(run.code()).isZero();
        assertThat(output.resolve("report.html")).isNotEmptyFile();
        Path models = folder.resolve("models");
        assertThat(Cli.run("models", "verify", "tiny", "--models", models).code())
                .isZero();
        JsonNode manifest = JsonMapper.shared().readTree(output.resolve("manifest.json"));
        assertThat(manifest.path("createdBy").asString()).startsWith("unveil ").isEqualTo(Version.product());
        assertThat(manifest.path("provenance").path("steps").asInt()).isEqualTo(2);
        assertThat(manifest.path("provenance").path("commit").asString())
                .isEqualTo(Build.current().commit());
        assertThat(manifest.path("figures").get(0).path("command").asString()).startsWith("unveil train --recipe ");
        Path clean = folder.resolve("clean.png");
        assertThat(Cli.run(
                                "denoise",
                                data.resolve("a.png"),
                                "-o",
                                clean,
                                "--models",
                                models,
                                "--model=tiny",
                                "--sigma=9")
                        .code())
                .isZero();
        assertThat(clean).isNotEmptyFile();
    }

    private static final String ANOMALY = """
            task: anomaly
            net:
              inputs: 1
              area: 32
              layers:
                - convolution: {out: 4, kernel: 3, padding: 1}
                - relu
                - convolution: {out: 1, kernel: 3, padding: 1}
            training:
              transforms:
                - crop: {at: random, width: 16, height: 16}
              defects: {}
              batch: 2
              loss: focal
              optimiser: adam
              rate: {peak: 0.001, end: 0.0001, warm-up: 1}
              clip: 2
              average: 0.9
              steps: 2
              validate-every: 2
              seed: 1
            """;

    private JsonNode scoring() {
        return JsonMapper.shared().readTree(output.resolve("manifest.json")).at("/inspection/scorings/0");
    }

    private void parts(int count) throws IOException {
        Files.writeString(recipe, ANOMALY);
        data = folder.resolve("parts");
        for (int i = 0; i < count; i++) {
            TestFiles.write(data.resolve("%02d.png".formatted(i)), SpottedPictures.even(40, 30, 1, i));
        }
    }

    @Test
    void aModelOfAnomaliesIsCalibratedWithAllPicturesEachScoredByANetworkThatHasNotLearntFromIt() throws IOException {
        parts(40);

        Cli run = train();

        assertThat(run.err())
                .startsWith("32 examples to train on, 8 to validate with")
                .contains(
                        "16 examples to train on, 16 to validate with",
                        "tiny is calibrated with 40 normal pictures of parts",
                        "segmentation: median ",
                        "at threshold 0.99 of 100 normal pictures about 1 are false alarms, and of 100 drawn defects ",
                        "at threshold balanced (0.9",
                        "8 of them were held out");
        assertThat(run.code()).isZero();
        assertThat(scoring().at("/calibration/scores")).hasSize(40);
        assertThat(scoring().at("/calibration/defects").size()).isBetween(30, 40);
        assertThat(scoring().at("/calibration/command").asString()).startsWith("unveil train --recipe ");
        assertThat(Files.readString(output.resolve("report.html")))
                .contains("<h2>Calibration</h2>", "tiny is calibrated with 40 normal pictures")
                .endsWith("</body></html>\n");
        JsonNode scored = scored("00.png");
        assertThat(scored.at("/0/anomaly/calibrated").asBoolean()).isTrue();
        double raw = scored.at("/0/anomaly/raw").asDouble();
        assertThat(scoring().at("/calibration/scores").valueStream().map(JsonNode::asDouble))
                .as("a held-out picture scores what the calibration measured of it")
                .anyMatch(score -> Math.abs(score - raw) < 1e-4);
        assertThat(scored.at("/0/anomaly/familiar").asBoolean()).isTrue();
    }

    @Test
    void ofFewNormalPicturesAllAreLearntFromAndTwoNetworksOfHalfOfThemCalibrate() throws IOException {
        parts(16);

        Cli run = train();

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .startsWith("16 examples to train on, 4 to validate with")
                .contains(
                        "8 examples to train on, 8 to validate with",
                        "tiny is calibrated with 16 normal pictures of parts",
                        "0 of them were held out; the others were scored by two networks that learnt from half of them each");
        assertThat(scoring().at("/calibration/scores")).hasSize(16);
        assertThat(output.resolve("folds")).doesNotExist();
        assertThat(scored("00.png").at("/0/anomaly/calibrated").asBoolean()).isTrue();
    }

    private JsonNode scored(String picture) {
        return JsonMapper.shared()
                .readTree(Cli.run(
                                "anomaly",
                                data.resolve(picture),
                                "--models",
                                folder.resolve("models"),
                                "--device=cpu",
                                "--precision=fp32",
                                "--json")
                        .out());
    }

    @Test
    void tooFewPicturesToValidateWithLeaveAModelUncalibratedAndThatIsSaid() throws IOException {
        Files.writeString(recipe, ANOMALY);
        data = folder.resolve("parts");
        Path other = folder.resolve("others");
        for (int i = 0; i < 8; i++) {
            TestFiles.write(data.resolve("%02d.png".formatted(i)), SpottedPictures.even(40, 30, 1, i));
        }
        for (int i = 0; i < 3; i++) {
            TestFiles.write(other.resolve("%02d.png".formatted(i)), SpottedPictures.even(40, 30, 1, 50 + i));
        }

        Cli run = train("--validation", other);

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .contains(
                        "not calibrated, as of 3 normal pictures held out at least 4 are needed: run calibrate --model tiny --data DIR");
        assertThat(scoring().get("calibration").isNull()).isTrue();
    }

    @Test
    void aModelNearChanceSaysSoAtTheEndAndInEveryAnswer() throws IOException {
        parts(12);

        Cli run = train();

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .contains(
                        "WARNING: tiny has learnt nearly nothing",
                        "2 steps are too few",
                        "too small to be seen at area 32",
                        "or 12 pictures are too few");
        assertThat(Files.readString(output.resolve("report.html"))).contains("<h2>Near chance</h2>");
        assertThat(scored("00.png").at("/0/notes").toString()).contains("has learnt nearly nothing");
    }

    @Test
    void anAreaThatIsAskedForIsStoredWithTheModelAndOthersAreRefused() throws IOException {
        parts(12);

        assertThat(train("--area=64").err())
                .contains("pictures are read at the area of 64 x 64 pixels; --area 32 is the recipe's own");
        assertThat(Files.readString(output.resolve("recipe.yaml"))).contains("area: 64");
        Cli small = train("--area=16");
        assertThat(small.code()).isEqualTo(2);
        assertThat(small.err())
                .isEqualTo("unveil train: area was '16', allowed is auto, or a whole number from 64 to 1024");
    }

    @Test
    void aBudgetOfFewStepsIsSaidAtTheStartAndALongerOneIsNot() throws IOException {
        parts(12);

        assertThat(train("--steps=16").err())
                .containsPattern(
                        "(?s)12 examples to train on.*WARNING: the time or the steps allow about 12 steps.*validation");
    }

    @Test
    void aNormalClassIsLearntFromAloneAndNamedInTheManifest() throws IOException {
        data = Files.createDirectories(folder.resolve("classes"));
        byte[] images = new byte[16 + 40 * 256];
        byte[] labels = new byte[8 + 40];
        ByteBuffer.wrap(images).putInt(0x803).putInt(40).putInt(16).putInt(16);
        ByteBuffer.wrap(labels).putInt(0x801).putInt(40);
        for (int i = 0; i < 40; i++) {
            labels[8 + i] = (byte) (i % 4 == 3 ? 1 : 0);
        }
        Files.write(data.resolve("train-images-idx3-ubyte"), images);
        Files.write(data.resolve("train-labels-idx1-ubyte"), labels);

        Cli run = train("--steps=2", "--normal-class=1");

        assertThat(run.err()).startsWith("9 examples to train on, 1 to validate with");
        assertThat(JsonMapper.shared()
                        .readTree(output.resolve("manifest.json"))
                        .at("/provenance/data/0/name")
                        .asString())
                .isEqualTo("classes/train-images-idx3-ubyte (class 1)");
        assertThat(train("--steps=2", "--normal-class=2").err()).contains("no class 2, its classes are [0, 1]");
        data = folder.resolve("photos");
        assertThat(train("--normal-class=1").err()).contains("photos has no classes");
    }

    @Test
    void aFolderWithoutPicturesFailsWithItsName() throws IOException {
        data = Files.createDirectory(folder.resolve("empty"));
        Cli run = train();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("unveil train: " + data + " holds no picture that can be trained on");
        assertThat(output).doesNotExist();
    }

    @Test
    void aCheckpointOfAnotherRecipeIsNotResumed() {
        train("--steps=2");
        Cli run = train("--steps=4", "--resume", "--seed=2");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "unveil train: the checkpoint in %s is of another recipe (or seed); resume with the same, or train into another folder"
                                .formatted(output));
    }

    @Test
    void aRecipeWithFaultsIsRefusedWithEachOfThem() throws IOException {
        Files.writeString(
                recipe, SmallestRecipe.TEXT.replace("patch: 16", "patch: 1").replace("seed: 1", "sead: 1"));
        Cli run = train();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("unveil train: " + recipe + ": line ")
                .contains("training.patch must be a whole number from 8 to 512, was '1'", "training.sead is unknown");
    }

    @Test
    void theStepIsExportedWholeForAnotherMachine() throws IOException {
        Path step = folder.resolve("new/step.pt");
        Cli run = Cli.run("train", "--recipe", recipe, "--export", step, "--seed=7", "--steps=90");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().strip())
                .isEqualTo("%s: step(y, s, c, p, m, v, e, r, h), fp32, 90 steps from seed 7, %d bytes"
                        .formatted(step, Files.size(step)));
        assertThat(new String(Files.readAllBytes(step), StandardCharsets.ISO_8859_1))
                .contains("def step(", "\"seed\":7", "\"steps\":90", "\"precision\":\"fp32\"");

        Path half = folder.resolve("half.pt");
        assertThat(Cli.run("train", "--recipe", recipe, "--export", half, "--precision=bf16")
                        .out())
                .contains("bf16, 4 steps from seed 1");
    }

    @Test
    void whatSaysNothingOfAStepThatIsDrivenElsewhereIsRefused() {
        Path step = folder.resolve("step.pt");
        Cli run = train("--export", step, "--minutes=3", "--resume");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "unveil train: --export writes only the step: leave out --data, --output, --device, --minutes, --resume; drive_step.py has options of its own");
        assertThat(Cli.run("train", "--recipe", recipe, "--export", step, "--steps=0")
                        .err())
                .isEqualTo("unveil train: steps was '0', allowed is a whole number from 1");
        assertThat(step).doesNotExist();
    }

    @Test
    void aRecipeThatCannotTravelFailsWithTheReason() {
        Path step = folder.resolve("step.pt");
        Cli run = Cli.run("train", "--recipe", "recipes/fill-color.yaml", "--export", step);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "unveil train: trained elsewhere can be recipes of the task denoise with Gaussian noise whose examples are cut by 'patch'; this one's task is fill");
        assertThat(step).doesNotExist();
    }

    @Test
    void stepsAndMinutesAreChecked() {
        assertThat(train("--steps=3", "--minutes=1").err())
                .isEqualTo("unveil train: give --steps or --minutes, not both");
        assertThat(train("--steps=0").err()).isEqualTo("unveil train: steps was '0', allowed is a whole number from 1");
        assertThat(train("--minutes=-1").err())
                .isEqualTo("unveil train: minutes was '-1.0', allowed is a number above 0");
        assertThat(train("--minutes=NaN").code()).isEqualTo(2);
    }

    @Test
    void aModelIsNotReplacedUnlessThatIsAskedFor() throws IOException {
        assertThat(train("--steps=1").code()).isZero();
        byte[] manifest = Files.readAllBytes(output.resolve("manifest.json"));

        Cli again = train("--steps=1", "--seed=7");

        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err())
                .contains(output + " holds a model already; --resume continues it, --overwrite replaces it");
        assertThat(output.resolve("manifest.json")).hasBinaryContent(manifest);
        assertThat(train("--steps=1", "--seed=7", "--overwrite").code()).isZero();
        assertThat(Files.readAllBytes(output.resolve("manifest.json"))).isNotEqualTo(manifest);
        assertThat(train("--overwrite", "--resume").err()).contains("give --resume or --overwrite, not both");
    }

    @Test
    void twoTrainingsDoNotWriteIntoOneFolder() throws IOException {
        try (FolderLock other = FolderLock.of(output).orElseThrow()) {
            Cli run = train("--steps=1");

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("another training writes into " + output);
        }
    }

    @Test
    void aTrainingGoesOnInThePrecisionThatItBeganIn() {
        assertThat(train("--steps=1").code()).isZero();

        assertThat(resumed("--precision=bf16").err()).contains("is of another precision (fp32)");
        Cli auto = resumed("--precision=auto");
        assertThat(auto.err()).contains("cpu(), FP32");
        assertThat(auto.code()).isZero();
    }

    private Cli resumed(String precision) {
        return Cli.run(
                "train",
                "--recipe",
                recipe,
                "--data",
                data,
                "--output",
                output,
                "--device=cpu",
                "--steps=2",
                "--resume",
                precision);
    }
}
