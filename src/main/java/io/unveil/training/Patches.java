package io.unveil.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.unveil.data.Photograph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Cuts the clean patches of a step, each from one picture (chosen by the square root of its area), at one place, turned or mirrored in one
 * of eight ways. Everything follows from the recipe's seed and the step.
 *
 * <p>Buffers are direct and used again at each step: new ones would stay in memory until the heap, hardly used, is collected.
 */
final class Patches {
    private final Recipe recipe;
    private final List<Photograph> pictures;
    private final double[] cumulative;
    private final ByteBuffer clean;

    Patches(Recipe recipe, List<Photograph> pictures) {
        this.recipe = recipe;
        this.pictures = pictures;
        this.cumulative = new double[pictures.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += Math.sqrt((double) pictures.get(i).size().pixels());
            cumulative[i] = sum;
        }
        this.clean = ByteBuffer.allocateDirect(recipe.batch() * recipe.patch() * recipe.patch() * recipe.channels());
    }

    /** So many numbers outside of the heap, in the engine's byte order. */
    static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** The patches of a step (batch, patch, patch, channels), 8 bit; those of the step before are gone. */
    ByteBuffer ofStep(long step) {
        SplittableRandom random = new SplittableRandom(Seeds.of(recipe.seed(), step, Seeds.Use.PATCHES));
        clean.clear();
        for (int i = 0; i < recipe.batch(); i++) {
            cut(picture(random), random);
        }
        return clean.flip();
    }

    /** The patches of the last step as a tensor of the call. */
    NDArray tensor(NDManager call) {
        return call.create(
                clean.rewind(),
                new Shape(recipe.batch(), recipe.patch(), recipe.patch(), recipe.channels()),
                DataType.UINT8);
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
}
