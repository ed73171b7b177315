package io.unveil.spark;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Codec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Pictures for tests: waves with seeded noise, which no packing makes smaller. */
final class TestPictures {
    static final Path MODELS = Path.of("..", "models").toAbsolutePath().normalize();

    private static final double SIGMA = 25 / 255.;

    private TestPictures() {}

    static void noisy(Path file, int width, int height, int channels, long seed) {
        Random random = new Random(seed);
        float[] values = new float[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (.5 + .3 * Math.sin(i * .01) + SIGMA * random.nextGaussian());
        }
        Format format = Format.ofName(file.toString()).orElseThrow();
        Picture picture = Picture.of(new Pixels(width, height, channels, values), BitDepth.EIGHT, format);
        write(file, Codec.encode(picture, format, 95));
    }

    /** A PNG whose header claims 50000 x 50000 pixels. */
    static void tooLarge(Path file, Path like) throws IOException {
        byte[] png = Files.readAllBytes(like);
        for (int side = 16; side <= 20; side += 4) { // width and height of IHDR
            png[side + 2] = (byte) (50_000 >> 8);
            png[side + 3] = (byte) 50_000;
        }
        write(file, png);
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all files below a folder but for those in the table. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.startsWith(ReportTable.NAME))
                    .sorted()
                    .toList();
        }
    }
}
