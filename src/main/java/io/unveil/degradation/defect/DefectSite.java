package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;

/**
 * The place of one defect.
 *
 * @param picture with the defect
 * @param box rectangle that contains every pixel that the mask covers at all
 * @param spread one standard deviation of the picture, in its values
 * @param own texture of the same picture
 * @param others texture of other pictures
 */
record DefectSite(
        Pixels picture,
        SoftMask mask,
        Rectangle box,
        double spread,
        NoiseFields fields,
        TextureSource own,
        TextureSource others) {
    /** Gives a sample of a filling. */
    @FunctionalInterface
    interface Law {
        /**
         * @param x column in the picture
         * @param y row in the picture
         * @param before the picture's sample there
         */
        double at(int x, int y, int channel, float before);
    }

    int channels() {
        return picture.channels();
    }

    /** The picture's part in the box. */
    Pixels before() {
        return picture.region(box);
    }

    /** The box filled by a law, row by row from the upper left corner, the channels of a pixel one after the other. */
    Pixels filled(Law law) {
        int channels = channels();
        float[] from = picture.values();
        float[] values = new float[box.width() * box.height() * channels];
        int i = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
            int at = (y * picture.width() + box.x()) * channels;
            for (int x = box.x(); x < box.right(); x++) {
                for (int c = 0; c < channels; c++) {
                    values[i++] = (float) law.at(x, y, c, from[at++]);
                }
            }
        }
        return new Pixels(box.width(), box.height(), channels, values);
    }

    /** The mean of each channel of a filling, weighted by the mask. */
    double[] levels(Pixels inBox) {
        int channels = channels();
        double[] sums = new double[channels];
        double covered = 0;
        int i = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                double share = mask.at(x, y);
                covered += share;
                for (int c = 0; c < channels; c++) {
                    sums[c] += share * inBox.values()[i++];
                }
            }
        }
        for (int c = 0; c < channels; c++) {
            sums[c] /= covered;
        }
        return sums;
    }

    /** A piece as large as the box. */
    Pixels piece(TextureSource source, Draws draws) {
        Pixels piece = source.piece(box.size(), draws);
        if (!piece.size().equals(box.size()) || piece.channels() != channels()) {
            throw new IllegalArgumentException(
                    "the source gave texture of %3$s in %4$d channels instead of %1$s in %2$d"
                            .formatted(box.size(), channels(), piece.size(), piece.channels()));
        }
        return piece;
    }
}
