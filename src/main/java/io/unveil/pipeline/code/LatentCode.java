package io.unveil.pipeline.code;

import io.unveil.image.Pixels;
import java.util.List;

/**
 * The latent code of a picture: the output of an autoencoder's encoder.
 *
 * @param values channel by channel, each row by row; not copied; receivers must not change them
 */
public record LatentCode(int channels, int height, int width, float[] values) {
    public LatentCode {
        if (channels < 1 || height < 1 || width < 1 || (long) channels * height * width != values.length) {
            throw new IllegalArgumentException(
                    "a code of %d x %d x %d cannot have %d numbers".formatted(channels, height, width, values.length));
        }
    }

    /**
     * A code as callers give it. Its shape is channels, height and width, or only channels where it has one position.
     * One more dimension of 1 before these, the batch of one that scripts often add, is ignored. Throws
     * {@link UnreadableCode}.
     */
    public static LatentCode of(List<Integer> shape, float[] values) {
        boolean batch = (shape.size() == 2 || shape.size() == 4) && shape.get(0) == 1;
        List<Integer> own = batch ? shape.subList(1, shape.size()) : shape;
        if (own.size() != 1 && own.size() != 3) {
            throw UnreadableCode.unsupported(
                    "the code has shape %s, a code has (channels, height, width), or (channels) where it has one position"
                            .formatted(shape));
        }
        if (own.stream().anyMatch(side -> side < 1)) {
            throw UnreadableCode.damaged("the code has shape %s, every side must be at least 1".formatted(shape));
        }
        if (count(own) != values.length) {
            throw UnreadableCode.damaged("the code has shape %s, but %d numbers".formatted(shape, values.length));
        }
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw UnreadableCode.damaged("the code holds %s, all its numbers must be finite".formatted(value));
            }
        }
        return own.size() == 1
                ? new LatentCode(own.get(0), 1, 1, values)
                : new LatentCode(own.get(0), own.get(1), own.get(2), values);
    }

    /** The number of values in a shape; more than an array holds for one that is too large. */
    private static long count(List<Integer> shape) {
        long count = 1;
        for (int side : shape) {
            count = Math.min(count * side, 1L << 31); // times another int, it still fits a long
        }
        return count;
    }

    /** Channels, height and width; only channels where there is one position, as with dense layers. */
    public List<Integer> shape() {
        return height == 1 && width == 1 ? List.of(channels) : List.of(channels, height, width);
    }

    static LatentCode of(Pixels planes) {
        float[] values = new float[planes.values().length];
        int positions = planes.width() * planes.height();
        for (int i = 0; i < values.length; i++) {
            values[i % planes.channels() * positions + i / planes.channels()] = planes.values()[i];
        }
        return new LatentCode(planes.channels(), planes.height(), planes.width(), values);
    }

    /** The code as network input. */
    Pixels planes() {
        float[] interleaved = new float[values.length];
        int positions = width * height;
        for (int i = 0; i < interleaved.length; i++) {
            interleaved[i] = values[i % channels * positions + i / channels];
        }
        return new Pixels(width, height, channels, interleaved);
    }
}
