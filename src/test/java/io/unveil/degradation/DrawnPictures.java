package io.unveil.degradation;

import io.unveil.degradation.noise.Noise;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.DoublePredicate;

/** The pictures of this package's tests, and what is measured on them. */
public final class DrawnPictures {
    private DrawnPictures() {}

    public static Pixels flat(int width, int height, int channels, double sample) {
        float[] values = new float[width * height * channels];
        Arrays.fill(values, (float) sample);
        return new Pixels(width, height, channels, values);
    }

    /** A crop of 256 x 256 pixels of a CC0 photograph (the folder's README says which): in colour, or its luminance, of 8 bits. */
    public static Pixels photograph(String name, int channels) {
        try (InputStream file = DrawnPictures.class.getResourceAsStream(name + ".jpg")) {
            Pixels colour = Codec.decode(file.readAllBytes(), Limits.DEFAULT).pixels();
            return channels == 3 ? colour : luminance(colour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pixels luminance(Pixels colour) {
        float[] rgb = colour.values();
        float[] gray = new float[rgb.length / 3];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = .299f * rgb[3 * i] + .587f * rgb[3 * i + 1] + .114f * rgb[3 * i + 2];
        }
        return Noise.asInFile(new Pixels(colour.width(), colour.height(), 1, gray));
    }

    public static double mean(Pixels pixels) {
        double sum = 0;
        for (float value : pixels.values()) {
            sum += value;
        }
        return sum / pixels.values().length;
    }

    public static double deviation(Pixels pixels) {
        return error(pixels, flat(pixels.width(), pixels.height(), pixels.channels(), mean(pixels))) / 255;
    }

    /** Root mean square error in 8-bit levels. */
    public static double error(Pixels a, Pixels b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            double off = a.values()[i] - b.values()[i];
            sum += off * off;
        }
        return 255 * Math.sqrt(sum / a.values().length);
    }

    public static double share(Pixels pixels, DoublePredicate such) {
        int count = 0;
        for (float value : pixels.values()) {
            count += such.test(value) ? 1 : 0;
        }
        return (double) count / pixels.values().length;
    }
}
