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
 * Makes the batches of a training. Each example of a batch is drawn from the whole set, with a chance that goes with
 * the square root of its area, and goes through the transforms; all follows from the seed, the step and the place in
 * the batch.
 *
 * <p>The buffers are direct and used again at each step: new ones would stay in memory until the heap, hardly used, is
 * collected.
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

    /** @throws UnusableData when examples come out of the transforms in several sizes, or cannot go through them */
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
                    "%s gives examples of %d sizes, such as %s; a batch is of one: add a crop or resize to the transforms"
                            .formatted(
                                    data.set().name(),
                                    sizes.size(),
                                    sizes.stream().limit(2).map(Size::toString).collect(Collectors.joining(" and "))));
        }
        return sizes.iterator().next();
    }

    /** Empty where all are equally likely. */
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

    /** Fills the buffers with the batch of a step; that of the step before is gone. */
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

    /** What the batches are drawn from. */
    public Dataset data() {
        return data;
    }

    /** Which example of the data the one at this place of the batch was. */
    public int origin(int place) {
        return origins[place];
    }

    /** Examples in a batch. */
    public int batch() {
        return labels.capacity();
    }

    /** Of every example, after the transforms. */
    public Size size() {
        return size;
    }

    /** Of every example, after the transforms. */
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
