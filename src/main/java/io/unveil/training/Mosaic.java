package io.unveil.training;

import io.unveil.image.Pixels;
import io.unveil.page.Page;
import java.util.Arrays;
import java.util.List;

/**
 * Small maps of numbers side by side in one picture, a pixel apart.
 *
 * @param height of each map
 * @param width of each map
 * @param maps their numbers, row by row
 */
record Mosaic(int height, int width, List<float[]> maps) {
    /** Of the page, in CSS pixels. */
    private static final int ROOM = 960;

    /** A map more elongated than this is a line: such maps are stacked. */
    private static final int LINE = 8;

    private static final int LARGEST_ZOOM = 14;
    private static final int SMALLEST_SHOWN = 64;

    Mosaic {
        maps = List.copyOf(maps);
    }

    /** The colour of a number. */
    private interface Tone {
        /** Its colour in red, green and blue. */
        float[] of(float value);
    }

    /** Each map from its own smallest number, black, to its own largest, white. */
    String gray(String alt) {
        Canvas canvas = new Canvas(1, zoom());
        for (int i = 0; i < maps.size(); i++) {
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (float value : maps.get(i)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            float from = least;
            float range = most > least ? most - least : 1;
            canvas.put(i, value -> new float[] {(value - from) / range});
        }
        return canvas.image(alt);
    }

    /**
     * Negative numbers in blue, positive ones in orange, 0 in white; as strong as the largest of all, which is full
     * colour.
     */
    String signed(String alt) {
        return signed(alt, zoom());
    }

    /** The same with each number as a square of this many CSS pixels. */
    String signed(String alt, int zoom) {
        float most = Float.MIN_NORMAL;
        for (float[] map : maps) {
            for (float value : map) {
                most = Math.max(most, Math.abs(value));
            }
        }
        float full = most;
        Canvas canvas = new Canvas(3, zoom);
        for (int i = 0; i < maps.size(); i++) {
            canvas.put(i, value -> colour(value / full));
        }
        return canvas.image(alt);
    }

    /** From white towards the blue 0072b2 or the vermilion d55e00 (Okabe and Ito 2008). */
    private static float[] colour(float share) {
        float strong = Math.abs(share);
        return share < 0
                ? new float[] {1 - strong, 1 - .553f * strong, 1 - .302f * strong}
                : new float[] {1 - .165f * strong, 1 - .631f * strong, 1 - strong};
    }

    private boolean areLines() {
        return width > LINE * height;
    }

    private int zoom() {
        int wanted = areLines() ? ROOM / 2 / width : Math.max(1, SMALLEST_SHOWN / Math.max(height, width));
        return Math.max(1, Math.min(LARGEST_ZOOM, wanted));
    }

    /** The picture under construction. */
    private final class Canvas {
        private final int channels;
        private final int zoom;
        private final int columns;
        private final int pictureWidth;
        private final float[] values;

        Canvas(int channels, int zoom) {
            this.channels = channels;
            this.zoom = zoom;
            this.columns = areLines() ? 1 : Math.max(1, Math.min(maps.size(), ROOM / ((width + 1) * zoom)));
            int rows = (maps.size() + columns - 1) / columns;
            this.pictureWidth = columns * (width + 1) - 1;
            this.values = new float[pictureWidth * (rows * (height + 1) - 1) * channels];
            Arrays.fill(values, .93f);
        }

        void put(int index, Tone tone) {
            int left = index % columns * (width + 1);
            int top = index / columns * (height + 1);
            for (int i = 0; i < height * width; i++) {
                int at = (top + i / width) * pictureWidth + left + i % width;
                System.arraycopy(tone.of(maps.get(index)[i]), 0, values, at * channels, channels);
            }
        }

        String image(String alt) {
            int pictureHeight = values.length / channels / pictureWidth;
            int upright = areLines() ? Math.max(zoom, 8 / height) : zoom;
            return Page.image(
                    new Pixels(pictureWidth, pictureHeight, channels, values),
                    pictureWidth * zoom,
                    pictureHeight * upright,
                    alt);
        }
    }
}
