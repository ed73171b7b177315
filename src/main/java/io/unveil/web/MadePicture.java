package io.unveil.web;

import io.unveil.image.Format;
import io.unveil.image.codec.Codec;
import io.unveil.pipeline.Timing;
import io.unveil.report.Report;
import io.unveil.report.Timings;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A picture, answered as such or in JSON. */
record MadePicture(Outcome outcome, Answer answer, AnswerForm form) implements Made {
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
        Optional<String> output = form.includeOutput()
                ? Optional.of(dataUrl(Answer.sameAs(outcome.picture().format())))
                : Optional.empty();
        return timings -> ResponseEntity.ok()
                .header(ReportHeaders.SERVER_TIMING, ReportHeaders.serverTiming(timings))
                .contentType(MediaType.APPLICATION_JSON)
                .body(outcome.report().report(timings, output));
    }

    private ResponseEntity<Object> picture(Answer.Image image, byte[] encoded, Timings timings) {
        Report report = outcome.report().report(timings, Optional.empty());
        HttpHeaders headers = ReportHeaders.of(report);
        outcome.headers().forEach(headers::set);
        headers.set(ReportHeaders.SERVER_TIMING, ReportHeaders.serverTiming(timings));
        return ResponseEntity.ok().headers(headers).contentType(image.type()).body(encoded);
    }

    private byte[] encoded(Format format) {
        return Codec.encode(outcome.picture(), format, form.jpegQuality());
    }

    private String dataUrl(Format format) {
        return "data:%s;base64,%s"
                .formatted(format.mediaType(), Base64.getEncoder().encodeToString(encoded(format)));
    }
}
