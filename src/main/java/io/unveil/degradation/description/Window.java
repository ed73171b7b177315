package io.unveil.degradation.description;

import io.unveil.degradation.noise.NoiseAt;
import io.unveil.degradation.noise.NoiseEstimator;
import io.unveil.degradation.noise.NoiseLevel;
import io.unveil.image.Pixels;
import io.unveil.image.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was measured in a part of a picture.
 *
 * @param colour whether there is any: a gray picture may have three channels
 * @param white white noise
 * @param byBrightness the same from dark to bright; empty where it is next to nothing
 */
record Window(
        boolean colour,
        List<Block> blocks,
        NoiseLevel white,
        List<NoiseAt> byBrightness,
        Impulses impulses,
        Optional<JpegTraces> jpeg) {
    /** Larger pictures are read by windows: a megapixel says enough, and twelve would take as long as to clean them. */
    private static final long WHOLE = 1_000_000;

    private static final int SIDE = 336; // of a window; a multiple of what JPEG codes at once, as are their places
    private static final int UNIT = 16;
    private static final int WINDOWS_A_SIDE = 3;
    private static final double NEXT_TO_NOTHING = .4; // levels
    private static final double COLOURLESS = .0025; // squared levels, of the differences of colour

    /** The whole of a picture of up to a megapixel, or else nine windows spread evenly over it. */
    static List<Window> of(Source picture) {
        if (picture.size().pixels() <= WHOLE) {
            return List.of(of(picture.pixels()));
        }
        int width = Math.min(SIDE, picture.size().width());
        int height = Math.min(SIDE, picture.size().height());
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < WINDOWS_A_SIDE * WINDOWS_A_SIDE; i++) {
            int x = spread(i % WINDOWS_A_SIDE, picture.size().width() - width);
            int y = spread(i / WINDOWS_A_SIDE, picture.size().height() - height);
            windows.add(of(picture.region(x, y, width, height)));
        }
        return windows;
    }

    private static int spread(int number, int room) {
        int place = (int) ((long) room * number / (WINDOWS_A_SIDE - 1));
        return place - place % UNIT;
    }

    private static Window of(Pixels pixels) {
        List<Plane> planes = Plane.of(pixels);
        List<Block> blocks = Block.of(planes);
        NoiseLevel white = NoiseEstimator.estimate(pixels);
        return new Window(
                blocks.stream()
                        .anyMatch(block -> block.chroma().fine() > COLOURLESS
                                || block.chroma().coarse() > COLOURLESS),
                blocks,
                white,
                white.sigma() < NEXT_TO_NOTHING ? List.of() : NoiseEstimator.byBrightness(pixels),
                Impulses.of(pixels),
                JpegTraces.of(planes, blocks));
    }
}
