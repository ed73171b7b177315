package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Size;
import java.util.Arrays;

/**
 * The colours of an indexed picture, each as 0xAARRGGBB. The picture is gray if all of them are, and has alpha if one
 * of them has.
 */
final class Palette {
    private final int[] colours;
    private final boolean gray;
    private final boolean alpha;

    Palette(int[] colours) {
        this.colours = colours;
        this.gray = Arrays.stream(colours)
                .allMatch(argb -> (argb >> 16 & 255) == (argb & 255) && (argb >> 8 & 255) == (argb & 255));
        this.alpha = Arrays.stream(colours).anyMatch(argb -> argb >>> 24 != 255);
    }

    /** Samples that can hold what this palette can paint. */
    Samples blank(Size size) {
        return new Samples(size, gray ? 1 : 3, alpha, BitDepth.EIGHT);
    }

    /** 1 if all colours are gray, else 3. */
    int channels() {
        return gray ? 1 : 3;
    }

    /** Levels a pixel, alpha included: 1 to 4. */
    int bands() {
        return (gray ? 1 : 3) + (alpha ? 1 : 0);
    }

    /**
     * Replaces the first {@code count} indices by their levels, in the form of {@link Samples#put}; from the end, so
     * that one array is enough.
     */
    void look(int[] indices, int pixels) {
        int bands = bands();
        for (int pixel = pixels - 1; pixel >= 0; pixel--) {
            int argb = colours[indices[pixel]];
            int to = pixel * bands;
            indices[to] = argb >> 16 & 255;
            if (!gray) {
                indices[to + 1] = argb >> 8 & 255;
                indices[to + 2] = argb & 255;
            }
            if (alpha) {
                indices[to + bands - 1] = argb >>> 24;
            }
        }
    }
}
