package io.unveil.cli;

import io.unveil.image.Picture;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What reports of pictures have in common. */
final class Reported {
    private Reported() {}

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

    /** Input and output against the reference. */
    record Reference(Figures before, Figures after) {}

    /** In milliseconds. */
    record Timing(double queue, double inference) {
        static Timing of(io.unveil.pipeline.Timing timing) {
            return new Timing(
                    TimeUnit.NANOSECONDS.toMicros(timing.queue().toNanos()) / 1e3,
                    TimeUnit.NANOSECONDS.toMicros(timing.inference().toNanos()) / 1e3);
        }
    }
}
