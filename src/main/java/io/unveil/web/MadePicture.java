package io.unveil.web;

import io.unveil.image.Format;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.PictureFile;
import io.unveil.pipeline.Timing;
import io.unveil.report.DataUrl;
import io.unveil.report.Report;
import io.unveil.report.ReportDraft;
import io.unveil.report.Timings;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A picture, answered as such or in JSON.
 *
 * @param original what it was made of, where a picture came in
 */
record MadePicture(Optional<PictureFile> original, Outcome outcome, Answer answer, AnswerForm form) implements Made {
    @Override
    public String model() {
        return outcome.report().model();
    }

    @Override
    public long pixels() {
        return outcome.picture().size().pixels();
    }

    @Override
    public Timing timing() {
        return outcome.report().timing();
    }

    @Override
    public Function<Timings, ResponseEntity<Object>> encode() {
        if (answer instanceof Answer.Image image) {
            byte[] encoded = encoded(image.format());
            return timings -> picture(image, encoded, timings);
        }
        Format format =
                answer.picture().orElseGet(() -> Answer.sameAs(outcome.picture().format()));
        Optional<String> output = form.includeOutput() ? Optional.of(dataUrl(format)) : Optional.empty();
        ReportDraft draft = form.includeOutput() ? noting(format) : outcome.report();
        return timings -> ResponseEntity.ok()
                .header(ReportHeaders.SERVER_TIMING, ReportHeaders.serverTiming(timings))
                .contentType(MediaType.APPLICATION_JSON)
                .body(draft.report(timings, output));
    }

    /** With what the format has no room for. */
    private ReportDraft noting(Format format) {
        boolean untouched = original.map(file -> file.picture() == outcome.picture()
                        && format == outcome.picture().format())
                .orElse(false);
        return untouched
                ? outcome.report()
                : outcome.report().noting(Codec.losses(outcome.picture(), format, form.writing()));
    }

    /** What JSON says of it beside a picture answer. */
    Report report(Timings timings) {
        return outcome.report().report(timings, Optional.empty());
    }

    private ResponseEntity<Object> picture(Answer.Image image, byte[] encoded, Timings timings) {
        Report report = noting(image.format()).report(timings, Optional.empty());
        HttpHeaders headers = ReportHeaders.of(report);
        outcome.headers().forEach(headers::set);
        headers.set(ReportHeaders.SERVER_TIMING, ReportHeaders.serverTiming(timings));
        return ResponseEntity.ok().headers(headers).contentType(image.type()).body(encoded);
    }

    private byte[] encoded(Format format) {
        return original.map(file -> file.encode(outcome.picture(), format, form.writing()))
                .orElseGet(() -> Codec.encode(outcome.picture(), format, form.writing()));
    }

    private String dataUrl(Format format) {
        return DataUrl.of(format.mediaType(), encoded(format));
    }
}
