package io.unveil.cli;

import io.unveil.image.BitDepth;
import io.unveil.image.Codec;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.training.Demonstration;
import java.util.Arrays;
import java.util.List;

/**
 * What a model does, to be looked at: what it is given, and what it makes of it on the right; small pictures enlarged, several in a row
 * below one another.
 *
 * @param shown in the order of the rows
 */
record BeforeAfter(List<Demonstration> shown, byte[] jpeg) {
    static final String FILE = "before-after.jpg";

    /** Pictures of smaller sides are enlarged, and more than one is shown. */
    private static final int SMALL = 128;

    private static final int ROWS = 4;
    private static final int GAP = 4;
    private static final int MOST_BYTES = 60_000;

    /** @param all of one condition, at least one */
    static BeforeAfter of(List<Demonstration> all) {
        Pixels first = all.get(0).spoiled();
        boolean small = Math.max(first.width(), first.height()) < SMALL;
        List<Demonstration> shown = all.subList(0, Math.min(all.size(), small ? ROWS : 1));
        int times = small ? Math.max(1, SMALL / Math.max(first.width(), first.height())) : 1;
        return new BeforeAfter(shown, smallFile(sheet(shown, times)));
    }

    double before() {
        return shown.stream().mapToDouble(Demonstration::before).average().orElseThrow();
    }

    double after() {
        return shown.stream().mapToDouble(Demonstration::after).average().orElseThrow();
    }

    private static Picture sheet(List<Demonstration> shown, int times) {
        Pixels first = shown.get(0).spoiled();
        boolean pictures = shown.get(0).answer().size().equals(first.size()); // a measure is no picture
        int width = first.width() * times;
        int height = first.height() * times;
        Sheet sheet = new Sheet(
                (pictures ? 2 : 1) * (width + GAP) - GAP, shown.size() * (height + GAP) - GAP, first.channels(), times);
        for (int row = 0; row < shown.size(); row++) {
            sheet.put(0, row * (height + GAP), shown.get(row).spoiled());
            if (pictures) {
                sheet.put(width + GAP, row * (height + GAP), shown.get(row).answer());
            }
        }
        return sheet.picture();
    }

    /** A white page that pictures are put on, each pixel as a square. */
    private static final class Sheet {
        private final int width;
        private final int height;
        private final int channels;
        private final int times;
        private final float[] values;

        Sheet(int width, int height, int channels, int times) {
            this.width = width;
            this.height = height;
            this.channels = channels;
            this.times = times;
            this.values = new float[width * height * channels];
            Arrays.fill(values, 1);
        }

        void put(int left, int top, Pixels picture) {
            for (int y = 0; y < picture.height() * times; y++) {
                for (int x = 0; x < picture.width() * times; x++) {
                    int from = (y / times * picture.width() + x / times) * channels;
                    System.arraycopy(
                            picture.values(), from, values, ((top + y) * width + left + x) * channels, channels);
                }
            }
        }

        Picture picture() {
            return Picture.of(new Pixels(width, height, channels, values), BitDepth.EIGHT, Format.JPEG);
        }
    }

    /** The best quality whose file is small enough for a repository. */
    private static byte[] smallFile(Picture picture) {
        int quality = 95;
        byte[] file = Codec.encode(picture, Format.JPEG, quality);
        while (file.length > MOST_BYTES && quality > 5) {
            quality -= 5;
            file = Codec.encode(picture, Format.JPEG, quality);
        }
        return file;
    }
}
