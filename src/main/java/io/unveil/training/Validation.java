package io.unveil.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.Network;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.data.Dataset;
import io.unveil.data.Example;
import io.unveil.data.UnusableData;
import io.unveil.image.Pixels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The middles of held-out pictures, corrupted once and for all, and restored with the averaged weights. */
final class Validation {
    /** Of the middle of a picture. */
    private static final int LARGEST_SIDE = 256;

    private static final int LISTENED_TO = 12;

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

    /**
     * Scores of one sample.
     *
     * @param before of {@link Sample#before}
     * @param after of the network's answer
     */
    record Scored(String condition, double before, double after) {}

    /** Scores of every sample. */
    List<Scored> scored(float[] weights) {
        TorchEngine.noGradients();
        try (Network network = Network.load(device, recipe.net(), weights, precision)) {
            return samples.stream()
                    .map(sample -> new Scored(
                            sample.condition(),
                            sample.score(sample.before()),
                            sample.score(prediction(sample, network))))
                    .toList();
        }
    }

    /** Mean score under each condition. */
    List<History.Condition> look(float[] weights) {
        return byCondition(scored(weights)).entrySet().stream()
                .map(entry -> new History.Condition(
                        entry.getKey(), mean(entry.getValue(), Scored::before), mean(entry.getValue(), Scored::after)))
                .toList();
    }

    /** In the order in which conditions come first. */
    static Map<String, List<Scored>> byCondition(List<Scored> scored) {
        return scored.stream()
                .collect(Collectors.groupingBy(Scored::condition, LinkedHashMap::new, Collectors.toList()));
    }

    static double mean(List<Scored> scored, ToDoubleFunction<Scored> value) {
        return scored.stream().mapToDouble(value).average().orElseThrow();
    }

    /** The first samples with their predictions, for the report. */
    List<Prediction> predictions(float[] weights, int count) {
        TorchEngine.noGradients();
        try (Network network = Network.load(device, recipe.net(), weights, precision)) {
            return samples.stream()
                    .limit(count)
                    .map(sample -> new Prediction(sample, prediction(sample, network)))
                    .toList();
        }
    }

    /** The dead units of each ReLU, over samples of all kinds. */
    List<DeadUnits> deadUnits(float[] weights) {
        int count = Math.min(LISTENED_TO, samples.size());
        List<Pixels> some = IntStream.range(0, count)
                .mapToObj(i -> samples.get(i * samples.size() / count).planes())
                .map(planes -> FeatureMaps.middle(planes, recipe.net()))
                .toList();
        TorchEngine.noGradients();
        try (Network network = Network.load(device, recipe.net(), weights, Precision.FP32)) {
            return DeadUnits.of(network, some);
        }
    }

    /**
     * The whole picture for a network of one size, else its middle; throws {@link UnusableData} where a picture has
     * another size.
     */
    static Pixels fitting(Example example, Architecture net) {
        if (!(net.sides() instanceof Sides.Fixed)) {
            return middle(example, net);
        }
        try {
            net.sides().check(example.size().height(), example.size().width());
            return example.pixels();
        } catch (Layer.DoesNotClose e) {
            throw new UnusableData(
                    "%s, %s, does not fit the network: %s".formatted(example.name(), example.size(), e.why()));
        }
    }

    /** The middle of a picture, no larger than needed, with sides that the network takes; values in [0, 1]. */
    static Pixels middle(Example example, Architecture net) {
        int multiple = net.unit().height();
        int width = Math.min(example.size().width(), LARGEST_SIDE) / multiple * multiple;
        int height = Math.min(example.size().height(), LARGEST_SIDE) / multiple * multiple;
        return example.pixels()
                .region((example.size().width() - width) / 2, (example.size().height() - height) / 2, width, height);
    }

    /** @param answer {@link Sample#prediction} of the network's output */
    record Prediction(Sample sample, Pixels answer) {}

    private static Pixels prediction(Sample sample, Network network) {
        return sample.prediction(answer(network, sample.planes()));
    }

    /** The network's raw output for planes. */
    static Pixels answer(Network network, Pixels planes) {
        try (NDManager call = network.newCall()) {
            NDArray in = call.create(planes.values(), new Shape(1, planes.height(), planes.width(), planes.channels()));
            NDArray out = network.run(in);
            Shape shape = out.getShape();
            return new Pixels((int) shape.get(2), (int) shape.get(1), (int) shape.get(3), out.toFloatArray());
        }
    }
}
