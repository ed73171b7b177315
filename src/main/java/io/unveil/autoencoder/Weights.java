package io.unveil.autoencoder;

import io.unveil.autoencoder.layer.Weight;
import io.unveil.file.Safetensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Converts learnt numbers between a weight file, where each tensor has a name, and the engine, where all lie in one
 * vector.
 */
public final class Weights {
    private Weights() {}

    /** The numbers from which a training starts, drawn from a seed as each weight defines. */
    public static float[] start(Architecture architecture, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] vector = new float[architecture.parameters()];
        int at = 0;
        for (Weight weight : architecture.weights()) {
            for (int i = 0; i < weight.count(); i++) {
                vector[at++] = (float) (random.nextGaussian() * weight.deviation());
            }
        }
        return vector;
    }

    /**
     * Weights that start from another model's.
     *
     * @param vector of the target
     * @param taken names of the tensors with the other model's numbers
     * @param left names of the tensors with their own start
     */
    public record Transplant(float[] vector, List<String> taken, List<String> left) {
        public Transplant {
            taken = List.copyOf(taken);
            left = List.copyOf(left);
        }
    }

    /**
     * Copies what an encoder has learnt into another network (pretraining): every tensor of the layers before
     * {@code from}'s code, or of all layers where it has none, goes into {@code to}'s tensor of the same name and
     * shape. Other tensors keep their start. Neither argument is changed.
     */
    public static Transplant transplant(Architecture from, float[] learnt, Architecture to, float[] start) {
        check(from, learnt);
        check(to, start);
        List<Weight> encoder = from.uses(from.hasCode() ? NetworkPart.ENCODER : NetworkPart.WHOLE);
        float[] vector = start.clone();
        List<String> taken = new ArrayList<>();
        List<String> left = new ArrayList<>();
        int at = 0;
        for (Weight weight : to.weights()) {
            if (encoder.stream().anyMatch(weight::isLike)) {
                System.arraycopy(learnt, offset(from, weight.name()), vector, at, weight.count());
                taken.add(weight.name());
            } else {
                left.add(weight.name());
            }
            at += weight.count();
        }
        return new Transplant(vector, taken, left);
    }

    /** Where a tensor starts in the vector. */
    private static int offset(Architecture architecture, String name) {
        return architecture.weights().stream()
                .takeWhile(weight -> !weight.name().equals(name))
                .mapToInt(Weight::count)
                .sum();
    }

    /** Throws IllegalArgumentException where a vector is not as long as the architecture's weights. */
    static void check(Architecture architecture, float[] vector) {
        if (vector.length != architecture.parameters()) {
            throw new IllegalArgumentException("the architecture learns %d numbers, there are %d"
                    .formatted(architecture.parameters(), vector.length));
        }
    }

    public static byte[] file(Architecture architecture, float[] vector) {
        Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
        int at = 0;
        for (Weight weight : architecture.weights()) {
            float[] values = Arrays.copyOfRange(vector, at, at + weight.count());
            tensors.put(weight.name(), new Safetensors.Tensor(weight.shape(), values));
            at += weight.count();
        }
        return Safetensors.write(tensors);
    }

    /**
     * The vector from a weight file; throws {@link Safetensors.Malformed} when names or shapes are not the
     * architecture's, or a number is not finite.
     */
    public static float[] vector(Architecture architecture, byte[] file) {
        Map<String, Safetensors.Tensor> tensors = Safetensors.read(file);
        List<String> wrong = new ArrayList<>();
        float[] vector = new float[architecture.parameters()];
        int at = 0;
        for (Weight weight : architecture.weights()) {
            Safetensors.Tensor tensor = tensors.remove(weight.name());
            if (tensor == null) {
                wrong.add("tensor '%s' is missing".formatted(weight.name()));
            } else if (!tensor.shape().equals(weight.shape())) {
                wrong.add("tensor '%s' has shape %s, the recipe asks for %s"
                        .formatted(weight.name(), tensor.shape(), weight.shape()));
            } else {
                System.arraycopy(tensor.values(), 0, vector, at, weight.count());
            }
            at += weight.count();
        }
        tensors.keySet().forEach(name -> wrong.add("tensor '%s' is unknown to the recipe".formatted(name)));
        if (wrong.isEmpty() && !allFinite(vector)) {
            wrong.add("a weight is not a finite number");
        }
        if (!wrong.isEmpty()) {
            throw new Safetensors.Malformed(String.join("; ", wrong));
        }
        return vector;
    }

    private static boolean allFinite(float[] vector) {
        for (float value : vector) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
