package io.unveil.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.unveil.data.Loader;
import io.unveil.data.Textures;
import io.unveil.degradation.Draws;
import io.unveil.degradation.defect.Defective;
import io.unveil.degradation.defect.SyntheticDefects;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Draws defects onto the examples of each batch. */
final class DefectiveExamples implements Examples {
    private final SyntheticDefects defects;
    private final boolean withClean;
    private final Loader loader;
    private final Textures textures;
    private final long seed;
    private final ByteBuffer hurt;
    private final ByteBuffer where;

    /** @param withClean whether the clean examples are needed too */
    DefectiveExamples(SyntheticDefects defects, boolean withClean, Loader loader, long seed) {
        this.defects = defects;
        this.withClean = withClean;
        this.loader = loader;
        this.textures = new Textures(loader.data());
        this.seed = seed;
        int pixels = Math.toIntExact(loader.batch() * loader.size().pixels());
        this.hurt = Examples.bytes(pixels * loader.channels());
        this.where = Examples.bytes(pixels);
    }

    @Override
    public List<NDArray> ofStep(long step, NDManager call) {
        draw(loader.ofStep(step).samples(), step);
        long height = loader.size().height();
        long width = loader.size().width();
        List<NDArray> tensors = new ArrayList<>();
        tensors.add(
                call.create(hurt.flip(), new Shape(loader.batch(), height, width, loader.channels()), DataType.UINT8));
        tensors.add(call.create(where.flip(), new Shape(loader.batch(), height, width, 1), DataType.UINT8));
        if (withClean) {
            tensors.add(Examples.clean(loader, call));
        }
        return tensors;
    }

    private void draw(ByteBuffer clean, long step) {
        hurt.clear();
        where.clear();
        for (int i = 0; i < loader.batch(); i++) {
            Draws draws = Draws.of(seed, Seeds.Use.DEFECTS.ordinal(), step, i);
            Defective example = defects.draw(normal(clean), textures.of(loader.origin(i)), textures.any(), draws);
            put(example);
        }
    }

    private Pixels normal(ByteBuffer clean) {
        float[] values = new float[Math.toIntExact(loader.size().pixels() * loader.channels())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (clean.get() & 255) / 255f;
        }
        return new Pixels(loader.size().width(), loader.size().height(), loader.channels(), values);
    }

    private void put(Defective example) {
        for (float value : example.picture().values()) {
            hurt.put((byte) Math.round(255 * value));
        }
        Mask mask = example.mask();
        for (int y = 0; y < mask.size().height(); y++) {
            for (int x = 0; x < mask.size().width(); x++) {
                where.put((byte) (mask.at(x, y) ? 1 : 0));
            }
        }
    }
}
