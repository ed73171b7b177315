package io.unveil.autoencoder.layer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts maps down to what a part of the output needs. A tile is read with a margin whose results are thrown away, and
 * the nearer to the output, the less of that margin is needed: so it is cut off before each layer that enlarges a map.
 * What is left has the same values, bit for bit.
 *
 * <p>Positions are those of the maps as they would be uncut. Each cut leaves whole total strides, so that the steps of
 * strided layers stay where they are. A side is cut where its flag is 1 when the network runs, else left whole.
 */
public final class Cropping {
    /** The flags of the four sides, in the order of the tensor that holds them. */
    static final List<String> FLAGS = List.of("top", "bottom", "left", "right");

    private final Shape input;
    private final int stride;
    private final Map<String, Positions> left = new HashMap<>();
    private Positions wanted;
    private boolean cuts;

    /**
     * @param input a shape for which the cuts are worked out; they are the same for all larger ones
     * @param stride the network's total stride
     * @param wanted what is needed of the output
     */
    public Cropping(Shape input, int stride, Positions wanted) {
        this.input = input;
        this.stride = stride;
        this.wanted = wanted;
    }

    /** Whether any map was cut. */
    public boolean cuts() {
        return cuts;
    }

    /** What is left of a value of this shape. */
    public Positions left(String x, Shape whole) {
        return left.getOrDefault(x, Positions.whole(whole));
    }

    /** What is needed of the output of the layer that is being written. */
    Positions wanted() {
        return wanted;
    }

    void want(Positions output) {
        wanted = output;
    }

    /** Notes that a layer made y of x: nothing more is missing, at the scale of the output. */
    void made(String y, String x, Shape in, Shape out) {
        Positions from = left(x, in);
        left.put(
                y,
                new Positions(
                        scaled(from.rows(), in.height(), out.height()),
                        scaled(from.columns(), in.width(), out.width())));
    }

    private static Span scaled(Span span, int in, int out) {
        return new Span(span.first() * out / in, (span.last() + 1) * out / in - 1);
    }

    /** The value, cut down to what is needed of it, or a little more. */
    String cut(String x, Shape whole, Positions needed, Script script) {
        Positions there = left(x, whole);
        Positions to = new Positions(
                aligned(needed.rows().within(there.rows()), whole.height(), input.height()),
                aligned(needed.columns().within(there.columns()), whole.width(), input.width()));
        return to(x, there, to, script);
    }

    private Span aligned(Span span, int side, int inputSide) {
        long step = Math.max(1, (long) stride * side / inputSide);
        return new Span(Math.floorDiv(span.first(), step) * step, Math.floorDiv(span.last() + step, step) * step - 1);
    }

    /** The value, cut down to what is left of another of the same height and width. */
    String like(String x, String other, Shape whole, Script script) {
        return to(x, left(x, whole), left(other, whole), script);
    }

    private String to(String x, Positions there, Positions to, Script script) {
        if (there.equals(to)) {
            return x;
        }
        cuts = true;
        String rows = sliced(x, 2, "top", "bottom", there.rows(), to.rows(), script);
        String y = sliced(rows, 3, "left", "right", there.columns(), to.columns(), script);
        script.keep(y); // it shares the memory of x
        left.put(y, to);
        return y;
    }

    private static String sliced(
            String x, int dimension, String start, String end, Span there, Span to, Script script) {
        return script.value(
                "torch.slice(%s, %d, torch.mul(%s, %d), torch.sub(torch.size(%s, %d), torch.mul(%s, %d)), 1)"
                        .formatted(
                                x,
                                dimension,
                                start,
                                to.first() - there.first(),
                                x,
                                dimension,
                                end,
                                there.last() - to.last()));
    }
}
