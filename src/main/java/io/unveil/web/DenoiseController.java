package io.unveil.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Denoising;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** POST /v1/denoise and its report: whatever can be refused is refused before a pixel is decoded. */
@Tag(name = ApiDescription.PICTURES)
@RestController
class DenoiseController {
    private final Denoising denoising;
    private final PictureRoute route;
    private final LimitsSettings limits;

    DenoiseController(Denoising denoising, PictureRoute route, LimitsSettings limits) {
        this.denoising = denoising;
        this.route = route;
        this.limits = limits;
    }

    @DenoiseOperation
    @PostMapping(
            path = "/v1/denoise",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, "image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<Object> denoise(HttpServletRequest request) throws IOException, ServletException {
        Uploads uploads = Uploads.of(request, limits.ofPictures());
        return denoise(
                request,
                uploads,
                Answer.accepted(request, uploads.file().header().format()));
    }

    @DenoiseOperation.Report
    @PostMapping(
            path = "/v1/denoise/report",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, "image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<Object> report(HttpServletRequest request) throws IOException, ServletException {
        Uploads uploads = Uploads.of(request, limits.ofPictures());
        return denoise(request, uploads, Answer.acceptedAsReport(request));
    }

    private ResponseEntity<Object> denoise(HttpServletRequest request, Uploads uploads, Answer answer)
            throws IOException, ServletException {
        DenoiseForm form = DenoiseForm.of(request);
        return route.answer(
                MemoryNeed.of(uploads, work(form.options()), answer, form.answer()),
                uploads,
                answer,
                form.answer(),
                (pictures, deadline) -> Outcome.of(
                        denoising.denoise(pictures.file(), form.options(), pictures.reference(), deadline),
                        form.options()),
                (frames, deadline) -> denoising
                        .denoiseAlike(
                                frames.stream().map(Uploads.Pictures::file).toList(),
                                form.options(),
                                frames.stream()
                                        .flatMap(frame -> frame.reference().stream())
                                        .toList(),
                                deadline)
                        .stream()
                        .map(done -> Outcome.of(done, form.options()))
                        .toList());
    }

    /** More than all the noise that is found may take a second pass. */
    private static MemoryNeed.Work work(DenoiseOptions options) {
        return Math.max(1, options.chroma()) * options.strength() > 1
                ? MemoryNeed.Work.TWO_PASSES
                : MemoryNeed.Work.SAME_SIZE;
    }
}
