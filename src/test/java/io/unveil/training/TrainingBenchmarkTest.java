package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import io.unveil.autoencoder.EngineBenchmark;
import io.unveil.autoencoder.Precision;
import org.junit.jupiter.api.Test;

/** Speeds are not asserted, only that they are measured and fit together. */
class TrainingBenchmarkTest {
    private static final Recipe RECIPE = Recipe.read("tiny", SmallestRecipe.TEXT);

    @Test
    void theRecipesOwnStepIsMeasuredInStepsPixelsAndOperations() throws java.io.IOException {
        TrainingBenchmark speed = TrainingBenchmark.run(RECIPE, Precision.FP32, Device.cpu());
        assertThat(speed.stepsPerSecond()).isPositive();
        assertThat(speed.megapixelsPerSecond() * 1e6).isCloseTo(speed.stepsPerSecond() * 2 * 16 * 16, within(1e-3));
        // 9 (2 * 4 + 4) multiply-adds a pixel, forward and twice that back, two operations each
        assertThat(speed.rate() * 1e9).isCloseTo(speed.megapixelsPerSecond() * 1e6 * 9 * 12 * 3 * 2, within(1.));
    }

    @Test
    void productsAndConvolutionsRunInBothPrecisionsForwardAndBack() throws java.io.IOException {
        try (EngineBenchmark rates = new EngineBenchmark(Device.cpu())) {
            assertThat(rates.matrixProduct(64)).isPositive();
            for (Precision precision : Precision.values()) {
                assertThat(rates.convolution(4, precision)).isPositive();
                assertThat(rates.convolutionWithGradients(4, precision)).isPositive();
            }
        }
    }
}
