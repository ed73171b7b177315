package io.unveil.degradation.description;

import io.unveil.image.Pixels;
import java.util.ArrayList;
import java.util.List;

/**
 * One quantity of every pixel, in 8-bit levels: the luma, or one of the two differences of colour.
 *
 * @param values row by row
 */
record Plane(int width, int height, float[] values) {
    private static final float WHITE = 255;

    /**
     * Luma alone for a gray picture; for one in colour luma, and blue and red less luma, weighted as in JPEG (Rec. 601;
     * ITU-T T.871, section 7).
     */
    static List<Plane> of(Pixels picture) {
        List<Plane> planes = new ArrayList<>();
        for (int plane = 0; plane < picture.channels(); plane++) {
            planes.add(new Plane(picture.width(), picture.height(), new float[picture.width() * picture.height()]));
        }
        float[] samples = picture.values();
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            if (picture.channels() == 1) {
                planes.get(0).values[i] = WHITE * samples[i];
            } else {
                float red = WHITE * samples[3 * i];
                float blue = WHITE * samples[3 * i + 2];
                float luma = .299f * red + .587f * WHITE * samples[3 * i + 1] + .114f * blue;
                planes.get(0).values[i] = luma;
                planes.get(1).values[i] = .564f * (blue - luma);
                planes.get(2).values[i] = .713f * (red - luma);
            }
        }
        return planes;
    }

    /** Each value the mean of two by two; an odd row or column at the end is left out. */
    Plane halved() {
        int columns = width / 2;
        int rows = height / 2;
        float[] means = new float[columns * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int from = 2 * y * width + 2 * x;
                means[y * columns + x] =
                        (values[from] + values[from + 1] + values[from + width] + values[from + width + 1]) / 4;
            }
        }
        return new Plane(columns, rows, means);
    }

    float at(int x, int y) {
        return values[y * width + x];
    }
}
