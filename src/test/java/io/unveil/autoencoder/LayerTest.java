package io.unveil.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds what each layer says of itself against a direct sum in Java, and both against the engine. */
class LayerTest {
    private static final int INPUTS = 2;
    private static final int OUT = 3;

    @ParameterizedTest(name = "convolution, kernel {0}, stride {1}, padding {2}, on {3} x {4}")
    @CsvSource({
        "1, 1, 0, 4, 5", "2, 1, 0, 4, 5", "2, 2, 0, 6, 4", "3, 1, 1, 5, 7", "3, 1, 0, 5, 7", "3, 2, 1, 7, 8",
        "3, 3, 2, 7, 8", "4, 2, 1, 8, 6", "5, 1, 2, 5, 5", "5, 4, 0, 9, 13", "7, 2, 3, 7, 9", "3, 4, 0, 6, 10"
    })
    void convolutionIsTheSumThatItsDocstringGives(int kernel, int stride, int padding, int height, int width) {
        Convolution layer = new Convolution(OUT, kernel, stride, padding, 1);
        Planes x = Planes.random(INPUTS, height, width, 1);
        float[] weights = weights(layer);

        Planes expected = DirectSum.convolution(layer, x, weights);

        assertEngineAgrees(layer, x, weights, expected);
    }

    @ParameterizedTest(name = "transposed convolution, kernel {0}, stride {1}, padding {2}, on {3} x {4}")
    @CsvSource({
        "1, 1, 0, 4, 5",
        "2, 2, 0, 3, 4",
        "3, 1, 1, 5, 4",
        "3, 2, 1, 4, 5",
        "4, 2, 1, 3, 5",
        "5, 3, 2, 4, 3",
        "2, 3, 0, 3, 3",
        "3, 2, 0, 2, 6"
    })
    void transposedConvolutionIsTheSumThatItsDocstringGives(
            int kernel, int stride, int padding, int height, int width) {
        TransposedConvolution layer = new TransposedConvolution(OUT, kernel, stride, padding, 1);
        Planes x = Planes.random(INPUTS, height, width, 1);
        float[] weights = weights(layer);

        Planes expected = DirectSum.transposed(layer, x, weights);

        assertEngineAgrees(layer, x, weights, expected);
    }

    @Test
    void kernelsAreAppliedAsCrossCorrelationNotFlipped() {
        Convolution layer = new Convolution(1, 3, 1, 1, 1);
        Planes x = Planes.of(1, 3, 3, 0, 0, 0, 0, 1, 0, 0, 0, 0);
        float[] weights = {1, 2, 3, 4, 5, 6, 7, 8, 9, 0};

        Planes y = run(new Architecture(1, List.of(layer)), x, weights);

        assertThat(y.values()).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void aReluAfterASkipLeavesTheSkippedValuesAsTheyWere() {
        Architecture net = new Architecture(1, List.of(new Skip(List.of(new Relu(), new Relu()))));

        Planes y = run(net, Planes.of(1, 1, 3, -2, 0, 3), new float[0]);

        assertThat(y.values()).containsExactly(-2, 0, 6); // x + max(x, 0), not 2 max(x, 0)
    }

    @Test
    void aScaleMultipliesAndLeavesWhatIsSkippedAsItWas() {
        Architecture net = new Architecture(1, List.of(new Skip(List.of(new Scale(-0.25)))));

        Planes y = run(net, Planes.of(1, 1, 3, -2, 0, 4), new float[0]);

        assertThat(y.values()).containsExactly(-1.5f, 0, 3);
    }

    @Test
    void multiplyAddsAreTheProductsOfTheDirectSumInsideThePicture() {
        Convolution layer = new Convolution(OUT, 3, 2, 0, 1);
        Planes x = Planes.random(INPUTS, 7, 9, 1);

        DirectSum.convolution(layer, x, weights(layer));

        assertThat(layer.multiplyAdds(new Shape(INPUTS, 7, 9))).isEqualTo(DirectSum.lastProducts());
    }

    @Test
    void transposedMultiplyAddsAreTheProductsOfTheDirectSum() {
        TransposedConvolution layer = new TransposedConvolution(OUT, 4, 2, 0, 1);

        DirectSum.transposed(layer, Planes.random(INPUTS, 3, 5, 1), weights(layer));

        assertThat(layer.multiplyAdds(new Shape(INPUTS, 3, 5))).isEqualTo(DirectSum.lastProducts());
    }

    @Test
    void aKernelLargerThanThePaddedPictureDoesNotClose() {
        assertThatThrownBy(() -> new Convolution(1, 5, 1, 1, 1).shape(new Shape(1, 9, 2)))
                .isInstanceOf(Layer.DoesNotClose.class)
                .hasMessage("a kernel of 5 does not fit into a width of 2 with padding 1");
    }

    @Test
    void aSkipAroundLayersThatChangeTheShapeDoesNotClose() {
        assertThatThrownBy(() -> new Skip(List.of(new Convolution(4, 3, 1, 0, 1))).shape(new Shape(4, 8, 8)))
                .isInstanceOf(Layer.DoesNotClose.class)
                .hasMessage(
                        "a skip adds its input to what its layers make of it: 4 x 8 x 8 went in, 4 x 6 x 6 came out");
    }

    @Test
    @DisplayName("gradients through every kind of layer are the finite differences of the loss")
    void gradientsAreFiniteDifferences() {
        Architecture net = new Architecture(
                2,
                List.of(
                        new Convolution(4, 3, 1, 1, 1),
                        new Skip(List.of(
                                new Convolution(6, 2, 2, 0, 1),
                                new Skip(List.of(
                                        new Convolution(6, 3, 1, 1, 1),
                                        new Relu(),
                                        new Convolution(6, 3, 1, 1, 1),
                                        new Scale(0.5))),
                                new TransposedConvolution(4, 2, 2, 0, 1))),
                        new Convolution(1, 3, 1, 1, 1)));
        float[] weights = Weights.start(net, 5);
        try (Gradient gradient = new Gradient(net, Planes.random(2, 4, 4, 9))) {
            float[] exact = gradient.of(weights);
            double scale = Math.sqrt(sumOfSquares(exact) / exact.length);
            for (int i = 0; i < weights.length; i += 7) {
                assertThat((double) exact[i])
                        .as("weight %d", i)
                        .isCloseTo(gradient.difference(weights, i), within(0.02 * scale));
            }
        }
    }

    private static double sumOfSquares(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value * (double) value;
        }
        return sum;
    }

    private static float[] weights(Layer layer) {
        SplittableRandom random = new SplittableRandom(3);
        int count = layer.weights(new Shape(INPUTS, 16, 16)).stream()
                .mapToInt(Weight::count)
                .sum();
        float[] weights = new float[count]; // biases too, which a fresh network starts at 0
        for (int i = 0; i < count; i++) {
            weights[i] = (float) random.nextGaussian();
        }
        return weights;
    }

    private static void assertEngineAgrees(Layer layer, Planes x, float[] weights, Planes expected) {
        assertThat(layer.shape(x.shape())).isEqualTo(expected.shape());
        Planes y = run(new Architecture(INPUTS, List.of(layer)), x, weights);
        assertThat(y.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.values().length; i++) {
            assertThat(y.values()[i]).as("value %d", i).isCloseTo(expected.values()[i], within(1e-4f));
        }
    }

    private static Planes run(Architecture net, Planes x, float[] weights) {
        TorchEngine.noGradients();
        try (Network network = Network.load(Device.cpu(), net, weights, Precision.FP32);
                NDManager call = network.newCall();
                NDArray in = x.interleaved(call)) {
            return Planes.ofInterleaved(network.run(in));
        }
    }
}
