package io.unveil.evaluation;

import io.unveil.image.Mask;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import io.unveil.inference.Deadline;
import io.unveil.page.Page;
import io.unveil.page.RocChart;
import io.unveil.page.ScoreChart;
import io.unveil.pipeline.score.AnomalyView;
import io.unveil.pipeline.score.ScoreOptions;
import io.unveil.pipeline.score.Scored;
import io.unveil.pipeline.score.Scoring;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page on an {@link AnomalyEvaluation}. */
final class AnomalyEvaluationPage {
    private static final int SHOWN = 6;
    private static final int LARGEST_SIDE = 220;
    private static final float[] VERMILION = {.835f, .369f, 0};
    private static final Comparator<Trial.Judged> BY_SCORE = Comparator.comparingDouble(Trial.Judged::score);

    private final Scoring scoring;
    private final Evaluation evaluation;
    private final List<Trial> trials;
    private final String command;

    AnomalyEvaluationPage(Scoring scoring, Evaluation evaluation, List<Trial> trials, String command) {
        this.scoring = scoring;
        this.evaluation = evaluation;
        this.trials = trials;
        this.command = command;
    }

    String page() {
        Page page = new Page("%s on %s".formatted(model(), evaluation.data()));
        page.add("<p><code>%s</code></p>\n".formatted(Page.escape(command)));
        page.section("Figures of %d pictures".formatted(evaluation.images()), table());
        if (trials.size() > 1) {
            page.section(
                    "Scorings",
                    RocChart.of(
                            trials.stream().map(AnomalyEvaluationPage::curve).toList()));
        }
        trials.forEach(trial -> page.section("Scores of scoring " + trial.scoring(), scores(trial)));
        pictures(page, trials.get(0));
        return page.toString();
    }

    private String model() {
        return evaluation.model().orElseThrow();
    }

    private String table() {
        List<Metric> measures = Stream.of(Metric.values())
                .filter(measure ->
                        evaluation.rows().stream().anyMatch(row -> row.figures().containsKey(measure)))
                .toList();
        StringBuilder table =
                new StringBuilder("<table><tr><th class=\"name\">condition</th><th class=\"name\">method</th>");
        measures.forEach(measure -> table.append("<th>%s</th>".formatted(words(measure))));
        for (Evaluation.Row row : evaluation.rows()) {
            table.append("</tr>\n<tr><td class=\"name\">%s</td><td class=\"name\">%s</td>"
                    .formatted(Page.escape(row.condition()), Page.escape(row.method())));
            for (Metric measure : measures) {
                table.append(Optional.ofNullable(row.figures().get(measure))
                        .map(figure -> String.format(Locale.ROOT, "<td>%.4g</td>", figure))
                        .orElse("<td></td>"));
            }
        }
        return table.append("</tr></table>\n").toString();
    }

    private static String words(Metric measure) {
        return measure.key().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static RocChart.Curve curve(Trial trial) {
        return new RocChart.Curve(
                trial.scoring().word(), trial.scores(item -> item.isGood()), trial.scores(item -> !item.isGood()));
    }

    private static String scores(Trial trial) {
        double[] good = trial.scores(item -> item.isGood());
        double[] anomalous = trial.scores(item -> !item.isGood());
        List<RocChart.Curve> curves = new ArrayList<>();
        curves.add(new RocChart.Curve("all", good, anomalous));
        if (trial.kinds().size() > 1) {
            trial.kinds()
                    .forEach(kind -> curves.add(new RocChart.Curve(
                            kind, good, trial.scores(item -> item.kind().equals(kind)))));
        }
        return RocChart.of(curves)
                + new ScoreChart(good, anomalous, trial.limit()).svg()
                + trial.limit()
                        .map(limit -> "<p>The threshold is that of score %s.</p>\n".formatted(ScoreOptions.USUAL))
                        .orElse("<p>This scoring was never calibrated: there is no threshold.</p>\n");
    }

    private void pictures(Page page, Trial trial) {
        List<Trial.Judged> good = sorted(trial, true);
        List<Trial.Judged> anomalous = sorted(trial, false);
        int missed = Math.min(SHOWN, (anomalous.size() + 1) / 2);
        List<Trial.Judged> hits = new ArrayList<>(anomalous.subList(missed, anomalous.size()));
        Collections.reverse(good);
        Collections.reverse(hits);
        page.add(
                ("<p>Below, each picture stands beside its map by scoring %s; places that reach the threshold are outlined in white."
                                + " On the left, the true defect is outlined in vermilion.</p>\n")
                        .formatted(trial.scoring()));
        page.section("Good pictures that look most anomalous", figures(trial, good));
        page.section("Anomalous pictures that look most normal", figures(trial, anomalous.subList(0, missed)));
        page.section("Anomalous pictures that stand out most", figures(trial, hits));
    }

    /** The lowest score first. */
    private static List<Trial.Judged> sorted(Trial trial, boolean good) {
        return trial.judged().stream()
                .filter(one -> one.item().isGood() == good)
                .sorted(BY_SCORE)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private String figures(Trial trial, List<Trial.Judged> judged) {
        return judged.stream().limit(SHOWN).map(one -> figure(trial, one)).collect(Collectors.joining());
    }

    private String figure(Trial trial, Trial.Judged judged) {
        Picture picture = judged.item().picture();
        Scored scored = scoring.score(
                picture,
                new ScoreOptions(
                        Optional.of(model()),
                        Optional.of(trial.scoring().word()),
                        Optional.empty(),
                        Optional.of(AnomalyView.OVERLAY)),
                Deadline.none());
        Pixels outlined = judged.item()
                .defect()
                .map(defect -> outlined(picture.pixels(), defect))
                .orElseGet(picture::pixels);
        return String.format(
                Locale.ROOT,
                "<figure>%s%s<figcaption>%s: score %.4f, %.4g in its own unit</figcaption></figure>\n",
                image(outlined, judged.item().name()),
                image(scored.picture().pixels(), "where it is anomalous"),
                Page.escape(judged.item().name()),
                scored.verdict().score(),
                judged.score());
    }

    /** The rim just outside of a defect, wide enough to be seen when the picture is shown small. */
    private static Pixels outlined(Pixels picture, Mask defect) {
        int wide = Math.max(1, Math.round(Math.max(picture.width(), picture.height()) / (float) LARGEST_SIDE));
        Mask rim = defect.grown(wide).without(defect);
        float[] values = new float[picture.width() * picture.height() * 3];
        for (int i = 0; i < values.length; i++) {
            int pixel = i / 3;
            values[i] = rim.at(pixel % picture.width(), pixel / picture.width())
                    ? VERMILION[i % 3]
                    : picture.values()[pixel * picture.channels() + i % picture.channels()];
        }
        return new Pixels(picture.width(), picture.height(), 3, values);
    }

    private static String image(Pixels pixels, String alt) {
        double scale = (double) LARGEST_SIDE / Math.max(pixels.width(), pixels.height());
        Size shown = new Size((int) Math.max(1, Math.round(pixels.width() * scale)), (int)
                Math.max(1, Math.round(pixels.height() * scale)));
        Pixels kept = scale < 1 ? Resampling.resized(pixels, shown) : pixels;
        return Page.image(kept, shown.width(), shown.height(), alt);
    }
}
