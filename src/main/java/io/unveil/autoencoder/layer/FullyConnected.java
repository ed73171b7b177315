package io.unveil.autoencoder.layer;

import java.util.List;

/**
 * A layer whose every output is a weighted sum of all n = C H W numbers of the input, taken channel by channel and row
 * by row, plus a bias. Shape: (C, H, W) to (out, 1, 1). Numbers learnt: out (n + 1), or {@code out} where the kernel is
 * another layer's. Multiply-adds: out n.
 */
sealed interface FullyConnected extends Global permits Dense, TransposedDense {
    /** The largest output of a recipe's layer. */
    int MAX_OUT = 1 << 20;

    /** The number of outputs. */
    int out();

    /** The source of the kernel; biases belong to this layer and start at 0. */
    Kernel kernel();

    /** The kernel's shape for an input of this many numbers. */
    List<Integer> kernelShape(int n);

    /** Whether the kernel is (n, out) rather than (out, n). */
    boolean isTransposed();

    @Override
    default String distinction() {
        return kernel().words();
    }

    @Override
    default Shape shape(Shape in) {
        return new Shape(out(), 1, 1);
    }

    @Override
    default List<Weight> weights(Shape in) {
        return List.of(kernel().weight(kernelShape(in.count()), in.count()), Weight.bias(out()));
    }

    @Override
    default long multiplyAdds(Shape in) {
        return (long) out() * in.count();
    }

    @Override
    default String compile(String x, Shape in, Script script) {
        String matrix = (isTransposed() ? "torch.t(%s)" : "%s").formatted(script.weight());
        String sums = script.value("torch.linear(torch.flatten(%s, 1), %s, %s)".formatted(x, matrix, script.weight()));
        return script.reshaped(sums, shape(in));
    }

    @Override
    default String onnx(String x, Shape in, OnnxGraph graph) {
        String column = graph.node("Flatten", List.of(x), OnnxAttribute.of("axis", 1));
        String sums = graph.node(
                "Gemm",
                List.of(column, graph.weight(), graph.weight()),
                OnnxAttribute.of("transB", isTransposed() ? 0 : 1));
        return graph.reshaped(sums, shape(in));
    }
}
