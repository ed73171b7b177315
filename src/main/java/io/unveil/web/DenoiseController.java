package io.unveil.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.unveil.image.Codec;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.inference.Admission;
import io.unveil.pipeline.Denoised;
import io.unveil.pipeline.Denoising;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** POST /v1/denoise: everything that can be refused is refused before a pixel is decoded. */
@Tag(name = "Pictures", description = "cleaned, and measured")
@RestController
class DenoiseController {
    private final Denoising denoising;
    private final Admission admission;
    private final LimitsSettings limits;
    private final Metrics metrics;

    DenoiseController(Denoising denoising, Admission admission, LimitsSettings limits, Metrics metrics) {
        this.denoising = denoising;
        this.admission = admission;
        this.limits = limits;
        this.metrics = metrics;
    }

    @DenoiseOperation
    @PostMapping(
            path = "/v1/denoise",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, "image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<Object> denoise(HttpServletRequest request) throws IOException, ServletException {
        Upload file = Upload.file(request, limits.ofPictures());
        Optional<Upload> reference = Upload.reference(request, limits.ofPictures());
        Answer answer = Answer.accepted(request, file.header().format());
        DenoiseForm form = DenoiseForm.of(request);
        long pixels = file.pixels() + reference.map(Upload::pixels).orElse(0L);
        try (Admission.Ticket ticket = admission.admit(pixels)) {
            return answer(file, reference, form, answer, ticket);
        }
    }

    private ResponseEntity<Object> answer(
            Upload file, Optional<Upload> reference, DenoiseForm form, Answer answer, Admission.Ticket ticket) {
        Stopwatch watch = new Stopwatch();
        Picture noisy = file.decode(limits.ofPictures());
        Optional<Picture> clean = reference.map(upload -> upload.decode(limits.ofPictures()));
        Duration decode = watch.lap();
        ticket.deadline().check();
        Denoised done = denoising.denoise(noisy, form.wish(), clean, ticket.deadline());
        watch.lap();
        Format format = answer instanceof Answer.Image image ? image.format() : Answer.sameAs(noisy.format());
        byte[] encoded = answer instanceof Answer.Image || form.includeOutput()
                ? Codec.encode(done.picture(), format, form.jpegQuality())
                : new byte[0];
        Timings timings = new Timings(
                decode,
                ticket.waited().plus(done.timing().queue()),
                done.timing().inference(),
                watch.lap());
        ticket.deadline().check();
        metrics.denoised(done, timings);
        return answer instanceof Answer.Image
                ? ResponseEntity.ok()
                        .headers(headers(done, form, timings))
                        .contentType(MediaType.parseMediaType(format.mediaType()))
                        .body(encoded)
                : ResponseEntity.ok()
                        .header("Server-Timing", timings.header())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(DenoiseReport.of(
                                done, form, timings, form.includeOutput() ? dataUrl(format, encoded) : null));
    }

    private static HttpHeaders headers(Denoised done, DenoiseForm form, Timings timings) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Unveil-Model", done.model());
        headers.set("Unveil-Pipeline", String.join(", ", DenoiseReport.pipeline(done, form)));
        headers.set("Unveil-Sigma", Figures.text(done.sigma()));
        headers.set("Unveil-Mse", Figures.text(done.error().mse()));
        headers.set("Unveil-Mae", Figures.text(done.error().mae()));
        headers.set("Unveil-Psnr", Figures.text(done.error().psnr()));
        headers.set("Unveil-Ssim", Figures.text(done.error().ssim()));
        done.reference().ifPresent(both -> {
            headers.set("Unveil-Reference-Psnr", Figures.text(both.after().psnr()));
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
