package io.unveil.training;

import io.unveil.autoencoder.Architecture;
import io.unveil.data.Dataset;
import io.unveil.data.Loader;
import io.unveil.degradation.noise.Noise;
import io.unveil.image.Pixels;
import io.unveil.model.GivenNoise;
import io.unveil.model.InputForm;
import io.unveil.model.ResidualNoise;
import io.unveil.model.Task;
import io.unveil.recipe.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * Gaussian noise of a level drawn for each example. The network reads picture - 1/2 and planes about the noise, and
 * predicts the noise.
 *
 * @param from smallest sigma, in 8-bit levels
 * @param to largest sigma, in 8-bit levels; drawn evenly between the two
 * @param clipped share of examples whose noisy values are clipped and rounded to 8 bits as in files; the rest stay as
 *     drawn
 * @param known what the network is given about the noise
 */
public record NoiseLesson(double from, double to, double clipped, Known known) implements Lesson {
    /** What a network reads besides the picture, each in a plane of its own. */
    public enum Known {
        /** The level of the noise: sigma / 255. */
        SIGMA,
        /** That, and whether the noise is clipped and rounded as in files, 1, or as drawn, 0. */
        SIGMA_AND_CLIPPING;

        int numbers() {
            return ordinal() + 1;
        }
    }

    /** Noise levels for held-out pictures. */
    private static final double[] SIGMAS = {15, 25, 50};

    static NoiseLesson read(Fields fields) {
        NoiseLesson noise = new NoiseLesson(
                fields.number("from", 0, 255),
                fields.number("to", 0, 255),
                fields.number("clipped", 0, 1),
                fields.oneOf("told", Known.SIGMA));
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
    public ResidualNoise convention(Architecture net) {
        return new ResidualNoise(new InputForm(net.outputs(), net.sides()), known.numbers());
    }

    @Override
    public List<String> faults(Architecture net) {
        return switch (known) {
            case SIGMA -> Lesson.faultsWithPlanes(net, "sigma");
            case SIGMA_AND_CLIPPING -> Lesson.faultsWithPlanes(net, "sigma", "clipping");
        };
    }

    /**
     * Clean examples (N, H, W, C) uint8; sigma of each in 0 to 1 (N, 1, 1, 1); 1 where the noise is clipped and rounded
     * (N, 1, 1, 1).
     */
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
                none = torch.mul(torch.slice(clean, 1, 0, 1), 0.)
                planes = [torch.sub(x, 0.5), torch.add(none, s)%s]
                i = torch.contiguous(torch.cat(planes, 1), memory_format=2)
            """.formatted(known == Known.SIGMA ? "" : ", torch.add(none, c)");
    }

    @Override
    public Examples examples(Loader loader, long seed) {
        return new NoisyExamples(this, loader, seed);
    }

    @Override
    public List<Sample> samples(Recipe recipe, Dataset heldOut) {
        ResidualNoise convention = convention(recipe.net());
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < heldOut.count(); i++) {
            Pixels middle = Validation.middle(heldOut.example(i), recipe.net());
            for (double sigma : SIGMAS) {
                long seed = Seeds.of(recipe.seed(), samples.size(), Seeds.Use.VALIDATION);
                Pixels noisy = new Noise.Gaussian(sigma).addTo(middle, seed);
                samples.add(new NoisySample(
                        heldOut.example(i).name(),
                        "sigma=%.0f".formatted(sigma),
                        middle,
                        noisy,
                        convention,
                        new GivenNoise(sigma, false)));
            }
        }
        return samples;
    }
}
