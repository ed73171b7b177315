package io.unveil.page;

import io.unveil.anomaly.Auroc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Receiver operating characteristics: the share of anomalous pictures found, against the share of false alarms. */
public final class RocChart {
    private RocChart() {}

    /** @param name to which the area under the curve is added */
    public record Curve(String name, double[] normal, double[] anomalous) {
        /** From the highest threshold to the lowest, from (0, 0) to (1, 1); equal scores make one straight piece. */
        List<Chart.Point> points() {
            double[] down = normal.clone();
            double[] found = anomalous.clone();
            Arrays.sort(down);
            Arrays.sort(found);
            List<Chart.Point> points = new ArrayList<>(List.of(new Chart.Point(0, 0)));
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
                points.add(new Chart.Point((double) falsely / down.length, (double) rightly / found.length));
            }
            return points;
        }

        private static double fromTop(double[] sorted, int i) {
            return i < sorted.length ? sorted[sorted.length - 1 - i] : Double.NEGATIVE_INFINITY;
        }

        private Chart.Curve drawn() {
            return new Chart.Curve(
                    String.format(Locale.ROOT, "%s, AUROC %.3f", name, Auroc.of(normal, anomalous)), points());
        }
    }

    public static String of(List<Curve> curves) {
        List<Chart.Series> series =
                new ArrayList<>(curves.stream().map(Curve::drawn).toList());
        series.add(new Chart.Rule("chance", List.of(new Chart.Point(0, 0), new Chart.Point(1, 1))));
        return Chart.of(Chart.Layout.SQUARE, "share of good pictures taken for anomalous", "found", series);
    }
}
