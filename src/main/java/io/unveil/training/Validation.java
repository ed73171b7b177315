package io.unveil.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.Network;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.data.Dataset;
import io.unveil.data.Example;
import io.unveil.image.Pixels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The middles of held-out pictures, spoiled once and for all, and mended with the averaged weights. */
final class Validation {
    /** Of the middle of a picture. */
    private static final int LARGEST_SIDE = 256;

    private final Recipe recipe;
    private final Precision precision;
    private final Device device;
    private final List<Sample> samples;

    Validation(Recipe recipe, Dataset heldOut, Precision precision, Device device) {
        this.recipe = recipe;
        this.precision = precision;
        this.device = device;
        this.samples = recipe.lesson().samples(recipe, heldOut);
    }

    /** Mean score under each condition. */
    List<History.Condition> look(float[] weights) {
        Map<String, List<Sample>> byCondition = samples.stream()
                .collect(Collectors.groupingBy(Sample::condition, LinkedHashMap::new, Collectors.toList()));
        TorchEngine.noGradients();
        try (Network network = Network.load(device, recipe.net(), weights, precision)) {
            return byCondition.entrySet().stream()
                    .map(entry -> condition(entry.getKey(), entry.getValue(), network))
                    .toList();
        }
    }

    private static History.Condition condition(String name, List<Sample> samples, Network network) {
        double before = 0;
        double after = 0;
        for (Sample sample : samples) {
            before += sample.score(sample.before());
            after += sample.score(mended(sample, network));
        }
        return new History.Condition(name, before / samples.size(), after / samples.size());
    }

    /** The first samples with their mended forms, for the report. */
    List<Mended> mended(float[] weights, int count) {
        TorchEngine.noGradients();
        try (Network network = Network.load(device, recipe.net(), weights, precision)) {
            return samples.stream()
                    .limit(count)
                    .map(sample -> new Mended(sample, mended(sample, network)))
                    .toList();
        }
    }

    /** The middle of a picture, no larger than needed, with sides that the network takes; values in [0, 1]. */
    static Pixels middle(Example example, Architecture net) {
        int multiple = net.stride();
        int width = Math.min(example.size().width(), LARGEST_SIDE) / multiple * multiple;
        int height = Math.min(example.size().height(), LARGEST_SIDE) / multiple * multiple;
        return example.pixels()
                .region((example.size().width() - width) / 2, (example.size().height() - height) / 2, width, height);
    }

    record Mended(Sample sample, Pixels picture) {}

    private static Pixels mended(Sample sample, Network network) {
        Pixels planes = sample.planes();
        try (NDManager call = network.newCall()) {
            NDArray in = call.create(planes.values(), new Shape(1, planes.height(), planes.width(), planes.channels()));
            NDArray out = network.run(in);
            Shape shape = out.getShape();
            return sample.mended(
                    new Pixels((int) shape.get(2), (int) shape.get(1), (int) shape.get(3), out.toFloatArray()));
        }
    }
}
