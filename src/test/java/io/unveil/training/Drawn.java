package io.unveil.training;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Pictures that the tests draw: smooth shading with a few sharp discs. */
final class Drawn {
    private Drawn() {}

    public static Pixels picture(int width, int height, long seed) {
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

    /** A face of 92 x 112 pixels with shades and measures of its own: hair, a head, brows, eyes, a nose and a mouth. */
    static Pixels face(SplittableRandom random) {
        double x = random.nextDouble(43, 49);
        double y = random.nextDouble(54, 60);
        double width = random.nextDouble(27, 34);
        double height = random.nextDouble(37, 44);
        double skin = random.nextDouble(.55, .85);
        double eyes = random.nextDouble(11, 15);
        double slant = random.nextDouble(-.002, .002); // of the light
        Pixels face = flat(92, 112, random.nextDouble(.2, .5));
        oval(face, x, y - 6, width + 4, height + 4, random.nextDouble(.05, .3));
        oval(face, x, y + 3, width, height - 2, skin);
        for (int side = -1; side <= 1; side += 2) {
            oval(face, x + side * eyes, y - 15, 8, 2, skin - .35);
            oval(face, x + side * eyes, y - 7, 6, 3.5, .95);
            oval(face, x + side * eyes, y - 7, 3, 3, .1);
        }
        oval(face, x, y + 6, 3.5, 9, skin - .12);
        oval(face, x, y + 23, random.nextDouble(8, 13), 3, skin - .3);
        for (int i = 0; i < face.values().length; i++) {
            face.values()[i] = (float) Math.min(1, Math.max(0, face.values()[i] + slant * (i % 92 - 46)));
        }
        return face;
    }

    private static Pixels flat(int width, int height, double value) {
        float[] values = new float[width * height];
        Arrays.fill(values, (float) value);
        return new Pixels(width, height, 1, values);
    }

    private static void oval(Pixels on, double x, double y, double halfWidth, double halfHeight, double value) {
        for (int i = 0; i < on.values().length; i++) {
            if (Math.hypot((i % on.width() - x) / halfWidth, (i / on.width() - y) / halfHeight) < 1) {
                on.values()[i] = (float) value;
            }
        }
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
