package io.unveil.autoencoder;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The compiled network in the making: the body of one TorchScript method. Layers add their lines; all weights lie in one flat vector,
 * which is split at the top, so that an optimiser needs no more than that vector.
 */
final class Script {
    private final StringBuilder lines = new StringBuilder();
    private final Set<String> kept = new HashSet<>();
    private final Iterator<Weight> weights;
    private int values;
    private int used;

    Script(List<Weight> weights) {
        this.weights = weights.iterator();
    }

    /** Adds a line that names the value of an expression; gives the name. */
    String value(String expression) {
        String name = "h" + values++;
        lines.append("    ").append(name).append(" = ").append(expression).append('\n');
        return name;
    }

    /** The next weight, in the order of {@link Layer#weights}, in its own shape. */
    String weight() {
        return "torch.reshape(l[%d], %s)".formatted(used++, weights.next().shape());
    }

    /** Says that a value is read again later, by a sum or by a gradient, so that no line may overwrite it. */
    void keep(String value) {
        kept.add(value);
    }

    boolean isKept(String value) {
        return kept.contains(value);
    }

    /**
     * The method {@code name(self, x, p)}: x (N, C, H, W) in single precision and the vector of weights to the network's output in
     * single precision, reckoned inside at this precision.
     */
    static String method(String name, Architecture architecture, Precision precision) {
        List<Weight> weights = architecture.weights();
        Script script = new Script(weights);
        script.keep("x0");
        String out = architecture.compile("x0", script);
        List<Integer> counts = weights.stream().map(Weight::count).toList();
        return "  def %s(self: __torch__.M, x: Tensor, p: Tensor) -> Tensor:\n".formatted(name)
                + "    x0 = %s\n".formatted(precision.enter("x"))
                + "    l = torch.split_with_sizes(%s, %s, 0)\n".formatted(precision.enter("p"), counts)
                + script.lines
                + "    return %s\n".formatted(precision.leave(out));
    }
}
