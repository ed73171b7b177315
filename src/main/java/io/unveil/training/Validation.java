package io.unveil.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.unveil.autoencoder.Network;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.data.Photograph;
import io.unveil.degradation.Noise;
import io.unveil.image.Difference;
import io.unveil.image.Pixels;
import java.util.ArrayList;
import java.util.List;

/** A fixed noisy set: the middle of each held-out picture, at three noise levels, unclipped; cleaned with the averaged weights. */
final class Validation {
    static final double[] SIGMAS = {15, 25, 50};
    private static final int LARGEST_SIDE = 256;

    private final Recipe recipe;
    private final Precision precision;
    private final Device device;
    private final List<Sample> samples = new ArrayList<>();

    /** One middle at one noise level. */
    record Sample(String name, double sigma, Pixels clean, Pixels noisy) {}

    Validation(Recipe recipe, List<Photograph> pictures, Precision precision, Device device) {
        this.recipe = recipe;
        this.precision = precision;
        this.device = device;
        for (Photograph picture : pictures) {
            Pixels middle = middle(picture, recipe.net().stride());
            for (double sigma : SIGMAS) {
                long seed = Seeds.of(recipe.seed(), samples.size(), Seeds.Use.VALIDATION);
                samples.add(new Sample(picture.name(), sigma, middle, new Noise.Gaussian(sigma).addTo(middle, seed)));
            }
        }
    }

    private static Pixels middle(Photograph picture, int stride) {
        int width = Math.min(picture.size().width(), LARGEST_SIDE) / stride * stride;
        int height = Math.min(picture.size().height(), LARGEST_SIDE) / stride * stride;
        int left = (picture.size().width() - width) / 2;
        int top = (picture.size().height() - height) / 2;
        int channels = picture.channels();
        float[] values = new float[width * height * channels];
        for (int y = 0; y < height; y++) {
            int from = ((top + y) * picture.size().width() + left) * channels;
            for (int i = 0; i < width * channels; i++) {
                values[y * width * channels + i] = (picture.samples()[from + i] & 255) / 255f;
            }
        }
        return new Pixels(width, height, channels, values);
    }

    /** Mean PSNR at each level, after clipping and rounding to 8 bits. */
    List<History.Level> look(float[] weights) {
        TorchEngine.noGradients();
        try (Network network = Network.load(device, recipe.net(), weights, precision)) {
            List<History.Level> levels = new ArrayList<>();
            for (double sigma : SIGMAS) {
                double noisy = 0;
                double cleaned = 0;
                int count = 0;
                for (Sample sample : samples) {
                    if (sample.sigma() == sigma) {
                        noisy += psnr(sample.clean(), sample.noisy());
                        cleaned += psnr(sample.clean(), clean(network, sample));
                        count++;
                    }
                }
                levels.add(new History.Level(sigma, noisy / count, cleaned / count));
            }
            return levels;
        }
    }

    private static double psnr(Pixels clean, Pixels other) {
        return Difference.between(clean, Noise.asInFile(other)).psnr();
    }

    /** The first samples with their cleaned forms, for the report. */
    List<Triple> triples(float[] weights, int count) {
        TorchEngine.noGradients();
        try (Network network = Network.load(device, recipe.net(), weights, precision)) {
            return samples.stream()
                    .limit(count)
                    .map(sample -> new Triple(sample, clean(network, sample)))
                    .toList();
        }
    }

    record Triple(Sample sample, Pixels cleaned) {}

    private static Pixels clean(Network network, Sample sample) {
        Pixels noisy = sample.noisy();
        int channels = noisy.channels();
        float[] planes = new float[noisy.width() * noisy.height() * (channels + 1)];
        int at = 0;
        for (int i = 0; i < noisy.values().length; i += channels) {
            for (int channel = 0; channel < channels; channel++) {
                planes[at++] = noisy.values()[i + channel] - 0.5f;
            }
            planes[at++] = (float) (sample.sigma() / 255);
        }
        try (NDManager call = network.newCall()) {
            NDArray x = call.create(planes, new Shape(1, noisy.height(), noisy.width(), channels + 1));
            float[] noise = network.run(x).toFloatArray();
            float[] cleaned = new float[noise.length];
            for (int i = 0; i < cleaned.length; i++) {
                cleaned[i] = noisy.values()[i] - noise[i];
            }
            return new Pixels(noisy.width(), noisy.height(), channels, cleaned);
        }
    }
}
