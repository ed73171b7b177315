package io.unveil.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.unveil.autoencoder.layer.Convolution;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.Skip;
import io.unveil.autoencoder.layer.TransposedConvolution;
import io.unveil.recipe.Extent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the receptive field, reckoned from the records, against what really reaches an output pixel in the engine. */
class ReceptiveFieldTest {
    static Stream<Arguments> nets() {
        Convolution three = new Convolution(2, 3, 1, 1, 1);
        Convolution five = new Convolution(2, 5, 1, 2, 1);
        Convolution down = new Convolution(2, 2, 2, 0, 1);
        Convolution downOverlapping = new Convolution(2, 4, 2, 1, 1);
        TransposedConvolution up = new TransposedConvolution(2, 2, 2, 0, 1);
        TransposedConvolution upOverlapping = new TransposedConvolution(2, 4, 2, 1, 1);
        return Stream.of(
                Arguments.of("two convolutions", List.of(three, five), new ReceptiveField(Extent.square(7), 3), 1),
                Arguments.of("down and up", List.of(down, up), new ReceptiveField(Extent.square(2), 1), 2),
                Arguments.of(
                        "down, convolution, up", List.of(down, three, up), new ReceptiveField(Extent.square(6), 3), 2),
                Arguments.of(
                        "overlapping down and up",
                        List.of(downOverlapping, upOverlapping),
                        new ReceptiveField(Extent.square(6), 3),
                        2),
                Arguments.of(
                        "two scales with skips",
                        List.of(three, new Skip(List.of(down, new Skip(List.of(down, three, up)), up))),
                        new ReceptiveField(Extent.square(14), 8),
                        4));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nets")
    void whatReachesAnOutputPixelInTheEngineIsWhatTheRecordsSay(
            String name, List<Layer> layers, ReceptiveField expected, int stride) {
        Architecture net = new Architecture(2, layers);

        assertThat(net.receptiveField()).isEqualTo(expected);
        assertThat(net.stride()).isEqualTo(stride);
        assertThat(measured(net)).isEqualTo(expected);
    }

    @Test
    void rectangularKernelsSeeRectangles() {
        Architecture net = Nets.free(1, """
                convolution: {out: 1, kernel: [1, 9], padding: same}, convolution: {out: 1, kernel: [3, 1], padding: same}""");

        assertThat(net.receptiveField()).isEqualTo(new ReceptiveField(new Extent(3, 9), 4));
        assertThat(net.receptiveField().size()).isEqualTo(9);
    }

    @Test
    void dilationAndPoolingWidenWhatIsSeen() {
        Architecture dilated = Nets.free(1, "convolution: {out: 1, kernel: 3, dilation: 4, padding: same}");
        Architecture pooled = Nets.free(1, """
                max-pool: {kernel: 2}, convolution: {out: 1, kernel: 3, padding: 1}, upsample: {by: 2}""");

        assertThat(dilated.receptiveField()).isEqualTo(new ReceptiveField(Extent.square(9), 4));
        assertThat(pooled.receptiveField()).isEqualTo(new ReceptiveField(Extent.square(6), 3));
        assertThat(pooled.stride()).isEqualTo(2);
    }

    @Test
    void anOutputOfHalfTheSizeIsLookedAtFromTheInput() {
        Architecture net = Nets.free(
                1, "convolution: {out: 1, kernel: 3, padding: 1}, convolution: {out: 1, kernel: 2, stride: 2}");

        assertThat(net.unit()).isEqualTo(new Shape(1, 2, 2));
        assertThat(net.shape(6, 10)).isEqualTo(new Shape(1, 3, 5));
        assertThat(net.receptiveField())
                .as("2 x 2 pixels and one around them")
                .isEqualTo(new ReceptiveField(Extent.square(4), 1));
        org.assertj.core.api.Assertions.assertThatThrownBy(net::stride)
                .hasMessage(
                        "the layers do not give back the size of their input: 1 x 256 x 256 comes out as 1 x 128 x 128");
    }

    @Test
    void inANetworkOfOneSizeWindowsEndWithThePicture() {
        Architecture net = Nets.fixed(1, 5, 20, "convolution: {out: 1, kernel: 9, padding: same}");

        assertThat(net.receptiveField().extent()).isEqualTo(new Extent(5, 9));
        assertThat(Nets.fixed(1, 5, 20, "convolution: {out: 1, kernel: 3, padding: same}, dense: {out: 2}")
                        .receptiveField()
                        .extent())
                .isEqualTo(new Extent(5, 20));
    }

    @Test
    void aStrideOfThreeIsFoundAndFiguresAreGivenForAMultipleOfIt() {
        Architecture net = Nets.free(
                1,
                "skip: [convolution: {out: 2, kernel: 3, stride: 3}, transposed-convolution: {out: 1, kernel: 3, stride: 3}]");

        assertThat(net.stride()).isEqualTo(3);
        assertThat(net.input()).isEqualTo(new Shape(1, 258, 258));
    }

    @Test
    void layersThatNeverGiveBackTheSizeOfTheirInputAreRefused() {
        Architecture net = new Architecture(1, List.of(new Convolution(1, 3, 1, 0, 1)));

        org.assertj.core.api.Assertions.assertThatThrownBy(net::stride)
                .hasMessage(
                        "the layers do not give back the size of their input: 1 x 256 x 256 comes out as 1 x 254 x 254");
    }

    /** Which input columns move which output columns, from the gradient's zeros: all weights are 1, so that nothing cancels. */
    private static ReceptiveField measured(Architecture net) {
        int side = 48;
        float[] ones = new float[net.parameters()];
        Arrays.fill(ones, 1);
        int size = 0;
        int reach = 0;
        TorchEngine.noGradients();
        try (Network network = Network.load(Device.cpu(), net, ones, Precision.FP32)) {
            float[] still = column(network, Planes.zeros(new Shape(2, side, side)));
            int[] first = new int[side];
            int[] last = new int[side];
            Arrays.fill(first, Integer.MAX_VALUE);
            Arrays.fill(last, -1);
            for (int x = 0; x < side; x++) {
                Planes touched = Planes.zeros(new Shape(2, side, side));
                touched.values()[touched.at(0, side / 2, x)] = 1;
                float[] moved = column(network, touched);
                for (int o = 0; o < side; o++) {
                    if (moved[o] != still[o]) {
                        first[o] = Math.min(first[o], x);
                        last[o] = Math.max(last[o], x);
                    }
                }
            }
            for (int o = side / 2 - 4; o < side / 2 + 4; o++) { // far from the border, every phase of the stride
                size = Math.max(size, last[o] - first[o] + 1);
                reach = Math.max(reach, Math.max(o - first[o], last[o] - o));
            }
        }
        return new ReceptiveField(Extent.square(size), reach);
    }

    /** The output summed over channels and rows. */
    private static float[] column(Network network, Planes in) {
        try (NDManager call = network.newCall()) {
            Planes out = Planes.ofInterleaved(network.run(in.interleaved(call)));
            float[] sums = new float[out.shape().width()];
            for (int i = 0; i < out.values().length; i++) {
                sums[i % sums.length] += out.values()[i];
            }
            return sums;
        }
    }
}
