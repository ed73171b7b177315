package io.unveil.cli;

import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Denoised;
import java.util.Locale;
import java.util.Optional;

/** What is said of a cleaned picture: the service's JSON answer, and the files. */
record DenoiseReport(
        String input,
        String output,
        String model,
        String device,
        Reported.Image image,
        Parameters parameters,
        boolean untouched,
        Figures error,
        Optional<Reported.Reference> reference,
        Reported.Timing timing) {
    record Parameters(
            Optional<Double> sigma, boolean estimated, double strength, Optional<String> quality, String method) {}

    static DenoiseReport of(Job job, Denoised denoised, DenoiseOptions wish) {
        return new DenoiseReport(
                job.in().toString(),
                job.out().toString(),
                denoised.model(),
                denoised.device(),
                Reported.Image.of(denoised.picture()),
                new Parameters(
                        denoised.sigma().stream().mapToObj(Json::rounded).findFirst(),
                        denoised.estimated(),
                        wish.strength(),
                        wish.quality().map(quality -> quality.name().toLowerCase(Locale.ROOT)),
                        wish.method().name().toLowerCase(Locale.ROOT)),
                denoised.untouched(),
                Figures.of(denoised.error()),
                denoised.reference()
                        .map(both -> new Reported.Reference(Figures.of(both.before()), Figures.of(both.after()))),
                Reported.Timing.of(denoised.timing()));
    }

    @Override
    public String toString() {
        String line = String.format(
                Locale.ROOT,
                "%s -> %s  %s, %s  %s",
                input,
                output,
                model,
                parameters.sigma().map(this::told).orElse("blind"),
                untouched ? "no noise to take away: unchanged" : error);
        return line
                + reference
                        .map(both -> "  against the reference %s -> %s dB"
                                .formatted(
                                        both.before().decibels(), both.after().decibels()))
                        .orElse("");
    }

    private String told(double sigma) {
        return String.format(Locale.ROOT, "sigma %.1f%s", sigma, parameters.estimated() ? " (estimated)" : "");
    }
}
