package io.unveil.autoencoder;

import java.util.List;

/**
 * The convolution's way back: each input position adds its value times a kernel to a window of the output,
 * y[o, s i + u - p, s j + v - p] += w[c, o, u, v] x[c, i, j], plus a bias.
 * Shape: (C, H, W) to (out, s (H - 1) + k - 2p, the same of W). Numbers learnt: out (C k^2 + 1).
 * Multiply-adds: C out k^2 for each position of the input.
 *
 * @param out channels of the output
 * @param kernel k, side of the square window
 * @param stride s, step between windows in the output
 * @param padding p, taken off each side of the output
 * @param gain kernels start normal with deviation gain sqrt(2 / (C k^2 / s^2)): so many products meet in one output; biases at 0
 */
public record TransposedConvolution(int out, int kernel, int stride, int padding, double gain) implements Layer {
    @Override
    public String kind() {
        return "transposed-convolution";
    }

    @Override
    public Shape shape(Shape in) {
        return new Shape(out, side(in.height(), "height"), side(in.width(), "width"));
    }

    private int side(int side, String which) {
        int grown = stride * (side - 1) + kernel - 2 * padding;
        if (grown < 1) {
            throw new DoesNotClose("padding %d leaves nothing of a %s of %d grown by kernel %d and stride %d"
                    .formatted(padding, which, side, kernel, stride));
        }
        return grown;
    }

    @Override
    public List<Weight> weights(Shape in) {
        double products = (double) in.channels() * kernel * kernel / ((double) stride * stride);
        return List.of(
                new Weight("kernel", List.of(in.channels(), out, kernel, kernel), gain * Math.sqrt(2 / products)),
                new Weight("bias", List.of(out), 0));
    }

    @Override
    public long multiplyAdds(Shape in) {
        return in.positions() * in.channels() * out * kernel * kernel;
    }

    @Override
    public Span seenBy(Span outputs) {
        return new Span(
                -Math.floorDiv(kernel - 1 - padding - outputs.first(), (long) stride),
                Math.floorDiv(outputs.last() + padding, (long) stride));
    }

    @Override
    public String compile(String x, Shape in, Script script) {
        return script.value("torch.conv_transpose2d(%s, %s, %s, [%d, %d], [%d, %d], [0, 0], 1, [1, 1])"
                .formatted(x, script.weight(), script.weight(), stride, stride, padding, padding));
    }
}
