package io.unveil.web;

import io.unveil.image.Codec;
import io.unveil.image.Format;
import io.unveil.inference.Admission;
import io.unveil.inference.Deadline;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What all routes that answer with a picture have in common: admission, decoding, encoding, timing, and both forms of the answer. */
@Component
class PictureRoute {
    private final Admission admission;
    private final LimitsSettings limits;
    private final Metrics metrics;

    PictureRoute(Admission admission, LimitsSettings limits, Metrics metrics) {
        this.admission = admission;
        this.limits = limits;
        this.metrics = metrics;
    }

    /** What a route does with pictures. */
    @FunctionalInterface
    interface Work {
        Outcome on(Uploads.Pictures pictures, Deadline deadline);
    }

    /** Works on the pictures of a request once there is room for them. */
    ResponseEntity<Object> answer(Uploads uploads, Answer answer, AnswerForm form, Work work) {
        try (Admission.Ticket ticket = admission.admit(uploads.pixels())) {
            return answer(uploads, answer, form, work, ticket);
        }
    }

    private ResponseEntity<Object> answer(
            Uploads uploads, Answer answer, AnswerForm form, Work work, Admission.Ticket ticket) {
        Stopwatch watch = new Stopwatch();
        Uploads.Pictures pictures = uploads.decode(limits.ofPictures());
        Duration decode = watch.lap();
        ticket.deadline().check();
        Outcome done = work.on(pictures, ticket.deadline());
        watch.lap();
        Format format = answer instanceof Answer.Image image
                ? image.format()
                : Answer.sameAs(done.picture().format());
        byte[] encoded = answer instanceof Answer.Image || form.includeOutput()
                ? Codec.encode(done.picture(), format, form.jpegQuality())
                : new byte[0];
        Timings timings = new Timings(
                decode,
                ticket.waited().plus(done.timing().queue()),
                done.timing().inference(),
                watch.lap());
        ticket.deadline().check();
        metrics.served(done.model(), done.picture().size().pixels(), timings);
        return answer instanceof Answer.Image
                ? ResponseEntity.ok()
                        .headers(headers(done, timings))
                        .contentType(MediaType.parseMediaType(format.mediaType()))
                        .body(encoded)
                : ResponseEntity.ok()
                        .header("Server-Timing", timings.header())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Report.of(done, timings, form.includeOutput() ? dataUrl(format, encoded) : null));
    }

    private static HttpHeaders headers(Outcome done, Timings timings) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Unveil-Model", done.model());
        headers.set("Unveil-Pipeline", String.join(", ", done.pipeline()));
        done.headers().forEach(headers::set);
        headers.set("Unveil-Mse", Figures.text(done.error().mse()));
        headers.set("Unveil-Mae", Figures.text(done.error().mae()));
        headers.set("Unveil-Psnr", done.error().decibels());
        headers.set("Unveil-Ssim", Figures.text(done.error().ssim()));
        done.reference().ifPresent(both -> {
            headers.set("Unveil-Reference-Psnr", both.after().decibels());
            headers.set("Unveil-Reference-Ssim", Figures.text(both.after().ssim()));
        });
        headers.set("Server-Timing", timings.header());
        return headers;
    }

    private static String dataUrl(Format format, byte[] bytes) {
        return "data:%s;base64,%s"
                .formatted(format.mediaType(), Base64.getEncoder().encodeToString(bytes));
    }
}
