package io.unveil.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.unveil.data.Loader;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;

/** Clean examples with a noise level for each; the engine draws the noise itself. */
final class NoisyExamples implements Examples {
    private final NoiseLesson noise;
    private final Loader loader;
    private final long seed;
    private final FloatBuffer sigma;
    private final FloatBuffer clipped;

    NoisyExamples(NoiseLesson noise, Loader loader, long seed) {
        this.noise = noise;
        this.loader = loader;
        this.seed = seed;
        this.sigma = Examples.floats(loader.batch());
        this.clipped = Examples.floats(loader.batch());
    }

    @Override
    public List<NDArray> ofStep(long step, NDManager call) {
        draw(step);
        Shape one = new Shape(loader.batch(), 1, 1, 1);
        return List.of(
                Examples.clean(loader.ofStep(step), call),
                call.create(sigma.rewind(), one),
                call.create(clipped.rewind(), one));
    }

    private void draw(long step) {
        SplittableRandom random = new SplittableRandom(Seeds.of(seed, step, Seeds.Use.NOISE_LEVELS));
        for (int i = 0; i < loader.batch(); i++) {
            sigma.put(i, (float) ((noise.from() + random.nextDouble() * (noise.to() - noise.from())) / 255));
            clipped.put(i, random.nextDouble() < noise.clipped() ? 1 : 0);
        }
    }
}
