package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import io.unveil.autoencoder.Onnx;
import io.unveil.autoencoder.Planes;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.image.BitDepth;
import io.unveil.inference.TestModels;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelsCommandTest {
    @TempDir
    Path folder;

    private Path models;

    @BeforeEach
    void writeModels() {
        models = folder.resolve("models");
        TestModels.box(models, "box", 1);
    }

    private Cli models(String command, Object... args) {
        Object[] all = new Object[args.length + 4];
        all[0] = "models";
        all[1] = command;
        all[2] = "--models";
        all[3] = models;
        System.arraycopy(args, 0, all, 4, args.length);
        return Cli.run(all);
    }

    private void breakWeights() throws IOException {
        Path file = models.resolve("box").resolve(ModelFolder.WEIGHTS);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void listNamesSoundAndBrokenModels() throws IOException {
        Files.createDirectory(models.resolve("empty"));
        Cli list = models("list");
        assertThat(list.code()).isZero();
        assertThat(list.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("box +denoise +gray +"),
                        line -> assertThat(line).matches("empty +broken: .*manifest.json is missing"));
    }

    @Test
    void listSaysWhatEachShippedModelIsFor() {
        assertThat(Cli.run("models", "list").out().lines())
                .hasSizeGreaterThan(20)
                .allMatch(line -> line.matches("\\S+ +\\w+ +(gray|colour)(, blind)? +\\p{Lu}.*[.:;]"), "says what for")
                .anyMatch(line -> line.matches("fill-pixels +fill +colour +Fills scattered single pixels, .*"));
    }

    @Test
    void listTellsBlindDenoisersFromThoseThatTakeSigma() {
        TestModels.fader(models, "fader", 3);
        assertThat(models("list").out().lines().skip(1))
                .singleElement()
                .asString()
                .matches("fader +denoise +colour, blind +");
    }

    @Test
    void verifyIsContentWithSoundModelsAndFailsOnOneChangedBit() throws IOException {
        Cli sound = models("verify");
        assertThat(sound.code()).isZero();
        assertThat(sound.out()).startsWith("box: sound, weights ");
        breakWeights();
        Cli broken = models("verify", "box");
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err())
                .startsWith("unveil models verify: box: broken: ")
                .contains("weights.safetensors has SHA-256 ", ", the manifest says ");
        assertThat(broken.out()).isEmpty();
    }

    @Test
    void anUnknownModelIsNamedWithThoseThereAre() {
        Cli run = models("verify", "fox");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("unveil models verify: there is no model 'fox', there are box");
    }

    @Test
    void describePrintsShapesAndFiguresByTheFormulas() {
        Cli run = models("describe", "box", "--size=40x30");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ").strip()))
                .containsExactly(
                        "layer what output weights multiply-adds sees",
                        "input 2 x 30 x 40",
                        "layers.0 convolution 3x3, padding 1 1 x 30 x 40 19 21600 3",
                        "The figures of a skip or a concat include those of its layers.",
                        "19 weights, 0.0 thousand multiply-adds a pixel, receptive field 3 pixels, total stride 1, tiles overlap by 1");
    }

    @Test
    void describeReadsARecipeTooAndNamesItsFaults() throws IOException {
        Path recipe = folder.resolve("recipe.yaml");
        Files.writeString(recipe, "net:\n  inputs: 2\n  layers:\n    - convolution: {out: 4, kernel: 3, padding: 1}\n");
        JsonNode net = JsonMapper.shared()
                .readTree(Cli.run("models", "describe", "--recipe", recipe, "--json")
                        .out());
        assertThat(net.path("parameters").asInt()).isEqualTo(76);
        assertThat(net.path("layers").get(0).path("out").path("channels").asInt())
                .isEqualTo(4);
        Files.writeString(recipe, "net:\n  inputs: 0\n  layers:\n    - relu\n");
        Cli wrong = Cli.run("models", "describe", "--recipe", recipe);
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err())
                .isEqualTo(
                        "unveil models describe: %s: line 2, net.inputs must be a whole number from 1 to 4096, was '0'"
                                .formatted(recipe));
    }

    @Test
    void describeShowsANetworkOfOneSizeAtThatSize() throws IOException {
        Path recipe = folder.resolve("recipe.yaml");
        Files.writeString(recipe, """
                net:
                  inputs: 1
                  height: 7
                  width: 9
                  layers:
                    - convolution: {out: 4, kernel: [1, 3], padding: [0, 1], border: circular}
                    - max-pool: {kernel: 2, round: up}
                    - leaky-relu: {slope: 0.2}
                    - dense: {out: 5}
                    - code
                    - transposed-dense: {out: 80, of: layers.3}
                """);

        Cli run = Cli.run("models", "describe", "--recipe", recipe);
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ").strip()))
                .containsExactly(
                        "layer what output weights multiply-adds sees",
                        "input 1 x 7 x 9",
                        "layers.0 convolution 1x3, padding 0x1, border circular 4 x 7 x 9 16 756 1x9",
                        "layers.1 max-pool 2x2, stride 2, rounded up 4 x 4 x 5 0 0 2x9",
                        "layers.2 leaky-relu slope 0.2 4 x 4 x 5 0 0 2x9",
                        "layers.3 dense 5 x 1 x 1 405 400 7x9",
                        "layers.4 code 5 x 1 x 1 0 0 7x9",
                        "layers.5 transposed-dense kernel of layers.3 80 x 1 x 1 80 400 7x9",
                        "The figures of a skip or a concat include those of its layers.",
                        "latent code 5 x 1 x 1, 5 numbers for 63",
                        "501 weights, 0.0 thousand multiply-adds a pixel, receptive field 7x9 pixels, takes only pictures of 9x7");

        JsonNode net = JsonMapper.shared()
                .readTree(Cli.run("models", "describe", "--recipe", recipe, "--json")
                        .out());
        assertThat(net.path("sides").asString()).isEqualTo("9x7");
        assertThat(net.path("code").path("channels").asInt()).isEqualTo(5);
        assertThat(net.path("layers")
                        .get(0)
                        .path("receptiveField")
                        .path("width")
                        .asInt())
                .isEqualTo(9);

        assertThat(Cli.run("models", "describe", "--recipe", recipe, "--size=9x8")
                        .err())
                .isEqualTo(
                        "unveil models describe: the network takes pictures of 9x7 pixels (width x height), not of 9x8");
    }

    @Test
    void describeRefusesASizeThatTheStridesDoNotDivide() {
        TestModels.deep(models, "deep", 1, io.unveil.model.Task.DENOISE);
        Cli run = models("describe", "deep", "--size=30x32");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("went in", "came out");
        assertThat(models("describe", "box", "--size=30").err())
                .isEqualTo("unveil models describe: --size must be width x height, such as 256x256, was '30'");
    }

    @Test
    void exportWritesOneFileWholeAndSaysWhatItsPlanesAre() throws IOException {
        Path file = folder.resolve("new/box.pt");
        Cli run = models("export", "box", "--format=torchscript", "-o", file);
        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "%s: planes (N, 2, H, W) -> noise (N, 1, H, W), H and W multiples of 1, %d bytes"
                                .formatted(file, Files.size(file)),
                        "plane 0: gray: v - 1/2",
                        "plane 1: sigma / 255, the noise's standard deviation in 8-bit levels",
                        "noise: the noise in the same planes; the clean picture is v - noise");
    }

    @Test
    void exportWritesOnnxWhichTakesAnySides() throws IOException, OrtException {
        Path file = folder.resolve("new/box.onnx");
        Cli run = models("export", "box", "--format=onnx", "-o", file);
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().findFirst())
                .hasValue("%s: planes (N, 2, H, W) -> noise (N, 1, H, W), any H and W, %d bytes"
                        .formatted(file, Files.size(file)));
        try (Onnx onnx = Onnx.of(Files.readAllBytes(file))) {
            assertThat(onnx.run(Planes.random(2, 5, 7, 1)).shape()).isEqualTo(new Shape(1, 5, 7));
        }
    }

    @Test
    void exportNamesTheFormatsThatThereAre() {
        Cli run = models("export", "box", "--format=keras", "-o", folder.resolve("box.keras"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("unveil models export: ")
                .contains("'--format'", "[TORCHSCRIPT, ONNX]", "'keras'");
    }

    @Test
    void cardTellsFiguresDataAndLimitsAndShowsASmallPicture() throws IOException {
        Path picture = TestFiles.write(folder.resolve("p.png"), TestFiles.waves(300, 260, 3, BitDepth.EIGHT));
        Cli run = models(
                "card", "box", "--device=cpu", "--precision=fp32", "--picture", picture, "--credit", "drawn, CC0");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        Path place = models.resolve("box");
        assertThat(place.resolve("README.md"))
                .content()
                .contains(
                        "# box",
                        "![noisy on the left, cleaned on the right](before-after.jpg)",
                        "drawn, CC0",
                        "## Use",
                        "## Figures",
                        "## Data and licences",
                        "## Provenance",
                        "## Limitations",
                        "| layers.0 | convolution 3x3, padding 1 | 1 x 256 x 256 | 19 | 1179648 | 3 |");
        assertThat(Files.size(place.resolve("before-after.jpg"))).isLessThanOrEqualTo(60_000);
        assertThat(TestFiles.read(place.resolve("before-after.jpg")).size())
                .isEqualTo(new io.unveil.image.Size(2 * 240 + 4, 240));
        assertThat(models("verify", "box").code())
                .as("the model is still sound")
                .isZero();
    }

    @Test
    void theCardTellsWhatTheModelStartedFromAndWhatThatHadLearntFrom() throws IOException {
        TestModels.box(models, "later", 3);
        Path manifest = models.resolve("later").resolve("manifest.json");
        String origin = """
                "from": {"model": "earlier", "weights": "abcdef", "provenance": {
                    "data": [{"name": "attic", "pictures": 12, "digest": "fedcba", "licence": "CC-BY-4.0: 12"}],
                    "steps": 8000, "seconds": 2700, "seed": 1, "device": "cpu", "precision": "bf16", "threads": 1,
                    "engine": "PyTorch", "java": "17", "system": "Linux",
                    "from": {"model": "first", "weights": "012345", "provenance": {
                        "data": [], "steps": 500, "seconds": 600, "seed": 1, "device": "cpu", "precision": "bf16", "threads": 2,
                        "engine": "PyTorch", "java": "17", "system": "Linux", "from": null}}}}""";
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"from\"\\s*:\\s*null", origin));
        Path picture = TestFiles.write(folder.resolve("p.png"), TestFiles.waves(300, 260, 3, BitDepth.EIGHT));
        Cli run = models(
                "card", "later", "--device=cpu", "--precision=fp32", "--picture", picture, "--credit", "drawn, CC0");
        assertThat(run.err()).isEmpty();
        assertThat(models.resolve("later").resolve("README.md"))
                .content()
                .contains("| attic | 12 | CC-BY-4.0: 12 | `fedcba` |", """
                        It started from the weights of `earlier` (SHA-256 `abcdef`), made in 8000 steps and 45 minutes.
                        `earlier` started from the weights of `first` (SHA-256 `012345`), made in 500 steps and 10 minutes.
                        """);
    }

    @Test
    void theCardOfABlindDenoiserSaysThatItTakesNoSigmaAndByWhatItsPictureWasSpoiled() {
        TestModels.fader(models, "fader", 3);
        Path picture = TestFiles.write(folder.resolve("p.png"), TestFiles.waves(300, 260, 3, BitDepth.EIGHT));
        Object[] card = {"fader", "--device=cpu", "--precision=fp32", "--picture", picture, "--credit", "drawn, CC0"};
        assertThat(models("card", with(card, "--noise", "dead-pixels:0.1")).err())
                .isEmpty();
        assertThat(models.resolve("fader").resolve("README.md"))
                .content()
                .contains(
                        "Left: noise `dead-pixels:0.1`, clipped and rounded as in files, ",
                        "Choose it by its name; it takes no sigma.",
                        "In go the picture's planes minus one half, here 3 x 256 x 256")
                .doesNotContain("--sigma");
        assertThat(models("card", with(card, "--noise", "hiss:3")).err())
                .contains("noise 'hiss:3' is not a known kind");
    }

    private static Object[] with(Object[] args, Object... more) {
        return Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray();
    }

    @Test
    void theCardOfAModelThatScoresAnomaliesShowsOnePictureOfEachKindWithItsScore() throws IOException {
        TestModels.spots(models, "spots", 1, Optional.of(TestModels.calm()));
        Cli run = models(
                "card",
                "spots",
                "--device=cpu",
                "--precision=fp32",
                "--data=synthetic:surfaces,size=128,count=14",
                "--credit",
                "drawn, CC0");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(models.resolve("spots").resolve("README.md"))
                .content()
                .contains(
                        "by segmentation. It has learnt only from normal pictures",
                        "From left to right: good, score ",
                        "Calibrated with 24 normal pictures of even pictures on 2026-11-23",
                        "/v1/anomaly?model=spots");
        assertThat(TestFiles.read(models.resolve("spots").resolve("before-after.jpg"))
                        .size()
                        .height())
                .isEqualTo(2 * 160 + 4);
    }
}
