package io.unveil.training;

import ai.djl.ndarray.types.Shape;
import io.unveil.data.Loader;
import io.unveil.degradation.occlusion.OcclusionMixture;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Objects in front of the picture, all objects of an example in one level between black and white: for a network that
 * removes them.
 */
public record OcclusionCorruption(HoleMixture mixture) implements Corruption {
    /** Level of the occlusion of each example (N, 1, 1, 1), and 1 where it is (N, H, W, 1). */
    @Override
    public List<String> tensors() {
        return List.of("s", "k");
    }

    @Override
    public String script() {
        return "torch.add(t, torch.mul(torch.sub(s, t), torch.permute(k, [0, 3, 1, 2])))";
    }

    @Override
    public Examples examples(Loader loader, long seed) {
        OcclusionMixture drawing = mixture.onPictures();
        int width = loader.size().width();
        int height = loader.size().height();
        FloatBuffer level = Examples.floats(loader.batch());
        FloatBuffer hidden = Examples.floats(loader.batch() * width * height);
        boolean[] one = new boolean[width * height];
        return (step, call) -> {
            SplittableRandom random = new SplittableRandom(Seeds.of(seed, step, Seeds.Use.HOLES));
            for (int i = 0; i < loader.batch(); i++) {
                drawing.draw(width, height, one, random);
                level.put(i, (float) random.nextDouble());
                for (int j = 0; j < one.length; j++) {
                    hidden.put(i * one.length + j, one[j] ? 1 : 0);
                }
            }
            return List.of(
                    Examples.clean(loader.ofStep(step), call),
                    call.create(level.rewind(), new Shape(loader.batch(), 1, 1, 1)),
                    call.create(hidden.rewind(), new Shape(loader.batch(), height, width, 1)));
        };
    }

    @Override
    public String condition() {
        return "hidden";
    }

    @Override
    public Corrupted corrupted(Pixels clean, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Size size = clean.size();
        boolean[] hidden = new boolean[size.width() * size.height()];
        mixture.onPictures().draw(size.width(), size.height(), hidden, random);
        float level = (float) random.nextDouble();
        float[] values = clean.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = hidden[i / clean.channels()] ? level : values[i];
        }
        Pixels picture = new Pixels(size.width(), size.height(), clean.channels(), values);
        return new Corrupted(picture, picture, Mask.of(size, (x, y) -> hidden[y * size.width() + x]));
    }
}
