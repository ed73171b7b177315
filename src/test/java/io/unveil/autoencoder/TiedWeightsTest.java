package io.unveil.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A decoder that uses its encoder's kernels: one tensor, learnt from both uses. */
class TiedWeightsTest {
    private static final Architecture DENSE = Nets.fixed(1, 3, 4, """
            dense: {out: 5}, sigmoid, code, transposed-dense: {out: 12, of: layers.0},
            reshape: {channels: 1, height: 3, width: 4}""");

    private static final Architecture CONVOLUTIONAL = Nets.fixed(2, 6, 8, """
            convolution: {out: 3, kernel: [3, 2], stride: 2, padding: [1, 0]}, tanh,
            transposed-convolution: {out: 2, kernel: [3, 2], stride: 2, padding: [1, 0], extra: [1, 0], of: layers.0}""");

    @Test
    void theSharedKernelIsLearntCountedAndSavedOnce() {
        assertThat(DENSE.weights())
                .extracting(Weight::name)
                .containsExactly("layers.0.kernel", "layers.0.bias", "layers.3.bias");
        assertThat(DENSE.parameters()).isEqualTo(5 * 12 + 5 + 12);
        assertThat(DENSE.multiplyAdds()).as("it is used twice").isEqualTo(2 * 5 * 12);
        assertThat(LayerTable.of(DENSE, 3, 4))
                .extracting(LayerTable.Row::parameters)
                .containsExactly(65, 0, 0, 12, 0);

        float[] weights = Nets.weights(DENSE, 1);
        assertThat(Weights.vector(DENSE, Weights.file(DENSE, weights))).containsExactly(weights);
    }

    @Test
    void aTiedDecoderIsTheTransposeOfItsEncoder() {
        Architecture linear = Nets.fixed(1, 1, 3, "dense: {out: 2}, transposed-dense: {out: 3, of: layers.0}");
        float[] weights = {1, 2, 3, 4, 5, 6, 0, 0, 10, 20, 30}; // W, then the two biases

        Planes y = Nets.run(linear, Planes.of(1, 1, 3, 1, 0, 0), weights);

        assertThat(y.values()).containsExactly(10 + 1 + 16, 20 + 2 + 20, 30 + 3 + 24); // W'W's first column
    }

    @Test
    void aTiedConvolutionIsTheAdjointOfTheOneItIsTiedTo() {
        Architecture forth = Nets.fixed(2, 6, 8, "convolution: {out: 3, kernel: 3, stride: 2, padding: 1}");
        Architecture both = Nets.fixed(2, 6, 8, """
                convolution: {out: 3, kernel: 3, stride: 2, padding: 1},
                transposed-convolution: {out: 2, kernel: 3, stride: 2, padding: 1, extra: 1, of: layers.0}""");
        Planes x = Planes.random(2, 6, 8, 3);
        float[] weights = Nets.weights(both, 4);
        java.util.Arrays.fill(weights, 54, weights.length, 0); // no biases
        float[] kernel = java.util.Arrays.copyOf(weights, forth.parameters());

        double squareOfForth = dot(Nets.run(forth, x, kernel), Nets.run(forth, x, kernel));
        double throughBoth = dot(x, Nets.run(both, x, weights));

        assertThat(throughBoth).as("<x, A'Ax> = <Ax, Ax>").isCloseTo(squareOfForth, within(1e-3));
    }

    @Test
    void theGradientGathersFromBothUses() {
        for (Architecture net : List.of(DENSE, CONVOLUTIONAL)) {
            Shape in = net.input();
            try (Gradient gradient = new Gradient(net, Planes.random(in.channels(), in.height(), in.width(), 9))) {
                gradient.assertIsThatOfDifferences(Nets.weights(net, 2), 1);
            }
        }
    }

    @Test
    void aTieTellsNetworksApartThoughTheirOwnTensorsAreAlike() {
        Architecture first =
                Nets.fixed(1, 1, 4, "dense: {out: 4}, dense: {out: 4}, transposed-dense: {out: 4, of: layers.0}");
        Architecture second =
                Nets.fixed(1, 1, 4, "dense: {out: 4}, dense: {out: 4}, transposed-dense: {out: 4, of: layers.1}");

        assertThat(first.digest()).isNotEqualTo(second.digest());
    }

    @Test
    void tiesToLayersWithoutSuchAKernelAreRefusedWithPlaceAndReason() {
        assertThatThrownBy(() -> ArchitectureReader.ofRecipe("r", """
                net:
                  inputs: 1
                  height: 2
                  width: 3
                  layers:
                    - dense: {out: 4}
                    - relu
                    - transposed-dense: {out: 5, of: layers.0}
                    - transposed-dense: {out: 6, of: layers.1}
                """))
                .hasMessage(
                        "r: line 8, net.layers[2] uses the kernel of layers.0, which has shape [4, 6]; this layer needs [4, 5]"
                                + "; line 9, net.layers[3] uses the kernel of layers.1, which has no kernel of its own; layers with one are layers.0");
        assertThatThrownBy(
                        () -> Nets.fixed(1, 2, 3, "dense: {out: 4}, transposed-dense: {out: 6, of: layers.0, gain: 2}"))
                .hasMessageContaining("layers[1].transposed-dense has a gain, but its kernel belongs to another layer");
    }

    private static double dot(Planes a, Planes b) {
        assertThat(a.shape()).isEqualTo(b.shape());
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            sum += a.values()[i] * (double) b.values()[i];
        }
        return sum;
    }
}
