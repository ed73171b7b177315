package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.unveil.autoencoder.CompiledModule;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.file.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The step that travels is the step that is run here: only from its bytes, number for number. */
class StepExportTest {
    private static final int STEPS = 12;
    private static final Recipe RECIPE = TinyRecipe.read();

    private static byte[] export(String text, Precision precision) {
        return StepExport.of(Recipe.read("r.yaml", text), text, precision, STEPS, "unveil test");
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void drivenFromTheFileAloneItGivesExactlyTheLossesAndTheWeightsOfTheLearner(Precision precision)
            throws IOException {
        List<Float> expected = new ArrayList<>();
        float[] averaged;
        try (Learner learner = Learner.of(RECIPE, LearnerState.start(RECIPE), precision, Device.cpu())) {
            Examples examples = RECIPE.lesson().examples(TinyRecipe.loader(RECIPE), RECIPE.seed());
            for (int step = 1; step <= STEPS; step++) {
                StepResult learned = learner.step(examples, step, (step - 1) / (double) STEPS);
                expected.add(learned.loss());
                expected.add(learned.gradientNorm());
            }
            averaged = learner.averagedWeights();
        }

        byte[] file = export(TinyRecipe.TEXT, precision);
        List<Float> driven = new ArrayList<>();
        assertThat(drive(file, driven)).containsExactly(averaged);
        assertThat(driven).isEqualTo(expected).doesNotHaveDuplicates();
    }

    /** Adds each loss and norm to a list; gives the averaged weights. */
    private static float[] drive(byte[] file, List<Float> results) throws IOException {
        StepFile step = StepFile.read(file);
        Examples examples = RECIPE.lesson().examples(TinyRecipe.loader(RECIPE), RECIPE.seed());
        try (NDManager manager = TorchEngine.newManager(Device.cpu());
                CompiledModule module = CompiledModule.read(manager, file)) {
            NDArray averaged = manager.create(step.start());
            List<NDArray> state = List.of(
                    manager.create(step.start()),
                    manager.create(new float[step.start().length]),
                    manager.create(new float[step.start().length]),
                    averaged,
                    manager.create(new float[1]));
            for (int i = 1; i <= STEPS; i++) {
                TorchEngine.start().setRandomSeed(Seeds.of(RECIPE.seed(), i, Seeds.Use.ENGINE_NOISE));
                try (NDManager call = manager.newSubManager()) {
                    List<NDArray> arguments = new ArrayList<>(examples.ofStep(i, call));
                    arguments.addAll(state);
                    arguments.add(call.create(step.settings(i, (i - 1) / (double) STEPS)));
                    float[] result = module.callWithGradients("step", arguments.toArray(NDArray[]::new))
                            .toFloatArray();
                    results.add(result[0]);
                    results.add(result[1]);
                }
            }
            return averaged.toFloatArray();
        }
    }

    @Test
    void theNotesSayAllThatADriverMustKnow() throws IOException {
        JsonNode notes = StepFile.read(export(TinyRecipe.TEXT, Precision.FP32)).notes();

        assertThat(notes.path("createdBy").asString()).isEqualTo("unveil test");
        assertThat(notes.path("recipe").asString()).isEqualTo(TinyRecipe.TEXT);
        assertThat(notes.path("digest").asString())
                .isEqualTo(Digests.sha256(TinyRecipe.TEXT.getBytes(StandardCharsets.UTF_8)));
        assertThat(notes.path("precision").asString()).isEqualTo("fp32");
        assertThat(List.of("seed", "steps", "channels", "patch", "batch", "checkpointEvery"))
                .extracting(key -> notes.path(key).asInt())
                .containsExactly(3, STEPS, 1, 32, 4, 20);
        assertThat(notes.path("shrunk").toString()).isEqualTo("[]");
        assertThat(notes.path("recompressed").toString()).isEqualTo("[]");
        assertThat(notes.path("noise").toString()).isEqualTo("{\"from\":20.0,\"to\":30.0,\"clipped\":0.5}");
        assertThat(notes.path("rate").toString()).isEqualTo("{\"peak\":0.01,\"end\":1.0E-4,\"warmUp\":5}");
        assertThat(notes.path("arguments").toString())
                .isEqualTo("[\"y\",\"s\",\"c\",\"p\",\"m\",\"v\",\"e\",\"r\",\"h\"]");
        assertThat(StreamSupport.stream(notes.path("tensors").spliterator(), false)
                        .map(tensor -> tensor.path("name").asString() + tensor.path("shape")))
                .hasSize(8)
                .startsWith("layers.0.kernel[16,2,3,3]", "layers.0.bias[16]", "layers.1.skip.0.kernel[32,16,2,2]");
    }

    @Test
    void anotherSeedStartsFromOtherWeights() throws IOException {
        Recipe other = RECIPE.withSeed(4);
        StepFile file = StepFile.read(StepExport.of(other, TinyRecipe.TEXT, Precision.FP32, STEPS, "unveil test"));
        assertThat(file.notes().path("seed").asInt()).isEqualTo(4);
        assertThat(file.start())
                .isEqualTo(LearnerState.start(other).weights())
                .isNotEqualTo(LearnerState.start(RECIPE).weights());
    }

    @Test
    void equalRecipesGiveEqualBytes() {
        assertThat(export(TinyRecipe.TEXT, Precision.BF16)).isEqualTo(export(TinyRecipe.TEXT, Precision.BF16));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "fill-color, this one's task is fill",
        "denoise-photo, this one's noises are drawn outside of the step",
        "faces-occlusion, this one's task is autoencode",
        "gaussians-denoise, this one's task is autoencode",
        "gaussians-width, this one's task is regress",
    })
    void recipesWhoseExamplesTheDriverCannotDrawStayAtHome(String recipe, String why) throws IOException {
        String text = Files.readString(Path.of("recipes", recipe + ".yaml"));
        assertThatThrownBy(() -> export(text, Precision.FP32))
                .isInstanceOf(CannotTravel.class)
                .hasMessage(
                        "trained elsewhere can be recipes of the task denoise with Gaussian noise whose examples are cut by 'patch'; "
                                + why);
    }

    @Test
    void aDenoiserWhoseExamplesAreMadeByTransformsStaysAtHome() {
        String text = TinyRecipe.TEXT.replace("patch: 32", "transforms: [crop: {width: 32, height: 32}]");
        assertThatThrownBy(() -> export(text, Precision.FP32))
                .isInstanceOf(CannotTravel.class)
                .hasMessageEndingWith("this one's are made by transforms");
    }
}
