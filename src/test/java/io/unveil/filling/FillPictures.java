package io.unveil.filling;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.util.SplittableRandom;

/** Pictures and holes of this package's tests. */
final class FillPictures {
    private FillPictures() {}

    /** A picture by a formula of x and y; channel c is the formula's value plus c / 10. */
    public static Pixels picture(int width, int height, int channels, Formula formula) {
        float[] values = new float[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            int pixel = i / channels;
            values[i] = (float) (formula.at(pixel % width, pixel / width) + i % channels / 10.);
        }
        return new Pixels(width, height, channels, values);
    }

    @FunctionalInterface
    interface Formula {
        double at(int x, int y);
    }

    /** Even noise in [0, 1). */
    static Pixels noise(int width, int height, int channels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return new Pixels(width, height, channels, values);
    }

    static Mask rectangle(Size size, int left, int top, int width, int height) {
        return Mask.of(size, (x, y) -> x >= left && x < left + width && y >= top && y < top + height);
    }

    static Mask scattered(Size size, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Mask.of(size, (x, y) -> random.nextDouble() < share);
    }

    /** The picture with rubbish in its hole, so that a fill that looks there is found out. */
    static Pixels withRubbish(Pixels picture, Mask hole) {
        float[] values = picture.values().clone();
        for (int i = 0; i < values.length; i++) {
            int pixel = i / picture.channels();
            if (hole.at(pixel % picture.width(), pixel / picture.width())) {
                values[i] = i % 2 == 0 ? -40 : 70;
            }
        }
        return new Pixels(picture.width(), picture.height(), picture.channels(), values);
    }

    /** Root mean square. */
    static double difference(Pixels a, Pixels b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            sum += Math.pow(a.values()[i] - b.values()[i], 2);
        }
        return Math.sqrt(sum / a.values().length);
    }

    static double largestDifference(Pixels a, Pixels b) {
        double largest = 0;
        for (int i = 0; i < a.values().length; i++) {
            largest = Math.max(largest, Math.abs(a.values()[i] - b.values()[i]));
        }
        return largest;
    }
}
