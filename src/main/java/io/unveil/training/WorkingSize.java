package io.unveil.training;

import io.unveil.data.Dataset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The side of the square to whose area a network for defects resizes pictures, chosen by the pictures: what is smaller
 * than a pixel after resizing cannot be found. It is .9 of the root of the median number of pixels, at least the
 * recipe's own area and at most 448: with the network of {@code recipes/anomaly.yaml} and its four passes a picture
 * then takes at most about 100 ms a quarter of a megapixel on two cores.
 */
public final class WorkingSize {
    private static final double OF_NATIVE = 0.9;
    private static final int LARGEST = 448;
    private static final int STEP = 32;
    private static final Pattern AREA = Pattern.compile("(?m)^( *area: *)\\d+");

    private WorkingSize() {}

    /** A multiple of 32, or the recipe's own area. */
    public static int of(Dataset pictures, int recipes) {
        long[] pixels = IntStream.range(0, pictures.count())
                .mapToLong(i -> pictures.size(i).pixels())
                .sorted()
                .toArray();
        double asTaken = Math.sqrt(pixels[pixels.length / 2]);
        int fitting = (int) Math.round(OF_NATIVE * asTaken / STEP) * STEP;
        return Math.max(recipes, Math.min(LARGEST, fitting));
    }

    /** A recipe's text with another area. */
    public static String in(String recipe, int side) {
        return AREA.matcher(recipe).replaceFirst(line -> Matcher.quoteReplacement(line.group(1) + side));
    }
}
