package io.unveil.model;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import java.util.stream.Stream;

/**
 * Filling: the network reads a first fill - 1/2 and the hole, 1 inside and 0 outside, and answers a correction that is
 * added in the hole.
 */
public record HoleCorrection(InputForm form) implements Convention {
    @Override
    public Pixels planes(Pixels picture) {
        return planes(picture, Mask.of(picture.size(), (x, y) -> false));
    }

    /** The first fill - 1/2, a gray one in each of the picture's planes, then the hole. */
    public Pixels planes(Pixels start, Mask hole) {
        int channels = form.channels();
        int inputs = channels + 1;
        float[] values = new float[start.width() * start.height() * inputs];
        for (int pixel = 0; pixel < start.width() * start.height(); pixel++) {
            for (int c = 0; c < channels; c++) {
                values[pixel * inputs + c] = start.values()[pixel * start.channels() + c % start.channels()] - 0.5f;
            }
            values[pixel * inputs + channels] = hole.at(pixel % start.width(), pixel / start.width()) ? 1 : 0;
        }
        return new Pixels(start.width(), start.height(), inputs, values);
    }

    /** The corrected fill; the correction of a gray picture is the mean over the network's planes. */
    public Pixels answer(Pixels start, Mask hole, Pixels correction) {
        int channels = start.channels();
        float share = (float) channels / correction.channels();
        float[] values = start.values().clone();
        for (int pixel = 0; pixel < start.width() * start.height(); pixel++) {
            if (hole.at(pixel % start.width(), pixel / start.width())) {
                for (int plane = 0; plane < correction.channels(); plane++) {
                    values[pixel * channels + plane % channels] +=
                            share * correction.values()[pixel * correction.channels() + plane];
                }
            }
        }
        return new Pixels(start.width(), start.height(), channels, values);
    }

    @Override
    public Signature signature() {
        return new Signature(
                Stream.concat(
                                Signature.pictures(
                                        form, name -> name + ": v - 1/2, in the hole that of a first, smooth fill"),
                                Stream.of("1 in the hole, 0 outside"))
                        .toList(),
                "correction",
                "a correction in the picture's planes; add it to the first fill in the hole, and nowhere else");
    }
}
