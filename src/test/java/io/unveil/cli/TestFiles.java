package io.unveil.cli;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures drawn into files. */
final class TestFiles {
    private TestFiles() {}

    /** Slow waves, in as many channels; every value between a fifth and four fifths. */
    static Picture waves(int width, int height, int channels, BitDepth depth) {
        float[] values = new float[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            int x = i / channels % width;
            int y = i / channels / width;
            values[i] = (float) (0.5 + 0.15 * Math.sin(x * 0.11 + i % channels) + 0.15 * Math.cos(y * 0.07));
        }
        return Picture.of(new Pixels(width, height, channels, values), depth, Format.PNG);
    }

    /** White from a third of the width to the middle, black beside it. */
    static Picture stripe(int width, int height) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % width >= width / 3 && i % width < width / 2 ? 1 : 0;
        }
        return Picture.of(new Pixels(width, height, 1, values), BitDepth.EIGHT, Format.PNG);
    }

    /** Gray, all of one value. */
    static Picture flat(int width, int height, float value) {
        return Picture.of(Pixels.constant(new Size(width, height), value), BitDepth.EIGHT, Format.PNG);
    }

    static Path write(Path file, Picture picture) {
        try {
            Files.createDirectories(file.getParent());
            Format format = Format.ofName(file.toString()).orElse(Format.PNG);
            return Files.write(file, Codec.encode(picture, format, 95));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Picture read(Path file) {
        try {
            return Codec.decode(Files.readAllBytes(file), Limits.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
