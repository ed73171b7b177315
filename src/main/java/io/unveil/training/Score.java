package io.unveil.training;

import io.unveil.degradation.noise.Noise;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;

/** How good a restored picture is. */
final class Score {
    private Score() {}

    /** The PSNR of pictures without an error, so that means stay finite. */
    private static final double MOST = 100;

    /** PSNR in dB over the pixels that count, after clipping and rounding to 8 bits; at most 100. */
    static double psnr(Pixels clean, Pixels restored, Mask counts) {
        Pixels filed = Noise.asInFile(restored);
        double sum = 0;
        for (int i = 0; i < filed.values().length; i++) {
            int pixel = i / clean.channels();
            if (counts.at(pixel % clean.width(), pixel / clean.width())) {
                double difference = filed.values()[i] - clean.values()[i];
                sum += difference * difference;
            }
        }
        return Math.min(MOST, -10 * Math.log10(sum / (counts.count() * clean.channels())));
    }
}
