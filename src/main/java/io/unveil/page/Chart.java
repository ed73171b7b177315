package io.unveil.page;

import java.util.List;
import java.util.Locale;

/** A line chart as SVG, in colours that a colour-blind reader can tell apart (Okabe and Ito 2008). */
public final class Chart {
    /** Colours in order, for curves side by side. */
    public static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#222222");

    private static final int WIDTH = 900;
    private static final int HEIGHT = 280;
    private static final int MARGIN = 90;

    /** A curve of more points than this is a line without dots. */
    private static final int MOST_DOTS = 64;

    private final double left;
    private final double right;
    private final double bottom;
    private final double top;

    public record Point(double x, double y) {}

    public record Curve(String name, List<Point> points) {}

    private Chart(List<Point> points) {
        left = points.stream().mapToDouble(Point::x).min().orElse(0);
        right = points.stream().mapToDouble(Point::x).max().orElse(1);
        bottom = points.stream().mapToDouble(Point::y).min().orElse(0);
        top = points.stream().mapToDouble(Point::y).max().orElse(1);
    }

    public static String of(String xName, String yName, List<Curve> curves) {
        List<Point> all =
                curves.stream().flatMap(curve -> curve.points().stream()).toList();
        if (all.isEmpty()) {
            return "<p>No point yet.</p>\n";
        }
        Chart chart = new Chart(all);
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\">\n".formatted(WIDTH, HEIGHT));
        svg.append(chart.axes(xName, yName));
        for (int i = 0; i < curves.size(); i++) {
            svg.append(chart.line(curves.get(i), COLOURS.get(i % COLOURS.size()), i));
        }
        return svg.append("</svg>\n").toString();
    }

    private String axes(String xName, String yName) {
        return String.format(
                Locale.ROOT,
                """
                <path d="M %1$d 10 V %2$d H %3$d" fill="none" stroke="#555"/>
                <text x="%1$d" y="%4$d">%5$.0f</text><text x="%3$d" y="%4$d" text-anchor="end">%6$.0f %7$s</text>
                <text x="%8$d" y="%2$d" text-anchor="end">%9$.4g</text><text x="%8$d" y="20" text-anchor="end">%10$.4g %11$s</text>
                """,
                MARGIN,
                HEIGHT - 40,
                WIDTH - 10,
                HEIGHT - 20,
                left,
                right,
                xName,
                MARGIN - 4,
                bottom,
                top,
                yName);
    }

    private String line(Curve curve, String colour, int index) {
        StringBuilder points = new StringBuilder();
        StringBuilder dots = new StringBuilder(); // a curve of one point has no line
        boolean dotted = curve.points().size() <= MOST_DOTS;
        for (Point point : curve.points()) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point.x()), y(point.y())));
            if (dotted) {
                dots.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2\" fill=\"%s\"/>",
                        x(point.x()),
                        y(point.y()),
                        colour));
            }
        }
        return "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%s<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>\n"
                .formatted(points, colour, dots, WIDTH - 120, 30 + 16 * index, colour, curve.name());
    }

    private double x(double value) {
        return MARGIN + (WIDTH - 10 - MARGIN) * (right == left ? 0.5 : (value - left) / (right - left));
    }

    private double y(double value) {
        return HEIGHT - 40 - (HEIGHT - 50) * (top == bottom ? 0.5 : (value - bottom) / (top - bottom));
    }
}
