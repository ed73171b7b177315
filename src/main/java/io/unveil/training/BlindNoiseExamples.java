package io.unveil.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.unveil.data.Loader;
import io.unveil.degradation.Draws;
import io.unveil.degradation.noise.Noise;
import io.unveil.image.Pixels;
import java.nio.ByteBuffer;
import java.util.List;

/** Clean examples, some of them turned gray, and the same examples with noise. */
final class BlindNoiseExamples implements Examples {
    private final BlindNoiseLesson lesson;
    private final Loader loader;
    private final long seed;
    private final ByteBuffer clean;
    private final ByteBuffer noisy;

    BlindNoiseExamples(BlindNoiseLesson lesson, Loader loader, long seed) {
        this.lesson = lesson;
        this.loader = loader;
        this.seed = seed;
        int samples = Math.toIntExact(loader.batch() * loader.size().pixels() * loader.channels());
        this.clean = Examples.bytes(samples);
        this.noisy = Examples.bytes(samples);
    }

    @Override
    public List<NDArray> ofStep(long step, NDManager call) {
        ByteBuffer drawn = loader.ofStep(step).samples();
        clean.clear();
        noisy.clear();
        for (int i = 0; i < loader.batch(); i++) {
            put(example(drawn), Draws.of(seed, Seeds.Use.NOISES.ordinal(), step, i));
        }
        Shape shape =
                new Shape(loader.batch(), loader.size().height(), loader.size().width(), loader.channels());
        return List.of(
                call.create(clean.flip(), shape, DataType.UINT8), call.create(noisy.flip(), shape, DataType.UINT8));
    }

    private Pixels example(ByteBuffer drawn) {
        float[] values = new float[Math.toIntExact(loader.size().pixels() * loader.channels())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (drawn.get() & 255) / 255f;
        }
        return new Pixels(loader.size().width(), loader.size().height(), loader.channels(), values);
    }

    private void put(Pixels example, Draws draws) {
        Noise noise = lesson.mixture().draw(draws);
        long own = draws.seed();
        if (!draws.chance(lesson.gray())) {
            put(asInItsFile(example, noise), clean);
            put(Noise.asInFile(noise.addTo(example, own)), noisy);
        } else {
            Pixels gray = Noise.asInFile(example.inGray());
            put(asInItsFile(gray, noise), clean);
            Pixels damaged = draws.chance(.5)
                    ? noise.addTo(gray, own)
                    : Noise.asInFile(noise.addTo(inAllPlanes(gray), own)).inGray();
            put(Noise.asInFile(damaged), noisy);
        }
    }

    /** The clean picture with what belongs to it; JPEG draws nothing, so it is the same as in the noisy one. */
    private Pixels asInItsFile(Pixels example, Noise noise) {
        return Noise.asInFile(noise.belonging(lesson.belongs()).addTo(example, 0));
    }

    private Pixels inAllPlanes(Pixels gray) {
        int planes = loader.channels();
        float[] values = new float[gray.values().length * planes];
        for (int i = 0; i < values.length; i++) {
            values[i] = gray.values()[i / planes];
        }
        return new Pixels(gray.width(), gray.height(), planes, values);
    }

    /** Whole levels; gray pixels have the same level in each plane. */
    private void put(Pixels pixels, ByteBuffer into) {
        for (float value : pixels.values()) {
            for (int plane = 0; plane < loader.channels() / pixels.channels(); plane++) {
                into.put((byte) Math.round(255 * value));
            }
        }
    }
}
