package io.unveil.training;

import io.unveil.autoencoder.Network;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.image.Pixels;
import io.unveil.model.ModelFolder;
import io.unveil.page.Chart;
import io.unveil.page.Histogram;
import io.unveil.page.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code report.html}: one self-contained page. It has curves of loss and validation, held-out pictures before and
 * after, the distribution of their errors, and the {@link FeatureMaps} of the network.
 */
final class TrainingReport {
    private static final String FILE = "report.html";
    private static final int SHOWN = 6;
    private static final int SHOWN_WIDTH = 256;

    private final Recipe recipe;
    private final ScoreUnit measure;

    private TrainingReport(Recipe recipe) {
        this.recipe = recipe;
        this.measure = recipe.lesson().measure();
    }

    static void write(TrainingPlan plan, History history, Validation validation, float[] weights) throws IOException {
        Page page = new Page(
                plan.output().toAbsolutePath().normalize().getFileName().toString());
        page.add("<p><code>%s</code></p>\n".formatted(Page.escape(plan.command())));
        TrainingReport report = new TrainingReport(plan.recipe());
        report.curves(page, history);
        List<Validation.Prediction> predictions = validation.predictions(weights, SHOWN);
        page.section("Held-out pictures", report.samples(predictions));
        page.section(
                report.measure == ScoreUnit.AUROC
                        ? "How well each picture's defect is marked"
                        : "Distribution of errors",
                report.errors(validation.scored(weights)));
        page.section("Dead units", deadUnits(validation.deadUnits(weights)));
        TorchEngine.noGradients();
        try (Network network = Network.load(plan.device(), plan.recipe().net(), weights, Precision.FP32)) {
            FeatureMaps.addTo(
                    page, network, weights, predictions.get(0).sample().planes());
        }
        ModelFolder.writeWhole(plan.output().resolve(FILE), page.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a section of plain text and HTML to the end of an existing report. */
    static void add(Path output, String heading, String text, String html) throws IOException {
        String page = Files.readString(output.resolve(FILE));
        String whole = Page.with(page, heading, "<pre>%s</pre>\n%s".formatted(Page.escape(text), html));
        ModelFolder.writeWhole(output.resolve(FILE), whole.getBytes(StandardCharsets.UTF_8));
    }

    private static String deadUnits(List<DeadUnits> layers) {
        String some = layers.stream()
                .filter(layer -> layer.dead() > 0)
                .map(DeadUnits::toString)
                .collect(Collectors.joining(", "));
        if (some.isEmpty()) {
            return "<p>None: each unit of a ReLU answers to some held-out picture.</p>\n";
        }
        return "<p>Dead for all held-out pictures that were tried: %s. They no longer learn; a leaky ReLU would.</p>\n"
                .formatted(Page.escape(some));
    }

    private void curves(Page page, History history) {
        page.section("Logarithm of the loss", Chart.of("step", "log10", List.of(lossCurve(history))));
        page.section(
                "Validation, " + measure.unit(),
                Chart.of("step", measure.unit(), withChance(validationCurves(history))) + table(history));
    }

    /** From chance to certainty, so that the axis is not cut off where all goes well. */
    private List<Chart.Series> withChance(List<Chart.Curve> curves) {
        List<Chart.Series> all = new ArrayList<>(curves);
        if (measure == ScoreUnit.AUROC && !curves.isEmpty()) {
            List<Chart.Point> points = curves.get(0).points();
            double first = points.get(0).x();
            double last = points.get(points.size() - 1).x();
            all.add(new Chart.Rule("chance", List.of(new Chart.Point(first, 0.5), new Chart.Point(last, 0.5))));
            all.add(new Chart.Rule("certainty", List.of(new Chart.Point(first, 1), new Chart.Point(last, 1))));
        }
        return all;
    }

    private static Chart.Curve lossCurve(History history) {
        double least = history.progress().stream()
                .mapToDouble(History.Progress::loss)
                .min()
                .orElse(1);
        double lift = least > 0 ? 0 : 1e-3 - least; // some losses go below 0
        return new Chart.Curve(
                lift > 0 ? "loss + %.3g".formatted(lift) : "loss",
                history.progress().stream()
                        .map(entry -> new Chart.Point(entry.step(), Math.log10(entry.loss() + lift)))
                        .toList());
    }

    private List<Chart.Curve> validationCurves(History history) {
        List<History.Look> looks = history.looks();
        int conditions = looks.isEmpty() ? 0 : looks.get(0).conditions().size();
        return IntStream.range(0, conditions)
                .mapToObj(i -> new Chart.Curve(
                        looks.get(0).conditions().get(i).name(),
                        looks.stream()
                                .map(look -> new Chart.Point(
                                        look.step(),
                                        measure.of(look.conditions().get(i).after())))
                                .toList()))
                .toList();
    }

    private String table(History history) {
        if (history.looks().isEmpty()) {
            return "";
        }
        History.Look last = history.looks().get(history.looks().size() - 1);
        StringBuilder rows = new StringBuilder(
                "<table><tr><th class=\"name\">condition</th><th>without the network, %1$s</th><th>with it, %1$s</th></tr>\n"
                        .formatted(measure.unit()));
        for (History.Condition condition : last.conditions()) {
            rows.append(String.format(
                    Locale.ROOT,
                    "<tr><td class=\"name\">%s</td><td>%.2f</td><td>%.2f</td></tr>\n",
                    condition.name(),
                    measure.of(condition.before()),
                    measure.of(condition.after())));
        }
        return rows + "</table><p>after %,d steps and %.0f minutes</p>\n".formatted(last.step(), last.seconds() / 60);
    }

    private String samples(List<Validation.Prediction> predictions) {
        StringBuilder figures = new StringBuilder("<p>%s</p>\n".formatted(legend()));
        predictions.forEach(one -> figures.append(figure(one)));
        return figures.toString();
    }

    private String legend() {
        if (recipe.lesson() instanceof TurnLesson) {
            return "The original; the network's input, where it is turned or mirrored; and the turn that the network chose.";
        }
        if (measure == ScoreUnit.AUROC) {
            return "From left to right: the normal picture; the same with a drawn defect, which the network reads; its score map, white where it is sure of a defect.";
        }
        return switch (recipe.task()) {
            case REGRESS -> "The network's input and its answer.";
            case DENOISE, FILL, ANOMALY, AUTOENCODE -> "The original; the input, where it is corrupted; the output.";
        };
    }

    private String figure(Validation.Prediction prediction) {
        Sample sample = prediction.sample();
        return "<figure>%s<figcaption>%s, %s</figcaption></figure>\n"
                .formatted(
                        pictures(sample, prediction.answer()),
                        Page.escape(sample.name()),
                        Page.escape(sample.caption(prediction.answer())));
    }

    /**
     * The clean picture, the corrupted one and the answer; of a line of pixels their curves; of a measure only the
     * picture.
     */
    private String pictures(Sample sample, Pixels answer) {
        if (!answer.size().equals(sample.clean().size())) {
            return image(sample.clean());
        }
        if (answer.height() == 1) {
            return Chart.of(
                    "pixel",
                    "",
                    List.of(curve("input", sample.corrupted()), curve("output", answer), curve("was", sample.clean())));
        }
        boolean corrupted =
                !Arrays.equals(sample.clean().values(), sample.corrupted().values());
        return image(sample.clean()) + (corrupted ? image(sample.corrupted()) : "") + image(answer);
    }

    private static Chart.Curve curve(String name, Pixels line) {
        return new Chart.Curve(
                name,
                IntStream.range(0, line.width())
                        .mapToObj(i -> new Chart.Point(i, line.values()[i * line.channels()]))
                        .toList());
    }

    private static String image(Pixels pixels) {
        int zoom = Math.max(1, SHOWN_WIDTH / 2 / pixels.width());
        return Page.image(pixels, zoom * pixels.width(), zoom * pixels.height(), "");
    }

    private String errors(List<Validation.Scored> scored) {
        String what = switch (measure) {
            case LOG_LIKELIHOOD -> "below 0";
            case AUROC -> "below 1";
            case SQUARED_ERROR -> "off";
            case PSNR -> "8-bit levels";
        };
        String head = switch (measure) {
            case LOG_LIKELIHOOD -> "Distance of each held-out picture's log-likelihood from 0, which is certainty.";
            case AUROC ->
                "Distance of the pixel AUROC of each held-out picture with a drawn defect from 1, where each pixel of the defect scores above all others; 0.5 is chance.";
            case SQUARED_ERROR, PSNR -> "The root of each held-out picture's mean squared error.";
        };
        return "<p>%s</p>\n".formatted(head)
                + Histogram.of(
                        scored.stream().map(one -> measure.error(one.after())).toList(), what);
    }
}
