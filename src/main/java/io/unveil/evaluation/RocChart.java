package io.unveil.evaluation;

import io.unveil.anomaly.Auroc;
import io.unveil.page.Chart;
import io.unveil.page.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Receiver operating characteristics as SVG: the share of anomalous pictures found, against the share of false alarms.
 */
final class RocChart {
    private static final int SIDE = 360;
    private static final int LEFT = 60;
    private static final int TOP = 10;
    private static final int LINE = 18;

    private RocChart() {}

    record Curve(String name, double[] normal, double[] anomalous) {
        /** From the highest threshold to the lowest, in pixels of the chart; equal scores make one straight piece. */
        String points() {
            double[] down = normal.clone();
            double[] found = anomalous.clone();
            Arrays.sort(down);
            Arrays.sort(found);
            StringBuilder points = new StringBuilder(point(0, 0));
            int falsely = 0;
            int rightly = 0;
            while (falsely < down.length || rightly < found.length) {
                double threshold = Math.max(fromTop(down, falsely), fromTop(found, rightly));
                while (fromTop(down, falsely) >= threshold && falsely < down.length) {
                    falsely++;
                }
                while (fromTop(found, rightly) >= threshold && rightly < found.length) {
                    rightly++;
                }
                points.append(point((double) falsely / down.length, (double) rightly / found.length));
            }
            return points.toString();
        }

        private static double fromTop(double[] sorted, int i) {
            return i < sorted.length ? sorted[sorted.length - 1 - i] : Double.NEGATIVE_INFINITY;
        }

        private static String point(double falsely, double found) {
            return String.format(Locale.ROOT, "%.1f,%.1f ", LEFT + SIDE * falsely, TOP + SIDE * (1 - found));
        }
    }

    static String of(List<Curve> curves) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                """
                <svg viewBox="0 0 900 %1$d" role="img">
                <path d="M %2$d %3$d v %4$d h %4$d v -%4$d z" fill="none" stroke="#bbb"/><path d="M %2$d %5$d l %4$d -%4$d" stroke="#bbb" stroke-dasharray="4"/>
                <text x="%6$d" y="%7$d" text-anchor="end">1 found</text><text x="%6$d" y="%5$d" text-anchor="end">0</text>
                <text x="%2$d" y="%8$d">0</text><text x="%9$d" y="%8$d" text-anchor="end">share of good pictures taken for anomalous 1</text>
                """,
                SIDE + 40,
                LEFT,
                TOP,
                SIDE,
                TOP + SIDE,
                LEFT - 6,
                TOP + 12,
                TOP + SIDE + 18,
                LEFT + SIDE));
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            svg.append(String.format(
                    Locale.ROOT,
                    """
                    <g stroke="%2$s" stroke-width="2"%3$s fill="none"><polyline points="%1$s"/><path d="M %4$d %5$d h 24"/></g><text x="%6$d" y="%7$d">%8$s, AUROC %9$.3f</text>
                    """,
                    curve.points(),
                    Chart.COLOURS.get(i % Chart.COLOURS.size()),
                    i < Chart.COLOURS.size() ? "" : " stroke-dasharray=\"6 3\"",
                    LEFT + SIDE + 24,
                    TOP + LINE * (i + 1) - 4,
                    LEFT + SIDE + 54,
                    TOP + LINE * (i + 1),
                    Page.escape(curve.name()),
                    Auroc.of(curve.normal(), curve.anomalous())));
        }
        return svg.append("</svg>\n").toString();
    }
}
