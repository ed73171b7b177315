package io.unveil.anomaly;

import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.image.Size;
import java.util.Comparator;
import java.util.List;

/**
 * A place of a picture that is anomalous.
 *
 * @param place in pixels of the picture
 * @param peak the highest number of the map in it
 */
public record Box(Rectangle place, double peak) {
    /**
     * The boxes around all regions of a map that reach a limit, connected by sides or corners; the highest peak first.
     */
    public static List<Box> of(AnomalyMap map, double limit, Size picture) {
        Pixels values = map.values();
        return Connected.regions(values.size(), place -> values.values()[place] >= limit).stream()
                .map(region -> around(region, values, picture))
                .sorted(Comparator.comparingDouble(Box::peak).reversed())
                .toList();
    }

    private static Box around(int[] region, Pixels map, Size picture) {
        int left = map.width();
        int right = 0;
        int top = map.height();
        int bottom = 0;
        double peak = Double.NEGATIVE_INFINITY;
        for (int place : region) {
            left = Math.min(left, place % map.width());
            right = Math.max(right, place % map.width() + 1);
            top = Math.min(top, place / map.width());
            bottom = Math.max(bottom, place / map.width() + 1);
            peak = Math.max(peak, map.values()[place]);
        }
        Span across = Span.scaled(left, right, map.width(), picture.width());
        Span down = Span.scaled(top, bottom, map.height(), picture.height());
        return new Box(Rectangle.between(across.from, down.from, across.to, down.to), peak);
    }

    /** Along one axis, from a pixel (included) to another (excluded). */
    private record Span(int from, int to) {
        /** All pixels of the picture that these places of the map cover at least in part; at least one pixel. */
        static Span scaled(int from, int to, int places, int pixels) {
            return new Span((int) ((long) from * pixels / places), (int) (((long) to * pixels + places - 1) / places));
        }
    }
}
