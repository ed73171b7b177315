package io.unveil.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.image.Mirror;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ONNX Runtime makes of an exported network is what our own engine makes of it. */
class OnnxExportTest {
    private static final OnnxNotes NOTES = new OnnxNotes(
            "net",
            "A network for a test.",
            "unveil",
            new OnnxNotes.Planes("planes", "one, then another"),
            new OnnxNotes.Planes("answer", "their sum"),
            Map.of("task", "denoise"));

    private static final String DEEP = """
            convolution: {out: 8, kernel: 3, padding: 1},
            skip: [
              convolution: {out: 12, kernel: 2, stride: 2},
              leaky-relu: {slope: 0.1},
              skip: [
                convolution: {out: 12, kernel: 4, stride: 4},
                transposed-convolution: {out: 12, kernel: 4, stride: 4}],
              transposed-convolution: {out: 8, kernel: 2, stride: 2}],
            convolution: {out: 1, kernel: 3, padding: 1}
            """;

    @ParameterizedTest(name = "{0} on {1} x {2}")
    @CsvFileSource(resources = "layer/layers.csv", delimiter = '|', useHeadersInDisplayName = false)
    void everyLayerGivesInOnnxWhatItGivesInTheEngine(String recipe, int height, int width) throws OrtException {
        assertGivesTheSame(Nets.fixed(2, height, width, recipe), Planes.random(2, height, width, 1), 1e-4);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "relu",
                "leaky-relu: {slope: 0.2}",
                "sigmoid",
                "tanh",
                "swish",
                "gelu",
                "glu",
                "scale: {by: -0.25}",
                "dropout: {rate: 0.5}",
                "code",
                "channels: {first: 1, count: 2}",
                "flatten, code, reshape: {channels: 2, height: 12, width: 4}",
                "concat: [convolution: {out: 2, kernel: 3, padding: 1}, relu]",
                "skip: [convolution: {out: 4, kernel: 3, padding: 1}, sigmoid]",
                "dense: {out: 12}, transposed-dense: {out: 96, of: layers.0}"
            })
    void soDoLayersWithoutWindowsAndSharedKernels(String layers) throws OrtException {
        assertGivesTheSame(Nets.fixed(4, 4, 6, layers), Planes.random(4, 4, 6, 2), 1e-4);
    }

    /** Pools whose windows reach past the end, and enlargements. */
    private static final String POOLED = """
            mean-pool: {kernel: 3, stride: 2, round: up},
            max-pool: {kernel: 3, stride: 2, round: up},
            max-pool: {kernel: 2, round: up},
            convolution: {out: 3, kernel: 5, padding: same, border: replicate},
            upsample: {by: 2, how: bilinear},
            upsample: {by: 4},
            convolution: {out: 1, kernel: [3, 1], padding: same}
            """;

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"16, 8", "17, 8", "9, 23", "15, 16", "5, 3", "1, 1", "2, 40"})
    void sidesThatTheStrideDoesNotDivideAreMirroredToWholeStridesAsTilesAreAndCutAgain(int height, int width)
            throws OrtException {
        assertTakesAnySide(Nets.free(2, DEEP), height, width);
        assertTakesAnySide(Nets.free(2, POOLED), height, width);
    }

    private static void assertTakesAnySide(Architecture net, int height, int width) throws OrtException {
        assertThat(net.stride()).isEqualTo(8);
        Planes x = Planes.random(2, height, width, 3);
        float[] weights = Weights.start(net, 4);

        Planes whole = Nets.run(net, mirrored(x, (height + 7) / 8 * 8, (width + 7) / 8 * 8), weights);
        Planes cut = Planes.zeros(new Shape(1, height, width));
        cut.fill(whole::get);

        try (Onnx onnx = Onnx.of(OnnxExport.of(net, weights, NOTES))) {
            assertClose(onnx.run(x), cut, 1e-5);
        }
    }

    @Test
    void severalPicturesGoThroughAtOnce() throws OrtException {
        Architecture net = Nets.free(2, DEEP);
        Planes one = Planes.random(2, 9, 12, 5);
        Planes other = Planes.random(2, 9, 12, 6);
        Planes both = Planes.zeros(new Shape(4, 9, 12));
        both.fill((c, y, x) -> c < 2 ? one.get(c, y, x) : other.get(c - 2, y, x));

        try (Onnx onnx = Onnx.of(OnnxExport.of(net, Weights.start(net, 4), NOTES))) {
            Planes first = onnx.run(one);
            Planes second = onnx.run(other);
            Planes expected = Planes.zeros(new Shape(2, 9, 12));
            expected.fill((c, y, x) -> (c == 0 ? first : second).get(0, y, x));
            assertClose(onnx.run(2, both), expected, 1e-6);
        }
    }

    @Test
    void inputAndOutputHaveNamesAndFreeSidesAreNamedAxes() throws OrtException {
        Architecture net = Nets.free(2, DEEP);
        try (Onnx onnx = Onnx.of(OnnxExport.of(net, Weights.start(net, 1), NOTES))) {
            assertThat(onnx.session().getInputNames()).containsExactly("planes");
            assertThat(onnx.session().getOutputNames()).containsExactly("answer");
            assertAxes(
                    Objects.requireNonNull(onnx.session().getInputInfo().get("planes")),
                    "pictures",
                    "",
                    "height",
                    "width");
            assertAxes(
                    Objects.requireNonNull(onnx.session().getOutputInfo().get("answer")),
                    "pictures",
                    "",
                    "height",
                    "width");
            assertThat(onnx.session().getMetadata().getGraphName()).isEqualTo("net");
            assertThat(onnx.session().getMetadata().getDescription()).isEqualTo("A network for a test.");
            assertThat(onnx.session().getMetadata().getCustomMetadata()).containsExactly(Map.entry("task", "denoise"));
        }
    }

    @Test
    void equalWeightsGiveEqualBytes() {
        Architecture net = Nets.free(2, DEEP);
        float[] weights = Weights.start(net, 3);
        assertThat(OnnxExport.of(net, weights, NOTES)).isEqualTo(OnnxExport.of(net, weights, NOTES));
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        assertThatThrownBy(() -> OnnxExport.of(Nets.free(2, DEEP), new float[7], NOTES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there are 7");
    }

    private static void assertAxes(NodeInfo node, String... names) {
        assertThat(((TensorInfo) node.getInfo()).getDimensionNames()).containsExactly(names);
    }

    private static void assertGivesTheSame(Architecture net, Planes x, double tolerance) throws OrtException {
        float[] weights = Nets.weights(net, 3);
        try (Onnx onnx = Onnx.of(OnnxExport.of(net, weights, NOTES))) {
            assertClose(onnx.run(x), Nets.run(net, x, weights), tolerance);
        }
    }

    private static void assertClose(Planes found, Planes expected, double tolerance) {
        assertThat(found.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.values().length; i++) {
            assertThat(found.values()[i]).as("number %d", i).isCloseTo(expected.values()[i], within((float) tolerance));
        }
    }

    private static Planes mirrored(Planes x, int height, int width) {
        Planes all = Planes.zeros(new Shape(x.shape().channels(), height, width));
        all.fill((c, i, j) -> x.get(
                c, Mirror.at(i, x.shape().height()), Mirror.at(j, x.shape().width())));
        return all;
    }
}
