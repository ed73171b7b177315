package io.unveil.data;

import io.unveil.degradation.Draws;
import io.unveil.image.Size;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the batches of a training. Each example of a batch is drawn from the whole set, with a probability proportional
 * to the square root of its area, and goes through the transforms. Everything depends only on the seed, the step and
 * the place in the batch.
 *
 * <p>The buffers are direct and reused at each step: new ones would stay in memory until the next garbage collection,
 * which comes late because the heap is hardly used.
 */
public final class Loader {
    private final Dataset data;
    private final Transforms transforms;
    private final long seed;
    private final Size size;
    private final double[] cumulative;
    private final ByteBuffer samples;
    private final FloatBuffer labels;
    private final int[] origins;

    /** @throws UnusableData when the transforms give several sizes, or cannot take an example */
    public Loader(Dataset data, Transforms transforms, int batch, long seed) {
        this.data = data;
        this.transforms = transforms;
        this.seed = seed;
        this.size = onlySize(data, transforms);
        this.cumulative = cumulativeChances(data);
        this.samples = direct(Math.toIntExact(batch * size.pixels() * channels()));
        this.labels = direct(batch * Float.BYTES).asFloatBuffer();
        this.origins = new int[batch];
    }

    private static Size onlySize(Dataset data, Transforms transforms) {
        Set<Size> sizes =
                data.sizes().stream().map(transforms::size).collect(Collectors.toCollection(LinkedHashSet::new));
        if (sizes.size() > 1) {
            throw new UnusableData(
                    "%s gives examples of %d sizes, such as %s; a batch has one size: add a crop or resize to the transforms"
                            .formatted(
                                    data.set().name(),
                                    sizes.size(),
                                    sizes.stream().limit(2).map(Size::toString).collect(Collectors.joining(" and "))));
        }
        return sizes.iterator().next();
    }

    /** The weights of the examples; empty where all are equally likely. */
    private static double[] cumulativeChances(Dataset data) {
        if (data.sizes().size() == 1) {
            return new double[0];
        }
        double[] cumulative = new double[data.count()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += Math.sqrt((double) data.size(i).pixels());
            cumulative[i] = sum;
        }
        return cumulative;
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /** Fills the buffers with the batch of a step, over the previous one. */
    public Loader ofStep(long step) {
        samples.clear();
        for (int i = 0; i < batch(); i++) {
            Draws draws = Draws.of(seed, step, i);
            origins[i] = index(draws);
            Example example = transforms.inTraining(data.example(origins[i]), draws);
            samples.put(example.samples());
            labels.put(i, example.label().value());
        }
        samples.flip();
        return this;
    }

    private int index(Draws draws) {
        if (cumulative.length == 0) {
            return draws.below(data.count());
        }
        int found = Arrays.binarySearch(cumulative, draws.uniform() * cumulative[cumulative.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
    }

    /** The set from which batches are drawn. */
    public Dataset data() {
        return data;
    }

    /** The index, in the data, of the example at this place of the batch. */
    public int origin(int place) {
        return origins[place];
    }

    /** Examples in a batch. */
    public int batch() {
        return labels.capacity();
    }

    /** The same for every example, after the transforms. */
    public Size size() {
        return size;
    }

    /** The same for every example, after the transforms. */
    public int channels() {
        return transforms.channels(data.channels());
    }

    /** (batch, height, width, channels), 8 bit. */
    public ByteBuffer samples() {
        return samples.rewind();
    }

    /** (batch), NaN where an example has no label. */
    public FloatBuffer labels() {
        return labels.rewind();
    }
}
