package io.unveil.autoencoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The learnt numbers between a weight file, where each tensor has its name, and the engine, where all lie in one vector. */
public final class Weights {
    private Weights() {}

    /** The numbers that a training starts from, drawn from a seed as each weight says. */
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

    /** The vector from a weight file; throws {@link Safetensors.Malformed} when names or shapes are not the architecture's, or a number is not finite. */
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
