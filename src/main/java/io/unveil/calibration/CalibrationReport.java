package io.unveil.calibration;

import io.unveil.anomaly.NormalScores;
import io.unveil.data.Dataset;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import io.unveil.page.Page;
import io.unveil.page.RocChart;
import io.unveil.page.ScoreChart;
import io.unveil.pipeline.score.ScoreOptions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The pictures behind a calibration, for a report: both kinds of scores as histograms and as a ROC curve; normal
 * pictures by their score, odd ones first; drawn defects that the usual threshold misses, and that it finds.
 *
 * @param measured of the model's usual scoring
 * @param copies with drawn defects, in the order of their scores
 */
record CalibrationReport(NormalMeasured measured, Dataset normal, DefectiveCopies copies) {
    private static final int SHOWN = 6;
    private static final int LARGEST_SIDE = 160;

    String html() {
        double[] scores = measured.normal().scores();
        NormalScores known = new NormalScores(scores);
        double threshold = known.quantile(ScoreOptions.USUAL);
        StringBuilder html = new StringBuilder();
        if (measured.defects().length > 0) {
            html.append(RocChart.of(List.of(new RocChart.Curve("drawn defects", scores, measured.defects()))))
                    .append(new ScoreChart(scores, measured.defects(), Optional.of(threshold)).svg())
                    .append(
                            "<p>Scores in the scoring's own unit: normal pictures upwards, copies of them with a drawn defect downwards; the highest bars of both have one length.</p>\n");
        }
        html.append(
                normal("Odd among the normal pictures: look whether they are anomalous", i -> known.isOdd(scores[i])));
        html.append(normal("Normal pictures that look most anomalous", i -> !known.isOdd(scores[i])));
        html.append(defects("Drawn defects that the threshold of 0.99 misses", i -> measured.defects()[i] < threshold));
        html.append(defects("Drawn defects that it finds", i -> measured.defects()[i] >= threshold));
        return html.toString();
    }

    private String normal(String heading, IntPredicate which) {
        double[] scores = measured.normal().scores();
        List<Integer> chosen = sorted(scores.length, which, i -> -scores[i]);
        return figures(
                heading,
                chosen.stream().limit(SHOWN).toList(),
                chosen.size(),
                i -> normal.example(i).pixels(),
                i -> caption(normal.example(i).name(), scores[i]));
    }

    /** The lowest scores first: the clearest misses, and what was hardly found. */
    private String defects(String heading, IntPredicate which) {
        double[] scores = measured.defects();
        List<Integer> chosen = sorted(scores.length, which, i -> scores[i]);
        return figures(
                heading,
                chosen.stream().limit(SHOWN).toList(),
                chosen.size(),
                i -> copies.pictures().get(i).pixels(),
                i -> caption(copies.names().get(i), scores[i]));
    }

    private static List<Integer> sorted(int count, IntPredicate which, IntToDoubleFunction by) {
        return IntStream.range(0, count)
                .filter(which)
                .boxed()
                .sorted(Comparator.comparingDouble(by::applyAsDouble))
                .toList();
    }

    private static String caption(String name, double score) {
        return String.format(Locale.ROOT, "%s, score %.4g", name, score);
    }

    private static String figures(
            String heading, List<Integer> chosen, int all, IntFunction<Pixels> picture, IntFunction<String> caption) {
        if (chosen.isEmpty()) {
            return "";
        }
        String figures = chosen.stream()
                .map(i -> "<figure>%s<figcaption>%s</figcaption></figure>\n"
                        .formatted(image(picture.apply(i)), Page.escape(caption.apply(i))))
                .collect(Collectors.joining());
        return "<h3>%s: %d</h3>\n%s".formatted(Page.escape(heading), all, figures);
    }

    private static String image(Pixels pixels) {
        double scale = (double) LARGEST_SIDE / Math.max(pixels.width(), pixels.height());
        Size shown = new Size((int) Math.max(1, Math.round(pixels.width() * scale)), (int)
                Math.max(1, Math.round(pixels.height() * scale)));
        return Page.image(scale < 1 ? Resampling.resized(pixels, shown) : pixels, shown.width(), shown.height(), "");
    }
}
