package io.unveil.training;

import io.unveil.data.Photograph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws the patches of a step, each from one picture (chosen by the square root of its area), at one place, turned or mirrored in one of
 * eight ways, with a sigma and with or without clipping. Everything follows from the recipe's seed and the step.
 *
 * <p>The buffers are direct and used again at each step: new ones would stay in memory until the heap, hardly used, is collected.
 */
final class Patches {
    private final Recipe recipe;
    private final List<Photograph> pictures;
    private final double[] cumulative;
    private final ByteBuffer clean;
    private final FloatBuffer sigma;
    private final FloatBuffer clipped;

    Patches(Recipe recipe, List<Photograph> pictures) {
        this.recipe = recipe;
        this.pictures = pictures;
        this.cumulative = new double[pictures.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += Math.sqrt((double) pictures.get(i).size().pixels());
            cumulative[i] = sum;
        }
        this.clean = direct(recipe.batch() * recipe.patch() * recipe.patch() * recipe.channels());
        this.sigma = direct(recipe.batch() * Float.BYTES).asFloatBuffer();
        this.clipped = direct(recipe.batch() * Float.BYTES).asFloatBuffer();
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /** Fills the buffers with the patches of a step; those of the step before are gone. */
    Patches ofStep(long step) {
        SplittableRandom random = new SplittableRandom(Seeds.of(recipe.seed(), step, Seeds.Use.PATCHES));
        clean.clear();
        for (int i = 0; i < recipe.batch(); i++) {
            cut(picture(random), random);
            double drawn = recipe.noise().from()
                    + random.nextDouble()
                            * (recipe.noise().to() - recipe.noise().from());
            sigma.put(i, (float) (drawn / 255));
            clipped.put(i, random.nextDouble() < recipe.noise().clipped() ? 1 : 0);
        }
        clean.flip();
        return this;
    }

    private Photograph picture(SplittableRandom random) {
        double drawn = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, drawn);
        return pictures.get(Math.min(found < 0 ? -found - 1 : found, pictures.size() - 1));
    }

    private void cut(Photograph picture, SplittableRandom random) {
        int side = recipe.patch();
        int channels = recipe.channels();
        int top = random.nextInt(picture.size().height() - side + 1);
        int left = random.nextInt(picture.size().width() - side + 1);
        int symmetry = random.nextInt(8);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int j = (symmetry & 1) == 0 ? y : side - 1 - y;
                int i = (symmetry & 2) == 0 ? x : side - 1 - x;
                int row = top + ((symmetry & 4) == 0 ? j : i);
                int column = left + ((symmetry & 4) == 0 ? i : j);
                clean.put(picture.samples(), (row * picture.size().width() + column) * channels, channels);
            }
        }
    }

    /** (batch, patch, patch, channels), 8 bit. */
    ByteBuffer clean() {
        return clean.rewind();
    }

    /** (batch), in 0 to 1. */
    FloatBuffer sigma() {
        return sigma.rewind();
    }

    /** (batch), 1 where noise is clipped and rounded as in files. */
    FloatBuffer clipped() {
        return clipped.rewind();
    }
}
