package io.unveil.anomaly;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/**
 * How well maps tell anomalous pixels from normal ones, over the pixels of many pictures. Numbers are counted in bins
 * of relative width 1/8192 and count as equal within a bin, so that a set of any size takes some megabytes.
 */
public final class PixelRanking {
    /** Share of the normal pixels up to which {@link #aupro} looks. */
    public static final double MOST_FALSE = 0.3;

    private static final int BITS_OF_STEP = 13;
    private static final int BITS_OF_FLOAT = 23;

    /**
     * One chapter of bins for each sign and power of two, made when a number falls into it; the highest numbers last.
     */
    private final Steps[] chapters = new Steps[1 << (Integer.SIZE - BITS_OF_FLOAT)];

    /**
     * Counts of pixels.
     *
     * @param normal how many
     * @param anomalous how many
     * @param regions of each region of anomalous pixels, the share that lies here: the sum of these shares
     */
    private record Steps(double[] normal, double[] anomalous, double[] regions) {
        static Steps none() {
            return new Steps(
                    new double[1 << BITS_OF_STEP], new double[1 << BITS_OF_STEP], new double[1 << BITS_OF_STEP]);
        }
    }

    /** Adds a map of the size of the mask; pixels under the mask are anomalous. */
    public void add(Pixels map, Mask defect) {
        if (!map.size().equals(defect.size())) {
            throw new IllegalArgumentException(
                    "a map of %s cannot be compared with a mask of %s".formatted(map.size(), defect.size()));
        }
        float[] values = map.values();
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                if (!defect.at(x, y)) {
                    int key = key(values[y * map.width() + x]);
                    chapter(key).normal[step(key)]++;
                }
            }
        }
        if (!defect.isEmpty()) {
            addRegions(map, defect);
        }
    }

    private void addRegions(Pixels map, Mask defect) {
        int width = map.width();
        for (int[] region : Connected.regions(map.size(), place -> defect.at(place % width, place / width))) {
            for (int place : region) {
                int key = key(map.values()[place]);
                chapter(key).anomalous[step(key)]++;
                chapter(key).regions[step(key)] += 1.0 / region.length;
            }
        }
    }

    /** Adds all pixels of another ranking. */
    public void add(PixelRanking other) {
        for (int i = 0; i < chapters.length; i++) {
            if (other.chapters[i] != null) {
                Steps ours = chapter(i << BITS_OF_STEP);
                add(ours.normal, other.chapters[i].normal);
                add(ours.anomalous, other.chapters[i].anomalous);
                add(ours.regions, other.chapters[i].regions);
            }
        }
    }

    private static void add(double[] ours, double[] theirs) {
        for (int i = 0; i < ours.length; i++) {
            ours[i] += theirs[i];
        }
    }

    /** Chapter and step of a number as one; it rises with the number. */
    private static int key(float value) {
        int bits = Float.floatToIntBits(value + 0f); // -0 becomes 0
        int ordered = bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE;
        return ordered >>> (BITS_OF_FLOAT - BITS_OF_STEP);
    }

    private Steps chapter(int key) {
        int chapter = key >>> BITS_OF_STEP;
        if (chapters[chapter] == null) {
            chapters[chapter] = Steps.none();
        }
        return chapters[chapter];
    }

    private static int step(int key) {
        return key & ((1 << BITS_OF_STEP) - 1);
    }

    /** {@link Auroc} over all pixels; NaN where there are no normal or no anomalous pixels. */
    public double auroc() {
        return area(Steps::anomalous, 1);
    }

    /**
     * Area under the per-region overlap curve (Bergmann et al., CVPR 2020): the mean over all regions of anomalous
     * pixels, connected by sides or corners, of the share that is found, against the share of normal pixels that are
     * found by mistake, up to {@link #MOST_FALSE} of these and divided by it. A small region counts as much as a large
     * one. NaN where there is no region, or no normal pixel.
     */
    public double aupro() {
        return area(Steps::regions, MOST_FALSE);
    }

    /**
     * The area under the share found (from the highest number down) against the share of normal pixels found with it:
     * from 0 to 1, linear within a bin.
     */
    private double area(Function<Steps, double[]> kind, double mostFalse) {
        double most = mostFalse * total(Steps::normal);
        double all = total(kind);
        double area = 0;
        double falsely = 0;
        double found = 0;
        for (int key = (chapters.length << BITS_OF_STEP) - 1; key >= 0 && falsely < most; key--) {
            Steps steps = chapters[key >>> BITS_OF_STEP];
            if (steps == null) {
                key -= step(key); // to the first of this chapter, from where the loop goes on to the next
                continue;
            }
            double normal = steps.normal[step(key)];
            double more = kind.apply(steps)[step(key)];
            double share = normal == 0 ? 1 : Math.min(1, (most - falsely) / normal);
            area += share * normal * (found + share * more / 2);
            falsely += normal;
            found += more;
        }
        return area / most / all;
    }

    private double total(Function<Steps, double[]> kind) {
        return Arrays.stream(chapters)
                .filter(Objects::nonNull)
                .flatMapToDouble(steps -> Arrays.stream(kind.apply(steps)))
                .sum();
    }
}
