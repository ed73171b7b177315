package io.unveil.autoencoder;

import io.unveil.autoencoder.layer.Code;
import io.unveil.autoencoder.layer.Composite;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.autoencoder.layer.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A reason why an architecture cannot run.
 *
 * @param place of the layer, such as {@code layers.1.skip.0}; empty for the whole network
 */
record Flaw(String place, String why) {
    /** All flaws; those that depend on sizes are looked for only where the sizes fit. */
    static List<Flaw> of(Architecture net) {
        List<Flaw> flaws = new ArrayList<>(misplaced(net));
        if (!(net.sides() instanceof Sides.Fixed)) {
            flaws.addAll(notLocal("layers", net.layers()));
        }
        if (flaws.isEmpty()) {
            flaws.addAll(sizes(net));
        }
        return flaws;
    }

    private static List<Flaw> sizes(Architecture net) {
        try {
            net.output(); // first, because it names the layer
            net.unit();
            net.parameters();
            return sharing(net);
        } catch (Layer.DoesNotClose e) {
            return List.of(new Flaw(e.place(), e.why()));
        } catch (ArithmeticException e) {
            return List.of(new Flaw("", "learns more numbers than one vector can hold, " + Integer.MAX_VALUE));
        }
    }

    /** Codes that do not separate encoder and decoder. */
    private static List<Flaw> misplaced(Architecture net) {
        List<Flaw> flaws = new ArrayList<>();
        if (net.layers().stream().filter(Code.class::isInstance).count() > 1) {
            flaws.add(new Flaw("", "has more than one code"));
        }
        for (int i = 0; i < net.layers().size(); i++) {
            if (net.layers().get(i) instanceof Composite composite && holdsCode(composite)) {
                flaws.add(
                        new Flaw(
                                "layers." + i,
                                "holds a code; a code must stand among the outermost layers, because everything passes through it"));
            }
        }
        return flaws;
    }

    private static boolean holdsCode(Composite outer) {
        return outer.layers().stream()
                .anyMatch(layer -> layer instanceof Code || (layer instanceof Composite inner && holdsCode(inner)));
    }

    private static List<Flaw> notLocal(String place, List<Layer> layers) {
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            String here = place + "." + i;
            if (layer instanceof Composite composite) {
                flaws.addAll(notLocal(here + "." + composite.kind(), composite.layers()));
            } else if (!layer.isLocal()) {
                flaws.add(new Flaw(
                        here,
                        "looks at the whole picture (%s): the network needs one size, height and width beside its inputs"
                                .formatted(layer.words())));
            }
        }
        return flaws;
    }

    /** Kernels that refer to another layer and cannot. */
    private static List<Flaw> sharing(Architecture net) {
        List<Flaw> flaws = new ArrayList<>();
        List<Weight> learnt = net.weights();
        for (Weight use : net.uses(NetworkPart.WHOLE)) {
            List<Weight> found = learnt.stream()
                    .filter(weight -> weight.name().equals(use.tensor()))
                    .toList();
            String place = place(use.name());
            if (found.isEmpty()) {
                flaws.add(new Flaw(
                        place,
                        "uses the kernel of %s, which has no kernel of its own; layers with one are %s"
                                .formatted(place(use.tensor()), owners(learnt))));
            } else if (!found.get(0).shape().equals(use.shape())) {
                flaws.add(new Flaw(
                        place,
                        "uses the kernel of %s, which has shape %s; this layer needs %s"
                                .formatted(place(use.tensor()), found.get(0).shape(), use.shape())));
            }
        }
        return flaws;
    }

    private static String owners(List<Weight> learnt) {
        return learnt.stream()
                .map(Weight::name)
                .filter(name -> name.endsWith(".kernel"))
                .map(Flaw::place)
                .collect(Collectors.joining(", "));
    }

    private static String place(String tensor) {
        return tensor.substring(0, tensor.lastIndexOf('.'));
    }
}
