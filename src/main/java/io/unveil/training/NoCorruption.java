package io.unveil.training;

import io.unveil.data.Loader;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import java.util.List;

/** No corruption: the network must reproduce its input through its own bottleneck. */
public record NoCorruption() implements Corruption {
    @Override
    public List<String> tensors() {
        return List.of();
    }

    @Override
    public String script() {
        return "t";
    }

    @Override
    public Examples examples(Loader loader, long seed) {
        return (step, call) -> List.of(Examples.clean(loader.ofStep(step), call));
    }

    @Override
    public String condition() {
        return "reconstruction";
    }

    /** The baseline without a network is the mean of each channel. */
    @Override
    public Corrupted corrupted(Pixels clean, long seed) {
        return new Corrupted(clean, mean(clean), Mask.of(clean.size(), (x, y) -> true));
    }

    private static Pixels mean(Pixels clean) {
        double[] sums = new double[clean.channels()];
        for (int i = 0; i < clean.values().length; i++) {
            sums[i % sums.length] += clean.values()[i];
        }
        float[] values = new float[clean.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (sums[i % sums.length] / clean.size().pixels());
        }
        return new Pixels(clean.width(), clean.height(), clean.channels(), values);
    }
}
