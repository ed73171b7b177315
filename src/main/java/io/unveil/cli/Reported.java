package io.unveil.cli;

import io.unveil.image.Picture;
import io.unveil.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What reports of pictures have in common. */
final class Reported {
    private Reported() {}

    /** Notes as JSON has them: left out where there are none. */
    static Optional<List<String>> notes(List<String> notes) {
        return Optional.of(notes).filter(all -> !all.isEmpty());
    }

    /** The same at the end of a line. */
    static String inBrackets(Optional<List<String>> notes) {
        return notes.map(all -> "  (%s)".formatted(String.join("; ", all))).orElse("");
    }

    record Image(int width, int height, int channels, int bitDepth, String format) {
        static Image of(Picture picture) {
            return new Image(
                    picture.size().width(),
                    picture.size().height(),
                    picture.channels(),
                    picture.depth().bits(),
                    Words.of(picture.format()));
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
