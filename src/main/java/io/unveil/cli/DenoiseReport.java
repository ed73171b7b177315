package io.unveil.cli;

import io.unveil.image.Picture;
import io.unveil.pipeline.DenoiseWish;
import io.unveil.pipeline.Denoised;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What is said of a cleaned picture: the service's JSON answer, and the files. */
record DenoiseReport(
        String input,
        String output,
        String model,
        String device,
        Image image,
        Parameters parameters,
        boolean untouched,
        Figures error,
        Optional<Reference> reference,
        Timing timing) {
    record Image(int width, int height, int channels, int bitDepth, String format) {
        static Image of(Picture picture) {
            return new Image(
                    picture.size().width(),
                    picture.size().height(),
                    picture.channels(),
                    picture.depth().bits(),
                    picture.format().name().toLowerCase(Locale.ROOT));
        }
    }

    record Parameters(double sigma, boolean estimated, double strength, String quality, String method) {}

    /** Input and output against the clean picture. */
    record Reference(Figures before, Figures after) {}

    /** In milliseconds. */
    record Timing(double queue, double inference) {}

    static DenoiseReport of(Job job, Denoised denoised, DenoiseWish wish) {
        return new DenoiseReport(
                job.in().toString(),
                job.out().toString(),
                denoised.model(),
                denoised.device(),
                Image.of(denoised.picture()),
                new Parameters(
                        Json.rounded(denoised.sigma()),
                        denoised.estimated(),
                        wish.strength(),
                        wish.quality().name().toLowerCase(Locale.ROOT),
                        wish.method().name().toLowerCase(Locale.ROOT)),
                denoised.untouched(),
                Figures.of(denoised.error()),
                denoised.reference().map(both -> new Reference(Figures.of(both.before()), Figures.of(both.after()))),
                new Timing(
                        milliseconds(denoised.timing().queue()),
                        milliseconds(denoised.timing().inference())));
    }

    @Override
    public String toString() {
        String line = String.format(
                Locale.ROOT,
                "%s -> %s  %s, sigma %.1f%s  %s",
                input,
                output,
                model,
                parameters.sigma(),
                parameters.estimated() ? " (estimated)" : "",
                untouched ? "no noise to take away: unchanged" : error);
        return line
                + reference
                        .map(both -> "  against the reference %s -> %s dB"
                                .formatted(
                                        both.before().decibels(), both.after().decibels()))
                        .orElse("");
    }

    private static double milliseconds(Duration time) {
        return TimeUnit.NANOSECONDS.toMicros(time.toNanos()) / 1e3;
    }
}
