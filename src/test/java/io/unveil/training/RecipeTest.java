package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recipes: those that ship are read; a faulty one is refused with all its faults. */
class RecipeTest {
    @ParameterizedTest(name = "recipes/{0} is a network of {2} numbers and {3} thousand multiply-adds a pixel")
    @CsvSource({"denoise-color.yaml, 3, 839875, 102.0", "denoise-gray.yaml, 1, 838721, 101.5"})
    void shippedRecipesAreRead(String name, int channels, int parameters, double thousands) throws IOException {
        Path file = Path.of("recipes", name);

        Recipe recipe = Recipe.read(name, Files.readString(file));

        assertThat(recipe.channels()).isEqualTo(channels);
        assertThat(recipe.net().parameters()).isEqualTo(parameters);
        assertThat(recipe.net().multiplyAddsPerPixel() / 1000).isCloseTo(thousands, within(0.5));
        assertThat(recipe.net().stride()).isEqualTo(4);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "patch: 32 | patch: 33 | line 11, training patch must be a multiple of the network's total stride 2, was 33",
                "loss: squared-error-over-sigma | loss: huber | line 14, training.loss must be one of squared-error, absolute-error, squared-error-over-sigma, was 'huber'",
                "from: 20, to: 30 | from: 30, to: 20 | line 13, training.noise 'to' must not be below 'from', was 20.0 and 30.0",
                "steps: 40 | steps: -40 | line 19, training.steps must be a whole number from 1 to 100000000, was '-40'",
                "inputs: 2 | inputs: 3 | line 3, net a denoiser takes its picture's planes and one of sigma: 2, but inputs is 3",
                "seed: 3 | seed: 3\n  momentum: 1 | line 22, training.momentum is unknown"
            })
    void aFaultIsNamedWithItsPlace(String was, String is, String message) {
        assertThatThrownBy(() -> Recipe.read("r.yaml", TinyRecipe.TEXT.replace(was, is.replace("\\n", "\n"))))
                .isInstanceOf(io.unveil.autoencoder.Fields.BadRecipe.class)
                .hasMessageContaining(message);
    }
}
