package io.unveil.training;

import io.unveil.autoencoder.ModelFolder;
import io.unveil.degradation.Noise;
import io.unveil.image.BitDepth;
import io.unveil.image.Codec;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** {@code report.html}: one page that needs no network; curves of loss and validation, and samples clean, spoiled and mended. */
final class Report {
    private Report() {}

    static void write(TrainingPlan plan, History history, List<Validation.Mended> samples) throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("<h1>%s</h1>\n<p>%s</p>\n"
                .formatted(escape(plan.output().getFileName().toString()), escape(plan.command())));
        page.append("<h2>Loss, its logarithm</h2>\n").append(Chart.of("step", "log10", List.of(lossCurve(history))));
        page.append("<h2>Validation PSNR, dB</h2>\n").append(Chart.of("step", "dB", psnrCurves(history)));
        page.append(table(history));
        page.append("<h2>Clean, spoiled, mended</h2>\n");
        samples.forEach(sample -> page.append(row(sample)));
        ModelFolder.writeWhole(
                plan.output().resolve("report.html"),
                page.append("</body></html>\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Chart.Curve lossCurve(History history) {
        return new Chart.Curve(
                "loss",
                history.progress().stream()
                        .map(entry -> new Chart.Point(entry.step(), Math.log10(entry.loss())))
                        .toList());
    }

    private static List<Chart.Curve> psnrCurves(History history) {
        List<History.Look> looks = history.looks();
        int conditions = looks.isEmpty() ? 0 : looks.get(0).conditions().size();
        return IntStream.range(0, conditions)
                .mapToObj(i -> new Chart.Curve(
                        looks.get(0).conditions().get(i).name(),
                        looks.stream()
                                .map(look -> new Chart.Point(
                                        look.step(), look.conditions().get(i).after()))
                                .toList()))
                .toList();
    }

    private static String table(History history) {
        if (history.looks().isEmpty()) {
            return "";
        }
        History.Look last = history.looks().get(history.looks().size() - 1);
        StringBuilder rows = new StringBuilder(
                "<table><tr><th>condition</th><th>without the network, dB</th><th>with it, dB</th></tr>\n");
        for (History.Condition condition : last.conditions()) {
            rows.append(String.format(
                    Locale.ROOT,
                    "<tr><td>%s</td><td>%.2f</td><td>%.2f</td></tr>\n",
                    condition.name(),
                    condition.before(),
                    condition.after()));
        }
        return rows + "</table><p>after %d steps and %.0f minutes</p>\n".formatted(last.step(), last.seconds() / 60);
    }

    private static String row(Validation.Mended mended) {
        Sample sample = mended.sample();
        return "<figure>%s%s%s<figcaption>%s, %s</figcaption></figure>\n"
                .formatted(
                        image(sample.clean()),
                        image(sample.spoiled()),
                        image(mended.picture()),
                        escape(sample.name()),
                        sample.condition());
    }

    private static String image(Pixels pixels) {
        Picture picture = Picture.of(Noise.asInFile(pixels), BitDepth.EIGHT, Format.PNG);
        return "<img alt=\"\" src=\"data:image/png;base64,%s\">"
                .formatted(Base64.getEncoder().encodeToString(Codec.encode(picture, Format.PNG, 100)));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static final String HEAD = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Training report</title><style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse } td, th { padding: .2rem .8rem; border-bottom: 1px solid #ccc; text-align: right }
            figure { margin: 1rem 0 } figure img { width: 32%; margin-right: 1% } svg text { font-size: 12px }
            </style></head><body>
            """;
}
