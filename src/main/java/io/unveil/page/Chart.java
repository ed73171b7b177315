package io.unveil.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A chart as SVG, in colours that a colour-blind reader can tell apart (Okabe and Ito 2008). */
public final class Chart {
    /** One after the other, for what stands side by side; then again, dashed. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#222222");

    private static final int WIDTH = 900;
    private static final int LEFT = 130;
    private static final int TOP = 10;
    private static final int BELOW = 40;
    private static final int LINE = 16;

    /** A curve of more points than this is a line without dots. */
    private static final int MOST_DOTS = 64;

    private final Layout layout;
    private final double left;
    private final double right;
    private final double bottom;
    private final double top;

    public record Point(double x, double y) {}

    /** How large the area of the points is, and where the names stand. */
    public enum Layout {
        WIDE(WIDTH - 10 - LEFT, 230, WIDTH - 180),
        SQUARE(360, 360, LEFT + 360 + 24);

        private final int width;
        private final int height;
        private final int names;

        Layout(int width, int height, int names) {
            this.width = width;
            this.height = height;
            this.names = names;
        }
    }

    /** What is drawn, under a name that may be empty. */
    public sealed interface Series {
        String name();

        List<Point> points();

        /** What has to fit into the chart. */
        default List<Point> extent() {
            return points();
        }
    }

    /** Points joined by lines. */
    public record Curve(String name, List<Point> points) implements Series {}

    /** A dashed gray line from point to point, to compare with. */
    public record Rule(String name, List<Point> points) implements Series {}

    /**
     * Bars from y = 0 to their ends.
     *
     * @param points the middles of the ends
     * @param width of a bar
     */
    public record Bars(String name, List<Point> points, double width) implements Series {
        @Override
        public List<Point> extent() {
            return points.stream()
                    .flatMap(
                            end -> Stream.of(end, new Point(end.x() - width / 2, 0), new Point(end.x() + width / 2, 0)))
                    .toList();
        }
    }

    private Chart(Layout layout, List<Point> points) {
        this.layout = layout;
        left = points.stream().mapToDouble(Point::x).min().orElse(0);
        right = points.stream().mapToDouble(Point::x).max().orElse(1);
        bottom = points.stream().mapToDouble(Point::y).min().orElse(0);
        top = points.stream().mapToDouble(Point::y).max().orElse(1);
    }

    public static String of(String xName, String yName, List<? extends Series> series) {
        return of(Layout.WIDE, xName, yName, series);
    }

    public static String of(Layout layout, String xName, String yName, List<? extends Series> series) {
        List<Point> all = new ArrayList<>();
        series.forEach(one -> all.addAll(one.extent()));
        if (all.isEmpty()) {
            return "<p>No point yet.</p>\n";
        }
        Chart chart = new Chart(layout, all);
        StringBuilder svg = new StringBuilder(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\">\n".formatted(WIDTH, TOP + layout.height + BELOW));
        svg.append(chart.axes(xName, yName));
        for (int i = 0; i < series.size(); i++) {
            svg.append(chart.drawn(series.get(i), i)).append(chart.name(series.get(i), i));
        }
        return svg.append("</svg>\n").toString();
    }

    private String axes(String xName, String yName) {
        return String.format(
                Locale.ROOT,
                """
                <path d="M %1$d %2$d V %3$d H %4$d" fill="none" stroke="#555"/>
                <text x="%1$d" y="%5$d">%6$s</text><text x="%4$d" y="%5$d" text-anchor="end">%7$s %8$s</text>
                <text x="%9$d" y="%3$d" text-anchor="end">%10$s</text><text x="%9$d" y="%11$d" text-anchor="end">%12$s %13$s</text>
                """,
                LEFT,
                TOP,
                TOP + layout.height,
                LEFT + layout.width,
                TOP + layout.height + 20,
                number(left),
                number(right),
                Page.escape(xName),
                LEFT - 4,
                number(bottom),
                TOP + 10,
                number(top),
                Page.escape(yName));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.4g", value);
    }

    private String drawn(Series series, int index) {
        if (series instanceof Curve curve) {
            return line(curve, colour(index), index < COLOURS.size() ? "" : " stroke-dasharray=\"6 3\"")
                    + dots(curve, colour(index));
        }
        if (series instanceof Bars bars) {
            return bars(bars, colour(index));
        }
        return line(series, "#555", " stroke-dasharray=\"5 3\"");
    }

    private static String colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    private String line(Series series, String colour, String dashes) {
        StringBuilder points = new StringBuilder();
        for (Point point : series.points()) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point.x()), y(point.y())));
        }
        return "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>"
                .formatted(points, colour, dashes);
    }

    /** A curve of one point has no line. */
    private String dots(Curve curve, String colour) {
        StringBuilder dots = new StringBuilder();
        if (curve.points().size() <= MOST_DOTS) {
            for (Point point : curve.points()) {
                dots.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2\" fill=\"%s\"/>",
                        x(point.x()),
                        y(point.y()),
                        colour));
            }
        }
        return dots.toString();
    }

    private String bars(Bars bars, String colour) {
        StringBuilder all = new StringBuilder();
        for (Point end : bars.points()) {
            all.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                    x(end.x() - bars.width() / 2),
                    y(Math.max(0, end.y())),
                    Math.max(1, x(end.x() + bars.width() / 2) - x(end.x() - bars.width() / 2) - 2),
                    Math.abs(y(end.y()) - y(0)),
                    colour));
        }
        return all.toString();
    }

    private String name(Series series, int index) {
        return "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>\n"
                .formatted(
                        layout.names,
                        TOP + 20 + LINE * index,
                        series instanceof Rule ? "#555" : colour(index),
                        Page.escape(series.name()));
    }

    private double x(double value) {
        return LEFT + layout.width * (right == left ? 0.5 : (value - left) / (right - left));
    }

    private double y(double value) {
        return TOP + layout.height * (1 - (top == bottom ? 0.5 : (value - bottom) / (top - bottom)));
    }
}
