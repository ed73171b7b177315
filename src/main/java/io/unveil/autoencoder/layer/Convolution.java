package io.unveil.autoencoder.layer;

import io.unveil.recipe.Extent;
import io.unveil.recipe.Fields;
import java.util.List;

/**
 * Cross-correlation of each window with {@code out} kernels, plus a bias: y[o, i, j] = b[o] + sum over c, u, v of w[o,
 * c, u, v] x[c, s i + d u - p, s j + d v - p]; rows and columns may have different k, s, p and d. Shape: (C, H, W) to
 * (out, floor((H + 2p - d (k - 1) - 1) / s) + 1, the same of W). Numbers learnt: out (C k k + 1). Multiply-adds: out C
 * k k for each position of the output. A kernel of one row is the convolution of a signal.
 *
 * @param out number of kernels
 * @param window k, s, p and d
 * @param border values of x outside of the picture
 * @param kernel w (out, C, k, k); biases belong to this layer and start at 0
 */
public record Convolution(int out, Window window, PaddingMode border, Kernel kernel) implements Layer {
    /** A square window with zeros around the picture, and a kernel of its own. */
    public Convolution(int out, int kernel, int stride, int padding, double gain) {
        this(out, Window.square(kernel, stride, padding), PaddingMode.ZERO, new Kernel.Own(gain));
    }

    public static Convolution read(Fields fields) {
        return new Convolution(
                fields.integer("out", 1, Shape.MAX_CHANNELS),
                Window.read(fields),
                fields.oneOf("border", PaddingMode.ZERO),
                Kernel.read(fields));
    }

    @Override
    public String kind() {
        return "convolution";
    }

    @Override
    public String words() {
        return kind() + " " + LayerText.listed(window.words(), border.words(), kernel.words());
    }

    @Override
    public String distinction() {
        return LayerText.listed(window.distinction(), border.words(), kernel.words());
    }

    @Override
    public Shape shape(Shape in) {
        border.check(in.height(), window.padding().height(), "height");
        border.check(in.width(), window.padding().width(), "width");
        return window.windows(out, in, Rounding.DOWN);
    }

    @Override
    public List<Weight> weights(Shape in) {
        Extent k = window.kernel();
        List<Integer> shape = List.of(out, in.channels(), k.height(), k.width());
        return List.of(kernel.weight(shape, (double) in.channels() * k.area()), Weight.bias(out));
    }

    @Override
    public long multiplyAdds(Shape in) {
        return shape(in).positions() * out * in.channels() * window.kernel().area();
    }

    @Override
    public Positions seenBy(Positions outputs, Shape in) {
        Positions seen = window.seenBy(outputs);
        Positions whole = Positions.whole(in);
        return new Positions(
                isClosed(window.vertical()) ? whole.rows() : seen.rows(),
                isClosed(window.horizontal()) ? whole.columns() : seen.columns());
    }

    @Override
    public boolean isLocal() {
        return !isClosed(window.vertical()) && !isClosed(window.horizontal());
    }

    /** Whether an axis is circular, so that its first position sees its last. */
    private boolean isClosed(Axis axis) {
        return border == PaddingMode.CIRCULAR && axis.padding() > 0;
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        if (border == PaddingMode.ZERO) {
            return convolve(x, window.padding(), script);
        }
        Extent p = window.padding();
        String padded = script.value("torch.pad(%s, [%d, %d, %d, %d], \"%s\", None)"
                .formatted(x, p.width(), p.width(), p.height(), p.height(), border.word()));
        return convolve(padded, Extent.square(0), script);
    }

    @Override
    public String onnx(String x, Shape in, OnnxGraph graph) {
        if (border == PaddingMode.ZERO) {
            return convolve(x, window.padding(), graph);
        }
        return convolve(border.onnx(x, window.padding(), graph), Extent.square(0), graph);
    }

    private String convolve(String x, Extent padding, OnnxGraph graph) {
        return graph.node(
                "Conv",
                List.of(x, graph.weight(), graph.weight()),
                OnnxAttribute.of("kernel_shape", window.kernel()),
                OnnxAttribute.of("strides", window.stride()),
                OnnxAttribute.pads(padding),
                OnnxAttribute.of("dilations", window.dilation()));
    }

    private String convolve(String x, Extent padding, Script script) {
        return script.value("torch.conv2d(%s, %s, %s, %s, %s, %s, 1)"
                .formatted(
                        x,
                        script.weight(),
                        script.weight(),
                        window.stride().list(),
                        padding.list(),
                        window.dilation().list()));
    }
}
