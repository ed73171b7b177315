package io.unveil.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The inner part of a tile")
class InnerPartTest {
    /** The engine chooses its way of convolving by the size of a map; so a few results differ by rounding. */
    @ParameterizedTest(
            name = "is that of the whole within {2}, by the network of {0} in {1}, whichever sides border on tiles")
    @CsvSource({
        "denoise-color,     FP32, 0",
        "denoise-color,     BF16, 0",
        "denoise-gray-fast, FP32, 1e-6",
        "fill-color,        FP32, 0",
        "fill-pixels,       BF16, 0",
        "anomaly,           FP32, 0"
    })
    void isTheSameAsInTheWhole(String recipe, Precision precision, float rounding) throws IOException {
        Architecture net = ArchitectureReader.ofRecipe(recipe, Files.readString(Path.of("recipes", recipe + ".yaml")));
        int stride = net.stride();
        int margin = (net.receptiveField().reach() + stride - 1) / stride * stride;
        int height = 2 * margin + 3 * stride;
        int width = 2 * margin + 5 * stride;
        TorchEngine.noGradients();
        try (Network network = Network.load(Device.cpu(), net, Weights.start(net, 5), precision);
                NDManager call = network.newCall()) {
            NDArray tile =
                    call.create(random(height * width * net.inputs()), new Shape(1, height, width, net.inputs()));
            float[] whole = network.run(tile).toFloatArray();
            for (int sides = 1; sides < 16; sides++) {
                Edges edges = new Edges((sides & 1) != 0, (sides & 2) != 0, (sides & 4) != 0, (sides & 8) != 0);
                NDArray part = network.run(tile, edges);
                assertThat(part.getShape().size())
                        .as("%s: not all is computed", edges)
                        .isLessThan(whole.length);
                int rows = edges.top() ? margin : 0;
                int columns = edges.left() ? margin : 0;
                int keptRows = (edges.bottom() ? height - margin : height) - rows;
                int keptColumns = (edges.right() ? width - margin : width) - columns;
                Network.Missing missing = network.missing(edges);
                assertThat(kept(
                                part.toFloatArray(),
                                (int) part.getShape().get(2),
                                rows - missing.rows(),
                                columns - missing.columns(),
                                keptRows,
                                keptColumns,
                                net.outputs()))
                        .as(edges.toString())
                        .containsExactly(
                                kept(whole, width, rows, columns, keptRows, keptColumns, net.outputs()),
                                within(rounding));
            }
        }
    }

    @Test
    void aNetworkThatEnlargesNothingOrTakesOneSizeComputesAll() {
        assertThat(InnerPart.of(Nets.free(1, "convolution: {out: 1, kernel: 3, padding: 1}"), Precision.FP32))
                .isEmpty();
        assertThat(InnerPart.of(
                        Nets.fixed(
                                1,
                                8,
                                8,
                                "convolution: {out: 1, kernel: 2, stride: 2}, transposed-convolution: {out: 1, kernel: 2, stride: 2}"),
                        Precision.FP32))
                .isEmpty();
    }

    /** A rectangle of interleaved values. */
    private static float[] kept(float[] values, int width, int top, int left, int height, int columns, int channels) {
        float[] kept = new float[height * columns * channels];
        for (int y = 0; y < height; y++) {
            System.arraycopy(
                    values, ((top + y) * width + left) * channels, kept, y * columns * channels, columns * channels);
        }
        return kept;
    }

    private static float[] random(int count) {
        SplittableRandom random = new SplittableRandom(7);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble() - .5f;
        }
        return values;
    }
}
