package io.unveil.training;

import ai.djl.ndarray.types.Shape;
import io.unveil.data.Loader;
import io.unveil.degradation.noise.Noise;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.recipe.Fields;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gaussian noise, clipped to [0, 1]: for a denoising autoencoder (Vincent et al. 2008).
 *
 * @param from smallest sigma, in 8-bit levels
 * @param to largest sigma; drawn evenly between the two for each example
 */
public record NoiseCorruption(double from, double to) implements Corruption {
    static NoiseCorruption read(Fields fields) {
        NoiseCorruption noise = new NoiseCorruption(fields.number("from", 0, 100), fields.number("to", 0, 100));
        if (noise.to < noise.from) {
            fields.fault("'to' must not be below 'from', was %s and %s".formatted(noise.to, noise.from));
        }
        fields.noOthers();
        return noise;
    }

    /** Sigma of each example, in 0 to 1 (N, 1, 1, 1). */
    @Override
    public List<String> tensors() {
        return List.of("s");
    }

    @Override
    public String script() {
        return "torch.clamp(torch.add(t, torch.mul(torch.randn_like(t), s)), 0., 1.)";
    }

    @Override
    public Examples examples(Loader loader, long seed) {
        FloatBuffer sigma = Examples.floats(loader.batch());
        return (step, call) -> {
            SplittableRandom random = new SplittableRandom(Seeds.of(seed, step, Seeds.Use.NOISE_LEVELS));
            for (int i = 0; i < loader.batch(); i++) {
                sigma.put(i, (float) ((from + random.nextDouble() * (to - from)) / 255));
            }
            return List.of(
                    Examples.clean(loader.ofStep(step), call),
                    call.create(sigma.rewind(), new Shape(loader.batch(), 1, 1, 1)));
        };
    }

    @Override
    public String condition() {
        return "noise=%.0f".formatted((from + to) / 2);
    }

    /** With noise of the middle level. */
    @Override
    public Corrupted corrupted(Pixels clean, long seed) {
        Pixels noisy = Noise.asInFile(new Noise.Gaussian((from + to) / 2).addTo(clean, seed));
        return new Corrupted(noisy, noisy, Mask.of(clean.size(), (x, y) -> true));
    }
}
