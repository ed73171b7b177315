package io.unveil.autoencoder;

import io.unveil.autoencoder.layer.Cropping;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.Mode;
import io.unveil.autoencoder.layer.Positions;
import io.unveil.autoencoder.layer.Script;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.autoencoder.layer.Span;
import java.util.Optional;

/**
 * A network that computes no more than the inner part of a tile needs: all but a margin as wide as its reach.
 *
 * @param method the text of {@code inner(self, x, p, k)}, k the flags of {@link Edges}
 * @param missing rows or columns of the output that are not there at each side whose flag is 1
 */
record InnerPart(String method, Missing missing) {
    /** Rows at the top and bottom, columns at the left and right. */
    record Missing(int top, int bottom, int left, int right) {}

    /** Empty where it would compute all, or where a network takes one size only. */
    static Optional<InnerPart> of(Architecture net, Precision precision) {
        if (net.sides() instanceof Sides.Fixed
                || !net.keepsSize()
                || net.hasCode()
                || !net.layers().stream().allMatch(Layer::isLocal)) {
            return Optional.empty();
        }
        int stride = net.stride();
        int margin = (net.receptiveField().reach() + stride - 1) / stride * stride;
        int side = 4 * (margin + stride);
        Shape in = new Shape(net.inputs(), side, side);
        Span inner = new Span(margin, side - margin - 1L);
        Cropping cropping = new Cropping(in, stride, new Positions(inner, inner));
        Script script = new Script(net.weights(), net.uses(NetworkPart.WHOLE), Mode.INFERENCE, cropping);
        script.keep("x0");
        String out = net.chain(NetworkPart.WHOLE).compile("x0", in, script);
        if (!cropping.cuts()) {
            return Optional.empty();
        }
        Positions left = cropping.left(out, in);
        return Optional.of(new InnerPart(
                script.method("inner", "Tensor", precision::enter, precision.leave(out)),
                new Missing(
                        Math.toIntExact(left.rows().first()),
                        Math.toIntExact(side - 1 - left.rows().last()),
                        Math.toIntExact(left.columns().first()),
                        Math.toIntExact(side - 1 - left.columns().last()))));
    }
}
