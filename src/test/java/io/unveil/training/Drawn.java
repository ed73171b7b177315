package io.unveil.training;

import io.unveil.image.BitDepth;
import io.unveil.image.Codec;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Pictures that the tests draw: smooth shading with a few sharp discs. */
final class Drawn {
    private Drawn() {}

    static Pixels picture(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double slant = random.nextDouble();
        double[][] discs = new double[6][];
        for (int i = 0; i < discs.length; i++) {
            discs[i] = new double[] {
                random.nextDouble() * width,
                random.nextDouble() * height,
                4 + random.nextDouble() * 16,
                random.nextDouble()
            };
        }
        float[] values = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = 0.2 + 0.6 * (slant * x / width + (1 - slant) * y / height);
                for (double[] disc : discs) {
                    if (Math.hypot(x - disc[0], y - disc[1]) < disc[2]) {
                        value = disc[3];
                    }
                }
                values[y * width + x] = (float) value;
            }
        }
        return new Pixels(width, height, 1, values);
    }

    /** Writes so many of them into a folder. */
    static Path folder(Path folder, int count, int side) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            Picture picture = Picture.of(picture(side, side, i), BitDepth.EIGHT, Format.PNG);
            Files.write(folder.resolve("drawn-%02d.png".formatted(i)), Codec.encode(picture, Format.PNG, 100));
        }
        return folder;
    }
}
