package io.unveil.model;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.file.Safetensors;
import java.util.List;

/**
 * Normal pictures of one size that a model stores to compare others with: {@code normal.safetensors} has one tensor
 * {@code pictures} of shape (count, height, width, channels) in 8 bits. At most {@link #MOST} of them, and at most
 * {@link #MOST_BYTES} in all, because the file is shipped with the weights.
 *
 * @param channels 1 or 3, interleaved
 * @param levels picture by picture, row by row, unsigned; not copied
 */
public record NormalPictures(int count, int height, int width, int channels, byte[] levels) {
    public static final int MOST = 6000;
    public static final int MOST_BYTES = 12_000_000;

    private static final String NAME = "pictures";

    public NormalPictures {
        if (count < 1 || count > most(height, width, channels)) {
            throw new IllegalArgumentException(
                    "a model stores 1 to %4$d pictures of %1$dx%2$d in %3$d channels, not %5$d"
                            .formatted(width, height, channels, most(height, width, channels), count));
        }
        if (levels.length != count * height * width * channels) {
            throw new IllegalArgumentException("%d pictures of %dx%d in %d channels do not have %d levels"
                    .formatted(count, width, height, channels, levels.length));
        }
    }

    /** How many pictures of a size may be stored. */
    public static int most(int height, int width, int channels) {
        return (int) Math.min(MOST, MOST_BYTES / ((long) height * width * channels));
    }

    /** Reads a file; throws {@link Safetensors.Malformed}. */
    static NormalPictures of(byte[] file) {
        Safetensors.Levels levels = Safetensors.readLevels(file, NAME);
        List<Integer> shape = levels.shape();
        if (shape.size() != 4) {
            throw new Safetensors.Malformed(
                    "pictures have the shape (count, height, width, channels), these have %s".formatted(shape));
        }
        try {
            return new NormalPictures(shape.get(0), shape.get(1), shape.get(2), shape.get(3), levels.values());
        } catch (IllegalArgumentException e) {
            throw new Safetensors.Malformed(String.valueOf(e.getMessage()));
        }
    }

    /** Throws {@link Safetensors.Malformed} where these are not of the size that the network takes. */
    void requireFitting(Architecture net) {
        Shape in = net.input();
        if (!(net.sides() instanceof Sides.Fixed) || !in.equals(new Shape(channels, height, width))) {
            throw new Safetensors.Malformed("the pictures are %s, the network takes %s of sides %s"
                    .formatted(
                            new Shape(channels, height, width), in, net.sides().text()));
        }
    }

    /** As a file. */
    public byte[] file() {
        return Safetensors.write(NAME, new Safetensors.Levels(List.of(count, height, width, channels), levels));
    }
}
