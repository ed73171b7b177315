package io.unveil.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How often numbers from 0 on occur, as bars in SVG. */
public final class Histogram {
    private static final int BARS = 30;
    private static final int WIDTH = 900;
    private static final int HEIGHT = 180;
    private static final int FLOOR = HEIGHT - 30;

    private Histogram() {}

    public static String of(List<Double> values, String what) {
        double most = values.stream()
                .filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        if (most == 0) {
            return "<p>There is no error to show.</p>\n";
        }
        int[] counts = new int[BARS];
        values.stream()
                .filter(Double::isFinite)
                .forEach(value -> counts[(int) Math.min(BARS - 1, BARS * value / most)]++);
        int highest = Arrays.stream(counts).max().orElseThrow();
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\">\n".formatted(WIDTH, HEIGHT));
        double bar = WIDTH / (double) BARS;
        for (int i = 0; i < BARS; i++) {
            double height = (FLOOR - 20.0) * counts[i] / highest;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#0072b2\"/>",
                    i * bar + 1,
                    FLOOR - height,
                    bar - 2,
                    height));
        }
        return svg.append(String.format(
                        Locale.ROOT,
                        "\n<path d=\"M 0 %1$d H %2$d\" stroke=\"#555\"/><text x=\"0\" y=\"%3$d\">0</text>"
                                + "<text x=\"%2$d\" y=\"%3$d\" text-anchor=\"end\">%4$.3g %5$s</text>"
                                + "<text x=\"%2$d\" y=\"14\" text-anchor=\"end\">%6$d of %7$d in the highest bar</text></svg>\n",
                        FLOOR,
                        WIDTH,
                        HEIGHT - 10,
                        most,
                        what,
                        highest,
                        values.size()))
                .toString();
    }
}
