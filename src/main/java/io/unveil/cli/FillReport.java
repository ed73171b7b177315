package io.unveil.cli;

import io.unveil.pipeline.fill.FillOptions;
import io.unveil.pipeline.fill.Filled;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said of a filled picture: the service's JSON answer, and the files. */
record FillReport(
        String input,
        String output,
        String model,
        List<String> pipeline,
        String device,
        Reported.Image image,
        Parameters parameters,
        Figures error,
        Optional<Reported.Reference> reference,
        Reported.Timing timing,
        Optional<List<String>> notes) {
    record Parameters(String mask, boolean invert, int grow, int feather, String method, double coverage) {}

    static FillReport of(Job job, Filled filled, FillOptions wish) {
        return new FillReport(
                job.in().toString(),
                job.out().toString(),
                filled.model(),
                filled.steps(),
                filled.device(),
                Reported.Image.of(filled.picture()),
                new Parameters(
                        wish.mask().word(),
                        wish.invert(),
                        wish.grow(),
                        wish.feather(),
                        wish.method().word(),
                        Math.round(filled.coverage() * 1e6) / 1e6),
                Figures.of(filled.error()),
                filled.reference()
                        .map(both -> new Reported.Reference(Figures.of(both.before()), Figures.of(both.after()))),
                Reported.Timing.of(filled.timing()),
                Reported.notes(filled.notes()));
    }

    @Override
    public String toString() {
        String line = String.format(
                Locale.ROOT, "%s -> %s  %s, %.2f %% filled", input, output, model, 100 * parameters.coverage());
        return line
                + reference
                        .map(both -> "  inside, against the reference %s -> %s dB"
                                .formatted(
                                        both.before().decibelsInside(),
                                        both.after().decibelsInside()))
                        .orElse("")
                + Reported.inBrackets(notes);
    }
}
