package io.unveil.pipeline;

import io.unveil.degradation.noise.Noise;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A piece of a photograph (casa-mila.jpg, CC0), and what tests make of it. */
public final class TestPictures {
    private TestPictures() {}

    public static Picture colour() {
        try (InputStream file =
                Objects.requireNonNull(TestPictures.class.getResourceAsStream("casa-mila.png"), "casa-mila.png")) {
            return Codec.decode(file.readAllBytes(), Limits.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its green channel. */
    public static Picture gray() {
        Pixels colour = colour().pixels();
        float[] values = new float[colour.width() * colour.height()];
        for (int i = 0; i < values.length; i++) {
            values[i] = colour.values()[3 * i + 1];
        }
        return Picture.of(new Pixels(colour.width(), colour.height(), 1, values), BitDepth.EIGHT, Format.PNG);
    }

    public static Picture at(BitDepth depth, Picture picture) {
        return Picture.of(picture.pixels(), depth, picture.format());
    }

    /** With Gaussian noise of so many levels, as a file of the picture's depth has it. */
    public static Picture noisy(Picture clean, double sigma) {
        return clean.with(new Noise.Gaussian(sigma).addTo(clean.pixels(), 5));
    }

    /** One level everywhere. */
    public static Picture flat(int width, int height, int channels, double level) {
        float[] values = new float[width * height * channels];
        java.util.Arrays.fill(values, (float) (level / 255));
        return Picture.of(new Pixels(width, height, channels, values), BitDepth.EIGHT, Format.PNG);
    }
}
