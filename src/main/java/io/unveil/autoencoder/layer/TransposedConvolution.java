package io.unveil.autoencoder.layer;

import io.unveil.recipe.Extent;
import io.unveil.recipe.Fields;
import java.util.List;

/**
 * The transposed convolution: each input position adds its value times a kernel to a window of the output, y[o, s i + d
 * u - p, s j + d v - p] += w[c, o, u, v] x[c, i, j], plus a bias; rows and columns may have different k, s, p, d and e.
 * Shape: (C, H, W) to (out, s (H - 1) + d (k - 1) + 1 - 2p + e, the same of W). Numbers learnt: out (C k k + 1).
 * Multiply-adds: C out k k for each position of the input.
 *
 * @param out channels of the output
 * @param window k, s (the step in the output), p (taken off each side of the output) and d
 * @param extra e, rows and columns added at the lower and right end, below s or d: a convolution of stride s leaves
 *     them out, so that several sizes become one
 * @param kernel w (C, out, k, k), of the shape that a convolution from {@code out} to C channels has; C k k / s s
 *     products are summed in one output; biases belong to this layer and start at 0
 */
public record TransposedConvolution(int out, Window window, Extent extra, Kernel kernel) implements Layer {
    /** A square window, no extra rows, and a kernel of its own. */
    public TransposedConvolution(int out, int kernel, int stride, int padding, double gain) {
        this(out, Window.square(kernel, stride, padding), Extent.square(0), new Kernel.Own(gain));
    }

    public static TransposedConvolution read(Fields fields) {
        int out = fields.integer("out", 1, Shape.MAX_CHANNELS);
        Window window = Window.read(fields);
        Extent extra = fields.extent("extra", 0, 15, Extent.square(0));
        if (tooMuch(extra.height(), window.vertical()) || tooMuch(extra.width(), window.horizontal())) {
            fields.fault("has %s extra positions; they must be fewer than the stride or the dilation"
                    .formatted(extra.brief()));
        }
        return new TransposedConvolution(out, window, extra, Kernel.read(fields));
    }

    private static boolean tooMuch(int extra, Axis axis) {
        return extra >= Math.max(axis.stride(), axis.dilation());
    }

    @Override
    public String kind() {
        return "transposed-convolution";
    }

    @Override
    public String words() {
        String more = extra.equals(Extent.square(0)) ? "" : "extra " + extra.brief();
        return kind() + " " + LayerText.listed(window.words(), more, kernel.words());
    }

    @Override
    public String distinction() {
        return LayerText.listed(window.distinction(), kernel.words());
    }

    @Override
    public Shape shape(Shape in) {
        return window.grown(out, in, extra);
    }

    @Override
    public List<Weight> weights(Shape in) {
        Extent k = window.kernel();
        List<Integer> shape = List.of(in.channels(), out, k.height(), k.width());
        double products = (double) in.channels() * k.area() / window.stride().area();
        return List.of(kernel.weight(shape, products), Weight.bias(out));
    }

    @Override
    public long multiplyAdds(Shape in) {
        return in.positions() * in.channels() * out * window.kernel().area();
    }

    @Override
    public Positions seenBy(Positions outputs, Shape in) {
        return window.seenByGrown(outputs);
    }

    /** In training the bias is added outside: within the function its gradient takes longer than that of the kernel. */
    @Override
    public String compile(String x, Shape in, Script script) {
        String kernel = script.weight();
        String bias = script.weight();
        if (script.mode() == Mode.TRAINING) {
            return script.value("torch.add(%s, torch.reshape(%s, [1, %d, 1, 1]))"
                    .formatted(script.value(transposed(x, kernel, "None")), bias, out));
        }
        return script.value(transposed(x, kernel, bias));
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        return graph.node(
                "ConvTranspose",
                List.of(x, graph.weight(), graph.weight()),
                OnnxAttribute.of("kernel_shape", window.kernel()),
                OnnxAttribute.of("strides", window.stride()),
                OnnxAttribute.pads(window.padding()),
                OnnxAttribute.of("output_padding", extra),
                OnnxAttribute.of("dilations", window.dilation()));
    }

    private String transposed(String x, String kernel, String bias) {
        return "torch.conv_transpose2d(%s, %s, %s, %s, %s, %s, 1, %s)"
                .formatted(
                        x,
                        kernel,
                        bias,
                        window.stride().list(),
                        window.padding().list(),
                        extra.list(),
                        window.dilation().list());
    }
}
