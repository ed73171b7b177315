package io.unveil.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.ArchitectureReader;
import io.unveil.autoencoder.Weights;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.file.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that does not fit together is refused with the place and the reason. */
class ModelFolderTest {
    private static final String RECIPE = """
            net: {inputs: 2, layers: [{convolution: {out: 1, kernel: 3, padding: 1}}]}
            """;

    @TempDir
    Path folder;

    private final Architecture net = ArchitectureReader.ofRecipe("recipe", RECIPE);
    private final float[] weights = Weights.start(net, 1);

    @BeforeEach
    void write() throws IOException {
        new ModelFolder(manifest(Weights.file(net, weights), RECIPE, net), net, weights, RECIPE).write(folder);
    }

    @Test
    void whatWasWrittenIsReadBack() {
        ModelFolder read = ModelFolder.read(folder);

        assertThat(read.weights()).containsExactly(weights);
        assertThat(read.architecture()).isEqualTo(net);
        assertThat(read.manifest()).isEqualTo(manifest(Weights.file(net, weights), RECIPE, net));
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFolderFromBeforeThereWereNetworksOfOneSizeIsReadAsFree() throws IOException {
        Path file = folder.resolve(ModelFolder.MANIFEST);
        String json = Files.readString(file);
        Files.writeString(file, json.replace("  \"sides\" : \"free\",\n", ""));

        assertThat(Files.readString(file)).isNotEqualTo(json);
        assertThat(ModelFolder.read(folder).manifest()).isEqualTo(manifest(Weights.file(net, weights), RECIPE, net));
    }

    @Test
    void aFolderOfVersionOneNamesNoCommitAndIsReadAndWrittenWithoutIt() throws IOException {
        Path file = folder.resolve(ModelFolder.MANIFEST);
        String old = Files.readString(file);
        Manifest manifest = ModelFolder.read(folder).manifest();

        ModelFolder.write(folder, manifest);

        assertThat(old).doesNotContain("commit");
        assertThat(manifest.provenance().commit()).isEmpty();
        assertThat(file).hasContent(old);
    }

    @Test
    void theCommitOfAModelThatATrainingStartedFromMayBeMissingToo() throws IOException {
        Path file = folder.resolve(ModelFolder.MANIFEST);
        Manifest.Provenance first = ModelFolder.read(folder).manifest().provenance();
        String origin = tools.jackson.databind.json.JsonMapper.shared()
                .writeValueAsString(new Manifest.Origin("first", "0".repeat(64), first));
        Files.writeString(file, Files.readString(file).replace("\"from\" : null", "\"from\" : " + origin));

        assertThat(ModelFolder.read(folder).manifest().provenance().from())
                .hasValueSatisfying(from -> assertThat(from.provenance()).isEqualTo(first));
    }

    @Test
    void aNetworkOfOneSizeSaysSoInItsManifest() throws IOException {
        String recipe = "net: {inputs: 1, height: 3, width: 5, layers: [{dense: {out: 1}}]}\n";
        Architecture dense = ArchitectureReader.ofRecipe("recipe", recipe);
        float[] numbers = Weights.start(dense, 1);
        new ModelFolder(manifest(Weights.file(dense, numbers), recipe, dense), dense, numbers, recipe).write(folder);

        assertThat(Files.readString(folder.resolve(ModelFolder.MANIFEST))).contains("\"sides\" : \"5x3\"");
        assertThat(ModelFolder.read(folder).manifest().sides()).isEqualTo(new Sides.Fixed(3, 5));
    }

    @Test
    void sidesThatAreNoneAreRefused() throws IOException {
        Path file = folder.resolve(ModelFolder.MANIFEST);
        Files.writeString(file, Files.readString(file).replace("\"free\"", "\"0x5\""));

        assertBroken(
                "sides are 'free', 'area' and a side such as area 256, or width x height such as 28x28, was '0x5'");
    }

    @Test
    void oneChangedBitOfTheWeightsIsRefused() throws IOException {
        byte[] file = Files.readAllBytes(folder.resolve(ModelFolder.WEIGHTS));
        file[file.length - 1] ^= 1;
        Files.write(folder.resolve(ModelFolder.WEIGHTS), file);

        assertBroken("weights.safetensors has SHA-256 %s, the manifest says".formatted(Digests.sha256(file)));
    }

    @Test
    void aChangedRecipeIsRefused() throws IOException {
        Files.writeString(folder.resolve(ModelFolder.RECIPE), RECIPE + "# better\n");

        assertBroken("recipe.yaml has SHA-256");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve(ModelFolder.RECIPE));

        assertBroken("recipe.yaml is missing");
    }

    @Test
    void weightsOfAnotherNetworkAreRefusedThoughTheDigestsFit() throws IOException {
        Architecture other =
                ArchitectureReader.ofRecipe("recipe", RECIPE.replace("kernel: 3, padding: 1", "kernel: 1"));
        byte[] file = Weights.file(other, Weights.start(other, 1));
        Files.write(folder.resolve(ModelFolder.WEIGHTS), file);
        Files.writeString(folder.resolve(ModelFolder.MANIFEST), json(manifest(file, RECIPE, net)));

        assertBroken("tensor 'layers.0.kernel' has shape [1, 2, 1, 1], the recipe asks for [1, 2, 3, 3]");
    }

    @Test
    void anUnknownKeyOfTheRecipeIsRefusedThoughTheDigestsFit() throws IOException {
        String recipe = RECIPE.replace("inputs: 2", "inputs: 2, magic: 1");
        Files.writeString(folder.resolve(ModelFolder.RECIPE), recipe);
        Files.writeString(
                folder.resolve(ModelFolder.MANIFEST), json(manifest(Weights.file(net, weights), recipe, net)));

        assertBroken("net.magic is unknown; known are inputs, area, height, width, layers");
    }

    @Test
    void aWeightThatIsNoNumberIsRefused() throws IOException {
        float[] broken = weights.clone();
        broken[3] = Float.NaN;
        byte[] file = Weights.file(net, broken);
        Files.write(folder.resolve(ModelFolder.WEIGHTS), file);
        Files.writeString(folder.resolve(ModelFolder.MANIFEST), json(manifest(file, RECIPE, net)));

        assertBroken("a weight is not a finite number");
    }

    @Test
    void aManifestWithAMissingOrUnknownKeyIsRefused() throws IOException {
        Path file = folder.resolve(ModelFolder.MANIFEST);
        String json = Files.readString(file);
        Files.writeString(file, json.replace("\"stride\"", "\"strid\""));

        assertBroken("manifest.json: ");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'task' : 'denoise' | 'task' : 'dream' | task is 'dream', allowed are denoise, fill, anomaly, autoencode, regress",
                "'answer':'defect' | 'answer':'odds' | inspection.answer is 'odds', allowed are defect, picture, picture-and-defect, correction-and-defect, hidden-cells, turn",
                "'name':'segmentation' | 'name':'guess' | inspection.scorings[0].name is 'guess', allowed are segmentation, agreement, repair, squared-error,",
                "'name':'segmentation' | 'name':'ssim' | a network that answers defect is scored by one or more of [agreement, segmentation], not by [ssim]",
                "'task' : 'denoise' | 'task' : 'autoencode' | a network for autoencode reads as many planes as it answers, but this one has 2 inputs and 1 outputs",
                "'inputs' : 2 | 'inputs' : 3 | the manifest says 3 inputs, 1 outputs and sides free, the recipe's network has 2, 1 and free",
                "'inputs' : 2 | 'inputs' : 9 | a denoiser reads the planes that it answers and at most 2 beside them"
            })
    void aManifestThatDoesNotSayWhatTheNetworkReadsAndAnswersIsRefused(String from, String to, String why)
            throws IOException {
        Path file = folder.resolve(ModelFolder.MANIFEST);
        String json = Files.readString(file).replace("\"inspection\" : null", """
                        "inspection":{"answer":"defect","scorings":[{"name":"segmentation","calibration":null}]}""");
        String changed = json.replace(from.replace('\'', '"'), to.replace('\'', '"'));
        Files.writeString(file, changed);

        assertThat(changed).isNotEqualTo(json);
        assertBroken("manifest.json: " + why);
    }

    @Test
    void aCalibrationOfTooFewNumbersIsRefused() throws IOException {
        Path file = folder.resolve(ModelFolder.MANIFEST);
        String calibration =
                "{'data': 'd', 'pictures': 3, 'scores': [1, 2, 3], 'peaks': [1, 2, 3], 'date': '2026-11-23', 'command': 'c'}"
                        .replace('\'', '"');
        String inspection =
                "\"inspection\" : {\"answer\": \"defect\", \"scorings\": [{\"name\": \"segmentation\", \"calibration\": %s}]}";
        String json = Files.readString(file);
        Files.writeString(file, json.replace("\"inspection\" : null", inspection.formatted(calibration)));

        assertThat(Files.readString(file)).isNotEqualTo(json);
        assertBroken("a calibration has at least 4 scores, all finite; these are [1.0, 2.0, 3.0]");
    }

    @Test
    void aManifestIsWrittenAnewBesideTheSameWeights() throws IOException {
        Manifest.Calibration calibration = new Manifest.Calibration(
                "d", 4, List.of(1., 2., 3., 4.), List.of(2., 3., 4., 5.), "2026-11-23", "unveil calibrate");
        Manifest.Inspection inspection = new Manifest.Inspection(
                Answer.CORRECTION_AND_DEFECT,
                List.of(
                        new Manifest.Scoring(ScoringMethod.SEGMENTATION, Optional.empty()),
                        new Manifest.Scoring(ScoringMethod.SSIM, Optional.empty())));
        Manifest calibrated =
                ModelFolder.read(folder).manifest().with(inspection.with(ScoringMethod.SEGMENTATION, calibration));

        ModelFolder.write(folder, calibrated);

        ModelFolder read = ModelFolder.read(folder);
        assertThat(read.manifest()).isEqualTo(calibrated);
        assertThat(read.manifest().inspection().orElseThrow().scorings())
                .containsExactly(
                        new Manifest.Scoring(ScoringMethod.SEGMENTATION, Optional.of(calibration)),
                        new Manifest.Scoring(ScoringMethod.SSIM, Optional.empty()));
        assertThat(read.weights()).containsExactly(weights);
    }

    private void assertBroken(String why) {
        assertThatThrownBy(() -> ModelFolder.read(folder))
                .isInstanceOf(ModelFolder.Broken.class)
                .hasMessageContaining(why);
    }

    private static String json(Manifest manifest) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(manifest);
    }

    static Manifest manifest(byte[] weights, String recipe, Architecture net) {
        return manifest(Task.DENOISE, weights, recipe, net);
    }

    static Manifest manifest(Task task, byte[] weights, String recipe, Architecture net) {
        return new Manifest(
                "tiny",
                "2026-11-22",
                task,
                net.inputs(),
                net.outputs(),
                net.sides(),
                1,
                net.digest(),
                Digests.sha256(weights),
                Digests.sha256(recipe.getBytes(StandardCharsets.UTF_8)),
                net.parameters(),
                18,
                3,
                1,
                Optional.empty(),
                List.of(),
                new Manifest.Provenance(
                        List.of(),
                        1,
                        1,
                        1,
                        "cpu",
                        "fp32",
                        1,
                        "PyTorch 2.7.1",
                        "17",
                        "Linux",
                        Optional.empty(),
                        Optional.empty()),
                "test");
    }

    /** A kill between two moves left a folder whose files did not fit together. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aFolderWhoseFilesWereNotAllPutInPlaceReadsAsTheNewModelAndCanBeWrittenAgain(int moved) throws IOException {
        float[] better = Weights.start(net, 2);
        ModelFolder next = new ModelFolder(manifest(Weights.file(net, better), RECIPE, net), net, better, RECIPE);
        next.prepare(folder);
        for (String name : List.of(ModelFolder.WEIGHTS, ModelFolder.RECIPE, ModelFolder.MANIFEST)
                .subList(0, moved)) {
            Files.move(folder.resolve(name + ".next"), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(ModelFolder.read(folder).weights()).containsExactly(better);
        ModelFolder.write(folder, ModelFolder.read(folder).manifest());
        assertThat(ModelFolder.read(folder).weights()).containsExactly(better);
        assertThat(folder).isDirectoryNotContaining("glob:**.next");
    }

    @Test
    void filesOfANewModelDoNotCountBeforeItsManifestIsThere() throws IOException {
        float[] better = Weights.start(net, 2);
        new ModelFolder(manifest(Weights.file(net, better), RECIPE, net), net, better, RECIPE).prepare(folder);
        Files.delete(folder.resolve(ModelFolder.MANIFEST + ".next"));

        assertThat(ModelFolder.read(folder).weights()).containsExactly(weights);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7"})
    void aManifestThatIsNoObjectIsBroken(String text) throws IOException {
        Files.writeString(folder.resolve(ModelFolder.MANIFEST), text);

        assertThatThrownBy(() -> ModelFolder.read(folder))
                .isInstanceOf(ModelFolder.Broken.class)
                .hasMessageContaining("manifest.json is no JSON object");
    }
}
