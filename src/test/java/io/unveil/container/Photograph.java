package io.unveil.container;

import io.unveil.degradation.noise.Noise;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A piece of a photograph (casa-mila.jpg, CC0) as it was, with noise, and as large as cameras make them. */
final class Photograph {
    static final double SIGMA = 25;
    static final Size TWELVE_MEGAPIXELS = new Size(4000, 3000);

    private Photograph() {}

    /** In colour, PNG. */
    static byte[] clean() {
        return Codec.encode(picture(), Format.PNG, 95);
    }

    /** The same with noise of {@link #SIGMA}, PNG. */
    static byte[] noisy() {
        return Codec.encode(noisyPicture(), Format.PNG, 95);
    }

    /** The noisy piece side by side until it fills {@link #TWELVE_MEGAPIXELS}, JPEG. */
    static byte[] large() {
        Pixels piece = noisyPicture().pixels();
        int width = TWELVE_MEGAPIXELS.width();
        int height = TWELVE_MEGAPIXELS.height();
        int rowOfPiece = piece.width() * piece.channels();
        int row = width * piece.channels();
        float[] values = new float[row * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < row; x += rowOfPiece) {
                int from = y % piece.height() * rowOfPiece;
                System.arraycopy(piece.values(), from, values, y * row + x, Math.min(rowOfPiece, row - x));
            }
        }
        Pixels pixels = new Pixels(width, height, piece.channels(), values);
        return Codec.encode(Picture.of(pixels, BitDepth.EIGHT, Format.JPEG), Format.JPEG, 90);
    }

    private static Picture noisyPicture() {
        return Picture.of(new Noise.Gaussian(SIGMA).addTo(picture().pixels(), 7), BitDepth.EIGHT, Format.PNG);
    }

    private static Picture picture() {
        String name = "/io/unveil/pipeline/casa-mila.png";
        try (InputStream file = Objects.requireNonNull(Photograph.class.getResourceAsStream(name), name)) {
            return Codec.decode(file.readAllBytes(), Limits.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
