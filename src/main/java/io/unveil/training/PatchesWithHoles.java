package io.unveil.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.unveil.data.Photograph;
import io.unveil.degradation.OcclusionMixture;
import io.unveil.filling.HarmonicFill;
import io.unveil.image.Halving;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/** Clean patches, a hole in each, and what the network is to start from in it. */
final class PatchesWithHoles implements Examples {
    /** Starts of the coarse kind are halved up to so many times. */
    private static final int HALVINGS = 3;

    private final Patches patches;
    private final Holes holes;
    private final OcclusionMixture mixture;
    private final long seed;
    private final int side;
    private final int channels;
    private final int batch;
    private final FloatBuffer filled;
    private final FloatBuffer hole;

    PatchesWithHoles(Recipe recipe, Holes holes, List<Photograph> pictures) {
        this.patches = new Patches(recipe, pictures);
        this.holes = holes;
        this.mixture = new OcclusionMixture(holes.shares(), holes.least(), holes.most(), recipe.seed());
        this.seed = recipe.seed();
        this.side = recipe.patch();
        this.channels = recipe.channels();
        this.batch = recipe.batch();
        this.filled = Patches.floats(batch * side * side * channels);
        this.hole = Patches.floats(batch * side * side);
    }

    @Override
    public List<NDArray> ofStep(long step, NDManager call) {
        draw(patches.ofStep(step), step);
        return List.of(
                patches.tensor(call),
                call.create(filled.rewind(), new Shape(batch, side, side, channels)),
                call.create(hole.rewind(), new Shape(batch, side, side, 1)));
    }

    private void draw(ByteBuffer clean, long step) {
        SplittableRandom random = new SplittableRandom(Seeds.of(seed, step, Seeds.Use.HOLES));
        boolean[] holed = new boolean[side * side];
        for (int i = 0; i < batch; i++) {
            float[] patch = patch(clean, i);
            mixture.draw(side, side, holed, random);
            if (random.nextDouble() < holes.coarse()) {
                startCoarsely(patch, holed, random);
            } else {
                HarmonicFill.fill(patch, holed, side, side, channels);
            }
            filled.put(i * patch.length, patch);
            for (int j = 0; j < holed.length; j++) {
                hole.put(i * holed.length + j, holed[j] ? 1 : 0);
            }
        }
    }

    private float[] patch(ByteBuffer clean, int index) {
        float[] patch = new float[side * side * channels];
        for (int i = 0; i < patch.length; i++) {
            patch[i] = (clean.get(index * patch.length + i) & 255) / 255f;
        }
        return patch;
    }

    /** Every other of these patches lies in the hole whole, as most of a hole much larger than a patch does. */
    private void startCoarsely(float[] patch, boolean[] holed, SplittableRandom random) {
        if (random.nextBoolean()) {
            Arrays.fill(holed, true);
        }
        Pixels coarse = enlargedAgain(new Pixels(side, side, channels, patch), 1 + random.nextInt(HALVINGS));
        for (int i = 0; i < patch.length; i++) {
            if (holed[i / channels]) {
                patch[i] = coarse.values()[i];
            }
        }
    }

    private static Pixels enlargedAgain(Pixels pixels, int halvings) {
        Deque<Size> sizes = new ArrayDeque<>();
        Pixels level = pixels;
        for (int i = 0; i < halvings; i++) {
            sizes.push(level.size());
            level = Halving.halved(level);
        }
        while (!sizes.isEmpty()) {
            level = Halving.doubled(level, sizes.pop());
        }
        return level;
    }
}
