package io.unveil.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.unveil.data.Loader;
import io.unveil.degradation.occlusion.OcclusionMixture;
import io.unveil.filling.HarmonicFill;
import io.unveil.image.Halving;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.image.Size;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/** Clean examples, a hole in each, and the network's starting values in the hole. */
final class HoledExamples implements Examples {
    /** Coarse starts are halved at most this many times. */
    private static final int HALVINGS = 3;

    private final HoleLesson lesson;
    private final Loader loader;
    private final OcclusionMixture holes;
    private final long seed;
    private final int width;
    private final int height;
    private final int channels;
    private final FloatBuffer filled;
    private final FloatBuffer hole;

    HoledExamples(HoleLesson lesson, Loader loader, long seed) {
        this.lesson = lesson;
        this.loader = loader;
        this.holes = lesson.mixture().onPatches(seed);
        this.seed = seed;
        this.width = loader.size().width();
        this.height = loader.size().height();
        this.channels = loader.channels();
        this.filled = Examples.floats(loader.batch() * width * height * channels);
        this.hole = Examples.floats(loader.batch() * width * height);
    }

    @Override
    public List<NDArray> ofStep(long step, NDManager call) {
        draw(loader.ofStep(step).samples(), step);
        int n = loader.batch();
        return List.of(
                Examples.clean(loader, call),
                call.create(filled.rewind(), new Shape(n, height, width, channels)),
                call.create(hole.rewind(), new Shape(n, height, width, 1)));
    }

    private void draw(ByteBuffer clean, long step) {
        SplittableRandom random = new SplittableRandom(Seeds.of(seed, step, Seeds.Use.HOLES));
        boolean[] holed = new boolean[width * height];
        for (int i = 0; i < loader.batch(); i++) {
            float[] example = example(clean, i);
            holes.draw(width, height, holed, random);
            if (random.nextDouble() < lesson.coarse()) {
                startCoarsely(example, holed, random);
            } else {
                HarmonicFill.fill(example, holed, width, height, channels);
            }
            filled.put(i * example.length, example);
            for (int j = 0; j < holed.length; j++) {
                hole.put(i * holed.length + j, holed[j] ? 1 : 0);
            }
        }
    }

    private float[] example(ByteBuffer clean, int index) {
        float[] example = new float[width * height * channels];
        for (int i = 0; i < example.length; i++) {
            example[i] = (clean.get(index * example.length + i) & 255) / 255f;
        }
        return example;
    }

    /** Every second of these examples lies completely in the hole, like most parts of a very large hole. */
    private void startCoarsely(float[] example, boolean[] holed, SplittableRandom random) {
        if (random.nextBoolean()) {
            Arrays.fill(holed, true);
        }
        Pixels coarse = enlargedAgain(new Pixels(width, height, channels, example), 1 + random.nextInt(HALVINGS));
        for (int i = 0; i < example.length; i++) {
            if (holed[i / channels]) {
                example[i] = coarse.values()[i];
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
            level = Halving.enlarged(level, Rectangle.of(sizes.pop()));
        }
        return level;
    }
}
