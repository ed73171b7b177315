package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.model.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Recipes: those that ship are read; a faulty one is refused with all its faults. */
class RecipeTest {
    @ParameterizedTest(name = "recipes/{0} is a network of {2} numbers and {3} thousand multiply-adds a pixel")
    @CsvSource({
        "denoise-color.yaml, 3, 2475811, 211.4, 8",
        "denoise-color-fast.yaml, 3, 840803, 102.4, 4",
        "denoise-gray.yaml, 1, 1990841, 120.3, 8",
        "denoise-gray-fast.yaml, 1, 839649, 101.2, 4",
        "denoise-photo.yaml, 3, 840515, 102.1, 4",
        "denoise-photo-next.yaml, 3, 2474947, 210.5, 8"
    })
    void shippedRecipesAreRead(String name, int channels, int parameters, double thousands, int stride)
            throws IOException {
        Path file = Path.of("recipes", name);

        Recipe recipe = Recipe.read(name, Files.readString(file));

        assertThat(recipe.channels()).isEqualTo(channels);
        assertThat(recipe.net().parameters()).isEqualTo(parameters);
        assertThat(recipe.net().multiplyAddsPerPixel() / 1000).isCloseTo(thousands, within(0.05));
        assertThat(recipe.net().stride()).isEqualTo(stride);
    }

    @ParameterizedTest(name = "recipes/{0} is for {1} and learns {2} numbers")
    @CsvSource({
        "gaussians-width.yaml, REGRESS, 97181",
        "gaussians-dense.yaml, AUTOENCODE, 133256",
        "gaussians-tied.yaml, AUTOENCODE, 67208", // half the matrices
        "gaussians-denoise.yaml, AUTOENCODE, 70737",
        "gaussians-bars.yaml, AUTOENCODE, 70737",
        "fashion-mnist-max.yaml, AUTOENCODE, 12323",
        "fashion-mnist-mean.yaml, AUTOENCODE, 12323", // pooling learns nothing
        "fashion-mnist-stride.yaml, AUTOENCODE, 12323",
        "anomaly-whole.yaml, ANOMALY, 520184",
        "signals-denoise.yaml, AUTOENCODE, 34305"
    })
    void recipesOfTheCourseAreRead(String name, Task task, int parameters) throws IOException {
        Recipe recipe = Recipe.read(name, Files.readString(Path.of("recipes", name)));

        assertThat(recipe.task()).isEqualTo(task);
        assertThat(recipe.net().parameters()).isEqualTo(parameters);
    }

    @Test
    void theThreeWaysDownHaveCodesOfOneSize() throws IOException {
        for (String way : List.of("max", "mean", "stride")) {
            String name = "fashion-mnist-%s.yaml".formatted(way);
            Recipe recipe = Recipe.read(name, Files.readString(Path.of("recipes", name)));
            assertThat(recipe.net().code(28, 28))
                    .hasValueSatisfying(code -> assertThat(code.count()).isEqualTo(98));
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "patch: 32",
                        "patch: 33",
                        "line 13, training patch must be a multiple of the network's total stride 2, was 33"),
                Arguments.of(
                        "loss: squared-error-over-sigma",
                        "loss: huber",
                        "line 16, training.loss must be one of absolute-error, charbonnier, cross-entropy, focal, focal-and-repair, log-squared-error, negative-correlation, squared-error, squared-error-and-activity, squared-error-over-sigma, ssim, was 'huber'"),
                Arguments.of(
                        "from: 20, to: 30",
                        "from: 30, to: 20",
                        "line 15, training.noise 'to' must not be below 'from', was 20.0 and 30.0"),
                Arguments.of(
                        "steps: 40",
                        "steps: -40",
                        "line 21, training.steps must be a whole number from 1 to 100000000, was '-40'"),
                Arguments.of(
                        "patch: 32", "patch: 32\n  shrunk: 0.5", "line 14, training.shrunk must be a list of numbers"),
                Arguments.of(
                        "patch: 32",
                        "patch: 32\n  shrunk: [0.5, 1, big]",
                        "line 14, training.shrunk[1] must be a number from 0.05 to 0.95, was '1'"),
                Arguments.of(
                        "patch: 32",
                        "patch: 32\n  shrunk: [0.5, 1, big]",
                        "line 14, training.shrunk[2] must be a number from 0.05 to 0.95, was 'big'"),
                Arguments.of(
                        "patch: 32",
                        "patch: 32\n  recompressed: [80, 0, [90]]",
                        "line 14, training.recompressed[1] must be a whole number from 1 to 100, was '0'"),
                Arguments.of(
                        "patch: 32",
                        "patch: 32\n  recompressed: [80, 0, [90]]",
                        "line 14, training.recompressed[2] must not be a list or have fields"),
                Arguments.of(
                        "patch: 32",
                        "recompressed: [80]",
                        "training has 'recompressed' but no 'patch': copies through JPEG are for patches to be cut from"),
                Arguments.of(
                        "patch: 32",
                        "shrunk: [0.5]",
                        "training has 'shrunk' but no 'patch': copies of other sizes are for patches to be cut from"),
                Arguments.of(
                        "inputs: 2",
                        "inputs: 3",
                        "line 3, net takes the picture's planes and one of sigma: 2, but inputs is 3"),
                Arguments.of(
                        "optimiser: muon",
                        "optimiser: sgd",
                        "line 17, training.optimiser must be one of adam, muon, was 'sgd'"),
                Arguments.of(
                        "optimiser: muon",
                        "optimiser: {muon: {decay: -1}}",
                        "line 17, training.optimiser.muon.decay must be a number from 0.0 to 10.0, was '-1'"),
                Arguments.of("seed: 3", "seed: 3\n  momentum: 1", "line 24, training.momentum is unknown"),
                Arguments.of(
                        "task: denoise",
                        "task: sing",
                        "line 1, task must be one of denoise, fill, anomaly, autoencode, regress, was 'sing'"));
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @MethodSource("faults")
    void aFaultIsNamedWithItsPlace(String was, String is, String message) {
        assertThatThrownBy(() -> Recipe.read("r.yaml", TinyRecipe.TEXT.replace(was, is)))
                .isInstanceOf(io.unveil.recipe.BadRecipe.class)
                .hasMessageContaining(message);
    }
}
