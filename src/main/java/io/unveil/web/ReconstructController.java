package io.unveil.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.unveil.pipeline.code.Reconstructing;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** POST /v1/reconstruct and its report: sends a picture through an autoencoder. */
@Tag(name = ApiDescription.AUTOENCODERS)
@RestController
class ReconstructController {
    private static final Set<String> PARTS = Set.of(Upload.FILE, Upload.REFERENCE);
    /** The parameters' names. */
    static final Set<String> KNOWN = AnswerForm.with(AnswerForm.FRAMES, "model");

    private final Reconstructing reconstructing;
    private final PictureRoute route;
    private final LimitsSettings limits;

    ReconstructController(Reconstructing reconstructing, PictureRoute route, LimitsSettings limits) {
        this.reconstructing = reconstructing;
        this.route = route;
        this.limits = limits;
    }

    @ReconstructOperation
    @PostMapping(
            path = "/v1/reconstruct",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, "image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<Object> reconstruct(HttpServletRequest request) throws IOException, ServletException {
        Uploads uploads = Uploads.of(request, limits.ofPictures());
        return reconstruct(
                request,
                uploads,
                Answer.accepted(request, uploads.file().header().format()));
    }

    @ReconstructOperation.Report
    @PostMapping(
            path = "/v1/reconstruct/report",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, "image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<Object> report(HttpServletRequest request) throws IOException, ServletException {
        Uploads uploads = Uploads.of(request, limits.ofPictures());
        return reconstruct(request, uploads, Answer.acceptedAsReport(request));
    }

    private ResponseEntity<Object> reconstruct(HttpServletRequest request, Uploads uploads, Answer answer)
            throws IOException, ServletException {
        Upload.requireParts(request, PARTS);
        Parameters given = Parameters.of(request, KNOWN, PARTS);
        Optional<String> model = given.text("model");
        AnswerForm form = AnswerForm.of(given);
        return route.answer(
                MemoryNeed.of(uploads, MemoryNeed.Work.RESIZED, answer, form),
                uploads,
                answer,
                form,
                (pictures, deadline) ->
                        Outcome.of(reconstructing.reconstruct(pictures.file(), model, pictures.reference(), deadline)));
    }
}
