package io.unveil.autoencoder.layer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Builds the body of one TorchScript method. Layers add their lines. All weights lie in one flat vector, which the
 * first line splits, so that an optimiser needs only that vector.
 */
public final class Script {
    /** Whether a line may overwrite its argument where nothing reads that again. */
    public enum Reuse {
        ALLOWED,
        FORBIDDEN
    }

    private final StringBuilder lines = new StringBuilder();
    private final Set<String> kept = new HashSet<>();
    private final List<String> reached = new ArrayList<>();
    private final List<Weight> tensors;
    private final Iterator<Weight> uses;
    private final Mode mode;
    private final Reuse reuse;
    private final Optional<Cropping> cropping;
    private int values;

    public Script(List<Weight> tensors, List<Weight> uses, Mode mode, Reuse reuse) {
        this(tensors, uses, mode, reuse, Optional.empty());
    }

    /** Of a method that computes no more than a part of the output needs. */
    public Script(List<Weight> tensors, List<Weight> uses, Mode mode, Cropping cropping) {
        this(tensors, uses, mode, Reuse.ALLOWED, Optional.of(cropping));
    }

    private Script(List<Weight> tensors, List<Weight> uses, Mode mode, Reuse reuse, Optional<Cropping> cropping) {
        this.tensors = tensors;
        this.uses = uses.iterator();
        this.mode = mode;
        this.reuse = reuse;
        this.cropping = cropping;
    }

    Optional<Cropping> cropping() {
        return cropping;
    }

    /** A value of this shape, cut down to what is left of another of the same height and width. */
    String like(String x, String other, Shape whole) {
        return cropping.map(cuts -> cuts.like(x, other, whole, this)).orElse(x);
    }

    /** Notes that a layer made y of x. */
    void made(String y, String x, Shape in, Shape out) {
        cropping.ifPresent(cuts -> cuts.made(y, x, in, out));
    }

    Mode mode() {
        return mode;
    }

    /** Adds a line that names the value of an expression; gives the name. */
    String value(String expression) {
        String name = "h" + values++;
        lines.append("    ").append(name).append(" = ").append(expression).append('\n');
        return name;
    }

    /** Adds a line that applies a function whose gradient follows from its result; in place where that is allowed. */
    String activation(String function, String x, String arguments) {
        String y = value((isKept(x) ? "torch.%s(%s%s)" : "torch.%s_(%s%s)").formatted(function, x, arguments));
        keep(y);
        return y;
    }

    /** Adds a line that gives the numbers of each picture another shape. */
    String reshaped(String x, Shape to) {
        String y = value("torch.reshape(%s, [-1, %d, %d, %d])".formatted(x, to.channels(), to.height(), to.width()));
        if (isKept(x)) {
            keep(y); // it may share memory
        }
        return y;
    }

    /** The next weight, in the order of {@link Layer#weights}, in its own shape. */
    String weight() {
        Weight use = uses.next();
        for (int i = 0; i < tensors.size(); i++) {
            if (tensors.get(i).name().equals(use.tensor())) {
                return "torch.reshape(l[%d], %s)".formatted(i, use.shape());
            }
        }
        throw new IllegalStateException("%s is the tensor %s, which no layer has".formatted(use.name(), use.tensor()));
    }

    /** Marks a value that a sum or a gradient reads later, so that no line may overwrite it. */
    public void keep(String value) {
        kept.add(value);
    }

    boolean isKept(String value) {
        return reuse == Reuse.FORBIDDEN || kept.contains(value);
    }

    /** Marks a value as a layer's output. */
    void reached(String value) {
        reached.add(value);
    }

    /** The outputs of the compiled layers, in order. */
    public List<String> reached() {
        return List.copyOf(reached);
    }

    /**
     * The whole method {@code name(self, x, p)} of this type, with the lines so far; where maps are cut it is
     * {@code name(self, x, p, k)}, k the flags of the sides that are cut.
     *
     * @param enter the expression that an input goes through first, as in {@code torch.to(%s, 6)}
     * @param result the expression that is returned
     */
    public String method(String name, String type, UnaryOperator<String> enter, String result) {
        List<Integer> counts = tensors.stream().map(Weight::count).toList();
        StringBuilder flags = new StringBuilder();
        if (cropping.isPresent()) {
            for (int side = 0; side < Cropping.FLAGS.size(); side++) {
                flags.append("    %s = int(torch.select(k, 0, %d))\n".formatted(Cropping.FLAGS.get(side), side));
            }
        }
        return "  def %s(self: __torch__.M, x: Tensor, p: Tensor%s) -> %s:\n"
                        .formatted(name, cropping.isPresent() ? ", k: Tensor" : "", type)
                + flags
                + "    x0 = %s\n".formatted(enter.apply("x"))
                + "    l = torch.split_with_sizes(%s, %s, 0)\n".formatted(enter.apply("p"), counts)
                + lines
                + "    return %s\n".formatted(result);
    }
}
