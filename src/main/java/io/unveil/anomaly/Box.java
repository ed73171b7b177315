package io.unveil.anomaly;

import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.image.Size;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * A place of a picture that is anomalous.
 *
 * @param place in pixels of the picture
 * @param peak the highest number of the map in it
 */
public record Box(Rectangle place, double peak) {
    /** Around each connected region of a map, by sides or corners, that reaches a limit; the highest peak first. */
    public static List<Box> of(AnomalyMap map, double limit, Size picture) {
        Pixels values = map.values();
        boolean[] seen = new boolean[values.values().length];
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i] && values.values()[i] >= limit) {
                boxes.add(region(values, i, limit, seen, picture));
            }
        }
        boxes.sort(Comparator.comparingDouble(Box::peak).reversed());
        return boxes;
    }

    private static Box region(Pixels map, int first, double limit, boolean[] seen, Size picture) {
        int width = map.width();
        int left = width;
        int right = 0;
        int top = map.height();
        int bottom = 0;
        double peak = Double.NEGATIVE_INFINITY;
        Deque<Integer> open = new ArrayDeque<>();
        open.push(first);
        seen[first] = true;
        while (!open.isEmpty()) {
            int at = open.pop();
            int x = at % width;
            int y = at / width;
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y + 1);
            peak = Math.max(peak, map.values()[at]);
            for (int v = Math.max(0, y - 1); v <= Math.min(map.height() - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
                    int next = v * width + u;
                    if (!seen[next] && map.values()[next] >= limit) {
                        seen[next] = true;
                        open.push(next);
                    }
                }
            }
        }
        return new Box(
                Rectangle.between(
                        scaled(left, width, picture.width()),
                        scaled(top, map.height(), picture.height()),
                        Math.max(scaled(left, width, picture.width()) + 1, scaled(right, width, picture.width())),
                        Math.max(
                                scaled(top, map.height(), picture.height()) + 1,
                                scaled(bottom, map.height(), picture.height()))),
                peak);
    }

    private static int scaled(int at, int from, int to) {
        return (int) Math.min(to, Math.round((double) at * to / from));
    }
}
