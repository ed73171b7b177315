package io.unveil.web;

import io.unveil.image.Format;
import io.unveil.image.codec.Codec;
import io.unveil.inference.Admission;
import io.unveil.inference.Deadline;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * What all routes that answer with a picture have in common: admission, decoding, encoding, timing, and both forms of
 * the answer.
 */
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

    /** What a route does with what was decoded. */
    @FunctionalInterface
    interface Work<T, R> {
        R on(T decoded, Deadline deadline);
    }

    /** Works on the pictures of a request once there is room for them. */
    ResponseEntity<Object> answer(
            Uploads uploads, Answer answer, AnswerForm form, Work<Uploads.Pictures, Outcome> work) {
        return answer(uploads.pixels(), () -> uploads.decode(limits.ofPictures()), answer, form, work);
    }

    /**
     * Works on anything that is decoded and becomes a picture.
     *
     * @param pixels that it will take room for
     */
    <T> ResponseEntity<Object> answer(
            long pixels, Supplier<T> decoding, Answer answer, AnswerForm form, Work<T, Outcome> work) {
        try (Admission.Ticket ticket = admission.admit(pixels)) {
            Stopwatch watch = new Stopwatch();
            T decoded = decoding.get();
            Duration decode = watch.lap();
            ticket.deadline().check();
            return answer(work.on(decoded, ticket.deadline()), decode, answer, form, ticket);
        }
    }

    private ResponseEntity<Object> answer(
            Outcome done, Duration decode, Answer answer, AnswerForm form, Admission.Ticket ticket) {
        Stopwatch watch = new Stopwatch();
        Format format = answer.picture().orElseGet(() -> Answer.sameAs(done.picture().format()));
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
                        .body(Report.of(done, timings, form.includeOutput() ? DataUrl.of(format.mediaType(), encoded) : null));
    }

    private static HttpHeaders headers(Outcome done, Timings timings) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Unveil-Model", done.model());
        headers.set("Unveil-Pipeline", String.join(", ", done.pipeline()));
        done.headers().forEach(headers::set);
        done.error().ifPresent(error -> {
            headers.set("Unveil-Mse", ErrorFigures.text(error.mse()));
            headers.set("Unveil-Mae", ErrorFigures.text(error.mae()));
            headers.set("Unveil-Psnr", error.decibels());
            headers.set("Unveil-Ssim", ErrorFigures.text(error.ssim()));
        });
        done.reference().ifPresent(both -> {
            headers.set("Unveil-Reference-Psnr", both.after().decibels());
            headers.set("Unveil-Reference-Ssim", ErrorFigures.text(both.after().ssim()));
        });
        headers.set("Server-Timing", timings.header());
        return headers;
    }
}
