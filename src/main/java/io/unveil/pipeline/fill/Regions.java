package io.unveil.pipeline.fill;

import io.unveil.image.Polygon;
import io.unveil.pipeline.InvalidParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Regions of a picture as callers write them: a JSON list of rectangles and polygons, in pixels from the upper left
 * corner.
 */
public final class Regions {
    /** What {@link #parse} takes, in words. */
    public static final String ALLOWED =
            "a JSON list of rectangles {\"x\", \"y\", \"width\", \"height\"} and polygons {\"polygon\": [[x, y], [x, y], [x, y]]}";

    /** An example that fits into most pictures. */
    public static final String EXAMPLE = "[{\"x\": 8, \"y\": 8, \"width\": 24, \"height\": 24}]";

    /** The most corners: the work grows with rows times corners, so that a short request could cause endless work. */
    private static final int MOST_CORNERS = 10_000;

    /** Regions may reach beyond the picture, whose sides are much shorter. */
    private static final int FARTHEST = 1_000_000_000;

    private static final int SHOWN = 200;
    private static final Set<String> RECTANGLE = Set.of("x", "y", "width", "height");
    private static final Set<String> POLYGON = Set.of("polygon");

    private final String word;

    private Regions(String word) {
        this.word = word;
    }

    /**
     * Reads a list such as {@code [{"x": 8, "y": 8, "width": 40, "height": 20}]}; throws {@link InvalidParameter},
     * saying which region is wrong.
     */
    public static MaskSource.Drawing parse(String word) {
        return new MaskSource.Drawing(new Regions(word).read());
    }

    private List<Polygon> read() {
        JsonNode list = tree();
        if (!list.isArray() || list.isEmpty()) {
            throw wrong(ALLOWED);
        }
        List<Polygon> regions = new ArrayList<>();
        for (JsonNode region : list) {
            regions.add(region(region, "region " + (regions.size() + 1)));
        }
        if (regions.stream().mapToInt(one -> one.corners().size()).sum() > MOST_CORNERS) {
            throw wrong("a list of at most %d corners in all, 4 a rectangle".formatted(MOST_CORNERS));
        }
        return regions;
    }

    private JsonNode tree() {
        try {
            return JsonMapper.shared().readTree(word);
        } catch (JacksonException e) {
            throw wrong(ALLOWED);
        }
    }

    private Polygon region(JsonNode region, String name) {
        Set<String> keys = Set.copyOf(region.propertyNames());
        if (keys.equals(RECTANGLE)) {
            double width = number(region.path("width"), name);
            double height = number(region.path("height"), name);
            if (width <= 0 || height <= 0) {
                throw wrong("a width and a height above 0 (%s)".formatted(name));
            }
            return Polygon.rectangle(number(region.path("x"), name), number(region.path("y"), name), width, height);
        }
        if (keys.equals(POLYGON) && region.path("polygon").isArray()) {
            return polygon(region.path("polygon"), name);
        }
        throw wrong("%s (%s)".formatted(ALLOWED, name));
    }

    private Polygon polygon(JsonNode corners, String name) {
        if (corners.size() < 3) {
            throw wrong("a polygon of at least 3 corners (%s)".formatted(name));
        }
        List<Polygon.Point> points = new ArrayList<>();
        for (JsonNode corner : corners) {
            if (!corner.isArray() || corner.size() != 2) {
                throw wrong("corners of two numbers, [x, y] (%s)".formatted(name));
            }
            points.add(new Polygon.Point(number(corner.get(0), name), number(corner.get(1), name)));
        }
        return new Polygon(points);
    }

    private double number(JsonNode number, String name) {
        if (!number.isNumber() || !(Math.abs(number.doubleValue()) <= FARTHEST)) { // NaN fails too
            throw wrong("numbers of pixels from -%d to %d (%s)".formatted(FARTHEST, FARTHEST, name));
        }
        return number.doubleValue();
    }

    private InvalidParameter wrong(String allowed) {
        String shown = word.length() > SHOWN ? word.substring(0, SHOWN) + "..." : word;
        return new InvalidParameter("region", shown, allowed);
    }
}
