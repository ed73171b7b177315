package io.unveil.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.unveil.pipeline.fill.FillOptions;
import io.unveil.pipeline.fill.Filling;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * POST /v1/fill and its report: whatever can be refused before a pixel is decoded is refused then; masks are checked
 * after decoding.
 */
@Tag(name = ApiDescription.PICTURES)
@RestController
class FillController {
    private final Filling filling;
    private final PictureRoute route;
    private final LimitsSettings limits;

    FillController(Filling filling, PictureRoute route, LimitsSettings limits) {
        this.filling = filling;
        this.route = route;
        this.limits = limits;
    }

    @FillOperation
    @PostMapping(
            path = "/v1/fill",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, "image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<Object> fill(HttpServletRequest request) throws IOException, ServletException {
        Uploads uploads = Uploads.withMask(request, limits.ofPictures());
        return fill(
                request,
                uploads,
                Answer.accepted(request, uploads.file().header().format()));
    }

    @FillOperation.Report
    @PostMapping(
            path = "/v1/fill/report",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, "image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<Object> report(HttpServletRequest request) throws IOException, ServletException {
        Uploads uploads = Uploads.withMask(request, limits.ofPictures());
        return fill(request, uploads, Answer.acceptedAsReport(request));
    }

    private ResponseEntity<Object> fill(HttpServletRequest request, Uploads uploads, Answer answer)
            throws IOException, ServletException {
        FillForm form = FillForm.of(request, uploads.mask().isPresent());
        return route.answer(
                MemoryNeed.ofFill(uploads, answer, form.answer()),
                uploads,
                answer,
                form.answer(),
                (pictures, deadline) -> {
                    FillOptions options = form.options(pictures.mask());
                    return Outcome.of(filling.fill(pictures.file(), options, pictures.reference(), deadline), options);
                });
    }
}
