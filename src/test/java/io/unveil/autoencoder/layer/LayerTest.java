package io.unveil.autoencoder.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.Gradient;
import io.unveil.autoencoder.Nets;
import io.unveil.autoencoder.Network;
import io.unveil.autoencoder.Planes;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.ReceptiveField;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.autoencoder.Weights;
import io.unveil.recipe.Extent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what each layer says of itself against a direct sum in Java, and both against the engine. */
class LayerTest {
    private static final int INPUTS = 2;

    @ParameterizedTest(name = "{0} on {1} x {2}")
    @CsvFileSource(resources = "layers.csv", delimiter = '|', useHeadersInDisplayName = false)
    void everyLayerIsTheSumThatItsDocstringGives(String recipe, int height, int width) {
        Architecture net = Nets.fixed(INPUTS, height, width, recipe);
        Layer layer = net.layers().get(0);
        Planes x = Planes.random(INPUTS, height, width, 1);
        float[] weights = Nets.weights(net, 3);

        DirectSum.Result expected = DirectSum.of(layer, x, weights);

        assertThat(net.output()).isEqualTo(expected.planes().shape());
        assertThat(layer.multiplyAdds(x.shape())).as("multiply-adds").isEqualTo(expected.products());
        assertClose(Nets.run(net, x, weights), expected.planes(), 1e-4);
        assertClose(
                Nets.run(net, x, weights, Precision.BF16), expected.planes(), 0.15); // 8 bits of sums up to about 10
    }

    @ParameterizedTest(name = "{0} on {1} x {2}")
    @CsvFileSource(resources = "layers.csv", delimiter = '|', useHeadersInDisplayName = false)
    void everyLayerSeesWhatChangesItsOutputInTheEngine(String recipe, int height, int width) {
        Architecture net = Nets.fixed(1, height, width, recipe);
        Layer layer = net.layers().get(0);
        Shape in = net.input();
        @Nullable Positions[] moved = moved(net);

        Planes.zeros(net.output()).each((c, i, j) -> {
            Positions seen = layer.seenBy(Positions.at(i, j), in);
            Positions found = moved[i * net.output().width() + j];
            if (!layer.isLocal()) {
                assertThat(found).as("position %d, %d", i, j).isNotNull();
                assertThat(seen.and(found)).as("position %d, %d", i, j).isEqualTo(seen);
            } else if (seen.equals(seen.within(Positions.whole(in)))) { // not at the border
                assertThat(found).as("position %d, %d", i, j).isEqualTo(isEmpty(seen) ? null : seen);
            }
        });
    }

    @Test
    void aCircularBorderJoinsTheSidesThatItPads() {
        Layer ring = Nets.fixed(1, 4, 9, "convolution: {out: 1, kernel: [3, 5], padding: [0, 2], border: circular}")
                .layers()
                .get(0);

        assertThat(ring.seenBy(Positions.at(1, 3), new Shape(1, 4, 9)))
                .isEqualTo(new Positions(new Span(1, 3), new Span(0, 8)));
    }

    /**
     * Between the windows of a transposed convolution whose stride is longer than its kernel there is nothing to see.
     */
    private static boolean isEmpty(Positions region) {
        return region.rows().length() < 1 || region.columns().length() < 1;
    }

    /**
     * For each output position the rectangle of input positions that move it, where all weights are 1 so that nothing
     * cancels.
     */
    private static @Nullable Positions[] moved(Architecture net) {
        Shape out = net.output();
        @Nullable Positions[] moved = new Positions[Math.toIntExact(out.positions())];
        float[] ones = new float[net.parameters()];
        Arrays.fill(ones, 1);
        TorchEngine.noGradients();
        try (Network network = Network.load(Device.cpu(), net, ones, Precision.FP32)) {
            float[] still = values(network, Planes.zeros(net.input()));
            Planes.zeros(net.input()).each((c, y, x) -> {
                Planes touched = Planes.zeros(net.input());
                touched.values()[touched.at(c, y, x)] = 1;
                float[] values = values(network, touched);
                for (int i = 0; i < values.length; i++) {
                    int position = i % moved.length;
                    if (Math.abs(values[i] - still[i]) > 1e-6) { // less is rounding
                        Positions here = Positions.at(y, x);
                        moved[position] = moved[position] == null ? here : moved[position].and(here);
                    }
                }
            });
        }
        return moved;
    }

    private static float[] values(Network network, Planes in) {
        try (NDManager call = network.newCall();
                NDArray x = in.interleaved(call)) {
            return Planes.ofInterleaved(network.run(x)).values();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "convolution: {out: 3, kernel: [1, 3], padding: same, border: circular}",
                "convolution: {out: 3, kernel: 3, padding: 2, dilation: 2, border: reflect}",
                "transposed-convolution: {out: 3, kernel: [2, 3], stride: 2, padding: [0, 1], extra: [1, 0]}",
                "max-pool: {kernel: 3, stride: 2, padding: 1, round: up}",
                "mean-pool: {kernel: 3, stride: 2, padding: 1, round: up}",
                "upsample: {by: [2, 3]}",
                "upsample: {by: 2, how: bilinear}",
                "dense: {out: 5}",
                "transposed-dense: {out: 5}",
                "flatten",
                "reshape: {channels: 2, height: 12, width: 4}",
                "relu",
                "leaky-relu: {slope: 0.2}",
                "sigmoid",
                "tanh",
                "swish",
                "gelu",
                "glu",
                "skip: [convolution: {out: 8, kernel: 3, padding: 1}, glu, scale: {by: 0.5}]",
                "scale: {by: -0.5}",
                "dropout: {rate: 0.5}",
                "channels: {first: 1, count: 2}",
                "code",
                "skip: [convolution: {out: 4, kernel: 3, padding: 1}, sigmoid, scale: {by: 0.5}]",
                "concat: [convolution: {out: 2, kernel: 3, padding: 1}, relu]"
            })
    void gradientsThroughEveryLayerAreFiniteDifferences(String layer) {
        // the sigmoid before and the relu after it would spoil the gradient of a layer that wrongly overwrites what
        // they keep
        Architecture net = Nets.fixed(
                2, 4, 6, "convolution: {out: 4, kernel: 3, padding: 1}, tanh, %s, leaky-relu".formatted(layer));
        float[] weights = Weights.start(net, 5);
        try (Gradient gradient = new Gradient(net, Planes.random(2, 4, 6, 9))) {
            gradient.assertIsThatOfDifferences(weights, 3);
        }
    }

    @Test
    void kernelsAreAppliedAsCrossCorrelationNotFlipped() {
        Architecture net = Nets.free(1, "convolution: {out: 1, kernel: 3, padding: 1}");
        Planes x = Planes.of(1, 3, 3, 0, 0, 0, 0, 1, 0, 0, 0, 0);
        float[] weights = {1, 2, 3, 4, 5, 6, 7, 8, 9, 0};

        assertThat(Nets.run(net, x, weights).values()).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "relu                  |  0      | 0 | 1.5",
                "leaky-relu            | -0.01   | 0 | 1.5",
                "leaky-relu: {slope: 0.25} | -0.25 | 0 | 1.5",
                "sigmoid               | 0.26894 | 0.5 | 0.81757",
                "tanh                  | -0.76159 | 0 | 0.90515",
                "swish                 | -0.26894 | 0 | 1.22636",
                "gelu                  | -0.15866 | 0 | 1.39979",
                "scale: {by: -2}       | 2 | 0 | -3",
                "dropout: {rate: 0.9}  | -1 | 0 | 1.5",
                "code                  | -1 | 0 | 1.5"
            })
    void pointwiseLayersGiveTheseValuesForMinusOneZeroAndOneAndAHalf(String layer, float a, float b, float c) {
        Planes y = Nets.run(Nets.free(1, layer), Planes.of(1, 1, 3, -1, 0, 1.5f), new float[0]);

        assertThat(y.values()).containsExactly(new float[] {a, b, c}, within(1e-5f));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "relu",
                "sigmoid",
                "tanh",
                "leaky-relu",
                "scale: {by: 3}",
                "dropout: {rate: 0.5}",
                "channels: {first: 0, count: 1}",
                "flatten, relu, reshape: {channels: 1, height: 1, width: 3}"
            })
    void whatASkipStartsWithLeavesTheSkippedValuesAsTheyWere(String layers) {
        Planes x = Planes.of(1, 1, 3, -2, 0, 3);
        float[] alone = Nets.run(Nets.fixed(1, 1, 3, layers), x, new float[0]).values();

        assertThat(Nets.run(Nets.fixed(1, 1, 3, "skip: [%s]".formatted(layers)), x, new float[0])
                        .values())
                .containsExactly(-2 + alone[0], alone[1], 3 + alone[2]);
        assertThat(Nets.run(Nets.fixed(1, 1, 3, "concat: [%s]".formatted(layers)), x, new float[0])
                        .values())
                .containsExactly(-2, 0, 3, alone[0], alone[1], alone[2]);
    }

    @Test
    void channelsAreCountedFromZeroAndThoseThatAreNotThereAreRefused() {
        Planes x = Planes.of(3, 1, 2, 0, 1, 2, 3, 4, 5);

        assertThat(Nets.run(Nets.free(3, "channels: {first: 1, count: 2}"), x, new float[0])
                        .values())
                .containsExactly(2, 3, 4, 5);
        assertThatThrownBy(() -> Nets.free(3, "channels: {first: 2, count: 2}"))
                .hasMessageContaining("takes channels 2 to 3, counted from 0, of 3 x");
    }

    @Test
    void reshapingKeepsTheOrderChannelByChannelAndRowByRow() {
        Planes x = Planes.of(2, 2, 3, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

        Planes column = Nets.run(Nets.fixed(2, 2, 3, "flatten"), x, new float[0]);
        Planes planes = Nets.run(Nets.fixed(2, 2, 3, "reshape: {channels: 3, height: 1, width: 4}"), x, new float[0]);

        assertThat(column).isEqualTo(new Planes(new Shape(12, 1, 1), column.values()));
        assertThat(column.values()).containsExactly(x.values());
        assertThat(planes.shape()).isEqualTo(new Shape(3, 1, 4));
        assertThat(planes.values()).containsExactly(x.values());
    }

    @Test
    void aDenseLayerWithAGivenCountChecksIt() {
        Architecture net = Nets.fixed(3, 4, 5, "dense: {out: 7}");

        assertThat(net.weights()).extracting(Weight::shape).containsExactly(List.of(7, 60), List.of(7));
        assertThat(net.parameters()).isEqualTo(7 * 61);
        assertThat(net.multiplyAdds()).isEqualTo(7 * 60);
        assertThat(net.receptiveField().extent()).isEqualTo(new Extent(4, 5));
    }

    @Test
    void aGluGatesTheFirstHalfOfTheChannelsByTheSecond() {
        Architecture net = Nets.fixed(4, 1, 2, "glu");
        Planes x = Planes.of(4, 1, 2, 1, -2, 3, 4, 0, 100, -1, -100); // a0 a0, a1 a1, b0 b0, b1 b1

        assertThat(Nets.run(net, x, new float[0]).values())
                .containsExactly(new float[] {.5f, -2, 3 * .26894f, 0}, within(1e-4f));
        assertThat(net.output()).isEqualTo(new Shape(2, 1, 2));
        assertThat(net.parameters()).isZero();
        assertThat(net.multiplyAdds()).isZero();
    }

    @Test
    void aGatedConvolutionCostsAndSeesWhatItsConvolutionDoes() {
        Architecture net = Nets.free(2, "convolution: {out: 6, kernel: 3, padding: 1}, glu");

        assertThat(net.output().channels()).isEqualTo(3);
        assertThat(net.parameters()).isEqualTo(6 * (2 * 9 + 1));
        assertThat(net.multiplyAddsPerPixel()).isEqualTo(6 * 2 * 9);
        assertThat(net.receptiveField()).isEqualTo(new ReceptiveField(Extent.square(3), 1));
        assertThat(net.stride()).isEqualTo(1);
    }

    @Test
    void aGluOfAnOddNumberOfChannelsDoesNotClose() {
        assertThatThrownBy(() -> new Glu().shape(new Shape(5, 8, 8)))
                .isInstanceOf(Layer.DoesNotClose.class)
                .hasMessage(
                        "a glu gates one half of its channels by the other and needs an even number of channels; 5 went in");
    }

    @Test
    void aSkipAroundLayersThatChangeTheShapeDoesNotClose() {
        assertThatThrownBy(() -> new Skip(List.of(new Convolution(4, 3, 1, 0, 1))).shape(new Shape(4, 8, 8)))
                .isInstanceOf(Layer.DoesNotClose.class)
                .hasMessage(
                        "the layers of a skip must keep the shape of its input: 4 x 8 x 8 went in, 4 x 6 x 6 came out");
    }

    private static void assertClose(Planes found, Planes expected, double tolerance) {
        assertThat(found.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.values().length; i++) {
            assertThat((double) found.values()[i]).as("value %d", i).isCloseTo(expected.values()[i], within(tolerance));
        }
    }
}
