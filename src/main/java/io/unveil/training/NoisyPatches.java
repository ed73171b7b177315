package io.unveil.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.unveil.data.Photograph;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;

/** Clean patches with a level of noise for each; the noise itself is drawn by the engine. */
final class NoisyPatches implements Examples {
    private final GaussianNoise noise;
    private final Patches patches;
    private final long seed;
    private final FloatBuffer sigma;
    private final FloatBuffer clipped;

    NoisyPatches(Recipe recipe, GaussianNoise noise, List<Photograph> pictures) {
        this.noise = noise;
        this.patches = new Patches(recipe, pictures);
        this.seed = recipe.seed();
        this.sigma = Patches.floats(recipe.batch());
        this.clipped = Patches.floats(recipe.batch());
    }

    @Override
    public List<NDArray> ofStep(long step, NDManager call) {
        patches.ofStep(step);
        draw(step);
        Shape one = new Shape(sigma.capacity(), 1, 1, 1);
        return List.of(patches.tensor(call), call.create(sigma.rewind(), one), call.create(clipped.rewind(), one));
    }

    private void draw(long step) {
        SplittableRandom random = new SplittableRandom(Seeds.of(seed, step, Seeds.Use.NOISE_LEVELS));
        for (int i = 0; i < sigma.capacity(); i++) {
            sigma.put(i, (float) ((noise.from() + random.nextDouble() * (noise.to() - noise.from())) / 255));
            clipped.put(i, random.nextDouble() < noise.clipped() ? 1 : 0);
        }
    }
}
