package io.unveil.cli;

import io.unveil.pipeline.code.Reconstructed;
import java.util.List;
import java.util.Optional;

/** What is said of a reconstructed picture: the service's JSON answer, and the files. */
record ReconstructReport(
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
    /** Of the picture as the network read it. */
    record Parameters(int width, int height, int channels) {}

    static ReconstructReport of(Job job, Reconstructed done) {
        return new ReconstructReport(
                job.in().toString(),
                job.out().toString(),
                done.model(),
                done.steps(),
                done.device(),
                Reported.Image.of(done.picture()),
                new Parameters(done.taken().width(), done.taken().height(), done.channels()),
                Figures.of(done.error()),
                done.reference()
                        .map(both -> new Reported.Reference(Figures.of(both.before()), Figures.of(both.after()))),
                Reported.Timing.of(done.timing()),
                Reported.notes(done.notes()));
    }

    @Override
    public String toString() {
        return "%s -> %s  %s  %s".formatted(input, output, model, error)
                + reference
                        .map(both -> "  against the reference %s -> %s dB"
                                .formatted(
                                        both.before().decibels(), both.after().decibels()))
                        .orElse("")
                + Reported.inBrackets(notes);
    }
}
