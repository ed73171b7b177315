package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.autoencoder.Weights;
import io.unveil.file.Digests;
import io.unveil.model.Build;
import io.unveil.model.Manifest;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights that come home are believed only where recipe, numbers and papers agree. */
class ModelImportTest {
    private static final Recipe RECIPE = TinyRecipe.read();

    @TempDir
    Path folder;

    private Path recipe;
    private Path weights;
    private Path provenance;
    private Path output;

    @BeforeEach
    void write() throws IOException {
        recipe = Files.writeString(folder.resolve("tiny.yaml"), TinyRecipe.TEXT);
        weights = Files.write(
                folder.resolve("weights.safetensors"),
                Weights.file(RECIPE.net(), LearnerState.start(RECIPE).weights()));
        provenance = Files.writeString(folder.resolve("provenance.json"), papers());
        output = folder.resolve("models/away");
    }

    private String papers() throws IOException {
        return """
                {"recipe": "%s", "weights": "%s", "seed": 9, "precision": "bf16", "steps": 5000, "seconds": 61.7,
                 "finished": "2026-11-23", "device": "A Fast GPU", "threads": 8, "torch": "2.7.1", "python": "3.12.1",
                 "system": "Linux x86_64", "heldOut": 1,
                 "data": [{"name": "photos", "pictures": 21, "digest": "%s", "licence": "CC0-1.0: 21"}]}
                """.formatted(
                        Digests.sha256(Files.readAllBytes(recipe)),
                        Digests.sha256(Files.readAllBytes(weights)),
                        "0".repeat(64));
    }

    private Manifest bring(Optional<Path> validation) throws IOException {
        return new ModelImport(
                        recipe,
                        weights,
                        provenance,
                        output,
                        validation.map(Path::toString),
                        "unveil models import",
                        "unveil test")
                .run();
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(() -> bring(Optional.empty()))
                .isInstanceOf(RefusedImport.class)
                .hasMessageContaining(sentence);
        assertThat(output).doesNotExist();
    }

    @Test
    void theModelThatComesHomeIsSoundAndSaysWhereItWasTrained() throws IOException {
        bring(Optional.empty());

        ModelFolder model = ModelFolder.read(output);
        assertThat(model.weights()).isEqualTo(LearnerState.start(RECIPE).weights());
        assertThat(model.recipe()).isEqualTo(TinyRecipe.TEXT);
        Manifest manifest = model.manifest();
        assertThat(manifest.name()).isEqualTo("away");
        assertThat(manifest.version()).isEqualTo("2026-11-23");
        assertThat(manifest.createdBy()).isEqualTo("unveil test");
        assertThat(manifest.figures()).as("nothing was measured").isEmpty();
        Manifest.Provenance from = manifest.provenance();
        assertThat(from.engine())
                .isEqualTo("trained elsewhere: PyTorch 2.7.1 in Python 3.12.1, driven by drive_step.py");
        assertThat(from.java()).isEqualTo("none");
        assertThat(from.commit())
                .as("of the program that imported it")
                .contains(Build.current().commit());
        assertThat(from.device()).isEqualTo("A Fast GPU");
        assertThat(from.precision()).isEqualTo("bf16");
        assertThat(from.steps()).isEqualTo(5000);
        assertThat(from.seconds()).isEqualTo(62);
        assertThat(from.seed()).isEqualTo(9);
        assertThat(from.data()).containsExactly(new Manifest.DataSet("photos", 21, "0".repeat(64), "CC0-1.0: 21"));
        try (Stream<Path> beside = Files.list(folder.resolve("models"))) {
            assertThat(beside).as("nothing temporary stays").containsExactly(output);
        }
    }

    @Test
    void withValidationItsFiguresAreMeasuredHere() throws IOException {
        Path pictures = Drawn.folder(folder.resolve("held-out"), 2, 48);

        Manifest manifest = bring(Optional.of(pictures));

        assertThat(manifest.figures()).hasSize(3).allSatisfy(figure -> {
            assertThat(figure.measure()).isEqualTo("psnr");
            assertThat(figure.command()).isEqualTo("unveil models import");
        });
        assertThat(manifest.figures().get(1).condition()).startsWith("validation pictures, sigma=25, 20.");
        assertThat(manifest.figures().get(1).value()).as("the net is untrained").isBetween(15.0, 22.0);
    }

    @Test
    void picturesThatItHasLearntFromDoNotMeasureIt() throws IOException {
        Path pictures = Drawn.folder(folder.resolve("photos"), 2, 48);
        String digest = io.unveil.data.Dataset.read(
                        pictures.toString(), io.unveil.data.DatasetPart.TRAINING, 1, new io.unveil.image.Size(32, 32))
                .set()
                .digest();
        Files.writeString(provenance, papers().replace("0".repeat(64), digest));

        assertThatThrownBy(() -> bring(Optional.of(pictures)))
                .isInstanceOf(RefusedImport.class)
                .hasMessage(pictures + " is what the model has learnt from: validate with other pictures");
        assertThat(output).doesNotExist();
    }

    @Test
    void aFolderThatIsThereIsLeftAlone() throws IOException {
        Path model = Files.writeString(Files.createDirectories(output).resolve("manifest.json"), "mine");
        assertThatThrownBy(() -> bring(Optional.empty()))
                .hasMessage(output + " already exists: name another folder, or remove it");
        assertThat(model).hasContent("mine");
    }

    @Test
    void anotherRecipeIsRefusedEvenWhereTheNetworkIsTheSame() throws IOException {
        Files.writeString(recipe, TinyRecipe.TEXT.replace("steps: 40", "steps: 41"));
        assertRefused("they do not belong to one training, or a file was changed");
    }

    @Test
    void weightsOfARecipeThatCannotHaveTravelledAreRefused() throws IOException {
        recipe = Path.of("recipes/gaussians-denoise.yaml");
        Files.writeString(provenance, papers());
        assertThatThrownBy(() -> bring(Optional.empty()))
                .isInstanceOf(CannotTravel.class)
                .hasMessageEndingWith("this one's task is autoencode");
        assertThat(output).doesNotExist();
    }

    @Test
    void weightsThatTheProvenanceDoesNotNameAreRefused() throws IOException {
        Files.write(weights, Weights.file(RECIPE.net(), Weights.start(RECIPE.net(), 5)));
        assertRefused(weights + " has SHA-256 ");
    }

    @Test
    void weightsOfAnotherNetworkAreRefusedWithEachTensorThatDoesNotFit() throws IOException {
        Recipe narrow = Recipe.read("narrow", TinyRecipe.TEXT.replace("out: 32", "out: 31"));
        Files.write(
                weights, Weights.file(narrow.net(), LearnerState.start(narrow).weights()));
        Files.writeString(provenance, papers());
        assertRefused(weights
                + ": tensor 'layers.1.skip.0.kernel' has shape [31, 16, 2, 2], the recipe asks for [32, 16, 2, 2]; ");
    }

    @Test
    void aWeightThatIsNotFiniteIsRefused() throws IOException {
        float[] vector = LearnerState.start(RECIPE).weights();
        vector[7] = Float.NaN;
        Files.write(weights, Weights.file(RECIPE.net(), vector));
        Files.writeString(provenance, papers());
        assertRefused(weights + ": a weight is not a finite number");
    }

    @Test
    void aFileThatIsNoWeightsIsRefused() throws IOException {
        Files.write(weights, new byte[] {1, 2, 3});
        Files.writeString(provenance, papers());
        assertRefused(weights + ": the weight file has 3 bytes, too few for a header");
    }

    @ParameterizedTest(name = "{1} for {0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"steps\": 5000       | \"steps\": 0          | steps must be at least 1, was 0",
                "\"seconds\": 61.7     | \"seconds\": -1       | seconds must be at least 0, was -1.0",
                "\"bf16\"              | \"fp8\"               | precision must be fp32 or bf16, was 'fp8'",
                "\"A Fast GPU\"        | \" \"                 | device, torch, python and system must not be empty",
                "\"2026-11-23\"        | \"yesterday\"         | finished must be a day such as 2026-11-23, was 'yesterday'",
                "\"steps\": 5000       | \"steps\": \"many\"   | is not a provenance file: ",
                "\"steps\": 5000,      | ``                    | is not a provenance file: ",
                "\"heldOut\": 1,       | \"heldOut\": 1, \"x\": 2, | is not a provenance file: ",
                "{\"recipe\"           | \"recipe\"            | is not a provenance file: ",
            })
    void papersThatAreWrongAreRefused(String is, String becomes, String sentence) throws IOException {
        assertThat(papers()).contains(is);
        Files.writeString(provenance, papers().replace(is, becomes));
        assertRefused(sentence);
    }

    @Test
    void papersThatNameNoPicturesAreRefused() throws IOException {
        Files.writeString(provenance, papers().replaceAll("\\[.*]", "[]"));
        assertRefused("data names no set of pictures");
    }

    @Test
    void filesThatAreMissingAreNamed() throws IOException {
        Files.delete(provenance);
        assertThatThrownBy(() -> bring(Optional.empty()))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(provenance.toString());
    }
}
