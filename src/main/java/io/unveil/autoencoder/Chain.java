package io.unveil.autoencoder;

import java.util.ArrayList;
import java.util.List;

/** Layers one after the other: what the first gives, the second takes. */
final class Chain {
    private Chain() {}

    static Shape shape(List<Layer> layers, Shape in) {
        Shape shape = in;
        for (Layer layer : layers) {
            shape = layer.shape(shape);
        }
        return shape;
    }

    static List<Weight> weights(String place, List<Layer> layers, Shape in) {
        List<Weight> weights = new ArrayList<>();
        Shape shape = in;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            for (Weight weight : layer.weights(shape)) {
                weights.add(weight.under(place + "." + i));
            }
            shape = layer.shape(shape);
        }
        return weights;
    }

    static long multiplyAdds(List<Layer> layers, Shape in) {
        long sum = 0;
        Shape shape = in;
        for (Layer layer : layers) {
            sum += layer.multiplyAdds(shape);
            shape = layer.shape(shape);
        }
        return sum;
    }

    static Span seenBy(List<Layer> layers, Span outputs) {
        Span span = outputs;
        for (int i = layers.size() - 1; i >= 0; i--) {
            span = layers.get(i).seenBy(span);
        }
        return span;
    }

    static String compile(List<Layer> layers, String x, Shape in, Script script) {
        String y = x;
        Shape shape = in;
        for (Layer layer : layers) {
            y = layer.compile(y, shape, script);
            shape = layer.shape(shape);
        }
        return y;
    }
}
