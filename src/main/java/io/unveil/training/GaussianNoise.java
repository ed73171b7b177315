package io.unveil.training;

import io.unveil.autoencoder.Fields;
import io.unveil.autoencoder.Task;
import io.unveil.data.Photograph;
import io.unveil.degradation.Noise;
import io.unveil.image.Difference;
import io.unveil.image.Pixels;
import java.util.ArrayList;
import java.util.List;

/**
 * Gaussian noise of a level drawn for each patch. The network reads picture - 1/2 and a plane of sigma and answers the noise.
 *
 * @param from smallest sigma, in 8-bit levels
 * @param to largest sigma, in 8-bit levels; drawn evenly between the two
 * @param clipped share of patches whose noisy values are clipped and rounded to 8 bits as they are in files; the rest stay as drawn
 */
public record GaussianNoise(double from, double to, double clipped) implements Damage {
    /** Levels at which held-out pictures are looked at. */
    private static final double[] SIGMAS = {15, 25, 50};

    static GaussianNoise read(Fields fields) {
        GaussianNoise noise = new GaussianNoise(
                fields.number("from", 0, 255), fields.number("to", 0, 255), fields.number("clipped", 0, 1));
        if (noise.to < noise.from) {
            fields.fault("'to' must not be below 'from', was %s and %s".formatted(noise.to, noise.from));
        }
        fields.noOthers();
        return noise;
    }

    @Override
    public Task task() {
        return Task.DENOISE;
    }

    @Override
    public String extraPlane() {
        return "sigma";
    }

    /** Clean patches (N, H, W, C) uint8; sigma of each in 0 to 1 (N, 1, 1, 1); 1 where the noise is clipped and rounded (N, 1, 1, 1). */
    @Override
    public List<String> tensors() {
        return List.of("y", "s", "c");
    }

    @Override
    public String script() {
        return """
                clean = torch.div(torch.to(torch.permute(y, [0, 3, 1, 2]), 6), 255.)
                noisy = torch.add(clean, torch.mul(torch.randn_like(clean), s))
                filed = torch.div(torch.round(torch.mul(torch.clamp(noisy, 0., 1.), 255.)), 255.)
                x = torch.add(noisy, torch.mul(torch.sub(filed, noisy), c))
                t = torch.sub(x, clean)
                plane = torch.add(torch.mul(torch.slice(clean, 1, 0, 1), 0.), s)
                i = torch.contiguous(torch.cat([torch.sub(x, 0.5), plane], 1), memory_format=2)
            """;
    }

    @Override
    public String patchMean(String value) {
        return "torch.mean(%s, [1, 2, 3])".formatted(value);
    }

    @Override
    public Examples examples(Recipe recipe, List<Photograph> pictures) {
        return new NoisyPatches(recipe, this, pictures);
    }

    @Override
    public List<Sample> samples(Recipe recipe, List<Photograph> pictures) {
        List<Sample> samples = new ArrayList<>();
        for (Photograph picture : pictures) {
            Pixels middle = picture.middle(Validation.LARGEST_SIDE, recipe.net().stride());
            for (double sigma : SIGMAS) {
                long seed = Seeds.of(recipe.seed(), samples.size(), Seeds.Use.VALIDATION);
                samples.add(new Noisy(
                        picture.name(), middle, new Noise.Gaussian(sigma).addTo(middle, seed), (float) (sigma / 255)));
            }
        }
        return samples;
    }

    private record Noisy(String name, Pixels clean, Pixels spoiled, float sigma) implements Sample {
        @Override
        public String condition() {
            return "sigma=%.0f".formatted(sigma * 255);
        }

        @Override
        public Pixels before() {
            return spoiled;
        }

        @Override
        public Pixels planes() {
            return spoiled.less(0.5f).beside(Pixels.constant(spoiled.size(), sigma));
        }

        @Override
        public Pixels mended(Pixels noise) {
            float[] cleaned = spoiled.values().clone();
            for (int i = 0; i < cleaned.length; i++) {
                cleaned[i] -= noise.values()[i];
            }
            return new Pixels(spoiled.width(), spoiled.height(), spoiled.channels(), cleaned);
        }

        @Override
        public double psnr(Pixels picture) {
            return Difference.between(clean, Noise.asInFile(picture)).psnr();
        }
    }
}
