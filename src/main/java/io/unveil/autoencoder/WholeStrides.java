package io.unveil.autoencoder;

import io.unveil.autoencoder.layer.OnnxAttribute;
import io.unveil.autoencoder.layer.OnnxGraph;
import java.util.List;

/**
 * The nodes around a network of free size that let it take any: planes are mirrored at the lower and right edge, the
 * edge not repeated, until the total stride divides their sides, and what comes out is cut to the size that went in.
 * The pattern is that of {@code io.unveil.image.Mirror}, which also continues pictures of a few pixels.
 */
final class WholeStrides {
    private static final long ROWS = 2;
    private static final long COLUMNS = 3;

    private final OnnxGraph graph;
    private final String x;
    private final int stride;
    private final String height;
    private final String width;

    WholeStrides(OnnxGraph graph, String x, int stride) {
        this.graph = graph;
        this.x = x;
        this.stride = stride;
        this.height = side(ROWS);
        this.width = side(COLUMNS);
    }

    private String side(long axis) {
        return graph.node("Shape", List.of(x), OnnxAttribute.of("start", axis), OnnxAttribute.of("end", axis + 1));
    }

    String mirrored() {
        return mirrored(mirrored(x, height, ROWS), width, COLUMNS);
    }

    /** Position i of n becomes min(j, 2(n-1) - j) with j = i mod 2(n-1); all 0 where n is 1. */
    private String mirrored(String planes, String side, long axis) {
        String one = graph.integers(1);
        String last = graph.node("Sub", List.of(side, one));
        String period = graph.node("Max", List.of(graph.node("Mul", List.of(last, graph.integers(2))), one));
        String j = graph.node("Mod", List.of(positions(side), period));
        String back = graph.node("Sub", List.of(period, j));
        return graph.node(
                "Gather", List.of(planes, graph.node("Min", List.of(j, back))), OnnxAttribute.of("axis", axis));
    }

    /** 0, 1, … to the end of the last stride. */
    private String positions(String side) {
        String steps = graph.integers(stride);
        String up = graph.node("Add", List.of(side, graph.integers(stride - 1)));
        String whole = graph.node("Mul", List.of(graph.node("Div", List.of(up, steps)), steps));
        String end = graph.node("Squeeze", List.of(whole));
        return graph.node("Range", List.of(graph.integer(0), end, graph.integer(1)));
    }

    /** The rows and columns that went in. */
    String cut(String planes) {
        String zero = graph.integers(0);
        return graph.slice(graph.slice(planes, ROWS, zero, height), COLUMNS, zero, width);
    }
}
