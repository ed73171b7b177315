package io.unveil.autoencoder;

import java.util.List;

/**
 * Cross-correlation of each window with {@code out} kernels, plus a bias:
 * y[o, i, j] = b[o] + sum over c, u, v of w[o, c, u, v] x[c, s i + u - p, s j + v - p], with zeros outside of the picture.
 * Shape: (C, H, W) to (out, floor((H + 2p - k) / s) + 1, the same of W). Numbers learnt: out (C k^2 + 1).
 * Multiply-adds: out C k^2 for each position of the output.
 *
 * @param out number of kernels
 * @param kernel k, side of the square window
 * @param stride s, step between windows
 * @param padding p, zeros around the picture
 * @param gain kernels start normal with deviation gain sqrt(2 / (C k^2)) (He et al. 2015, section 2.2, times the gain); biases at 0
 */
public record Convolution(int out, int kernel, int stride, int padding, double gain) implements Layer {
    @Override
    public String kind() {
        return "convolution";
    }

    @Override
    public Shape shape(Shape in) {
        return new Shape(out, side(in.height(), "height"), side(in.width(), "width"));
    }

    private int side(int side, String which) {
        int room = side + 2 * padding - kernel;
        if (room < 0) {
            throw new DoesNotClose("a kernel of %d does not fit into a %s of %d with padding %d"
                    .formatted(kernel, which, side, padding));
        }
        return room / stride + 1;
    }

    @Override
    public List<Weight> weights(Shape in) {
        double deviation = gain * Math.sqrt(2.0 / ((double) in.channels() * kernel * kernel));
        return List.of(
                new Weight("kernel", List.of(out, in.channels(), kernel, kernel), deviation),
                new Weight("bias", List.of(out), 0));
    }

    @Override
    public long multiplyAdds(Shape in) {
        return shape(in).positions() * out * in.channels() * kernel * kernel;
    }

    @Override
    public Span seenBy(Span outputs) {
        return new Span(outputs.first() * stride - padding, outputs.last() * stride - padding + kernel - 1);
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        return script.value("torch.conv2d(%s, %s, %s, [%d, %d], [%d, %d], [1, 1], 1)"
                .formatted(x, script.weight(), script.weight(), stride, stride, padding, padding));
    }
}
