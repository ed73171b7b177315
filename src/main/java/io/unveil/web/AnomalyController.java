package io.unveil.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.unveil.pipeline.score.Scoring;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** POST /v1/anomaly and its picture: how anomalous a picture is, and where. */
@Tag(name = ApiDescription.PICTURES)
@RestController
class AnomalyController {
    private final Scoring scoring;
    private final PictureRoute route;
    private final LimitsSettings limits;

    AnomalyController(Scoring scoring, PictureRoute route, LimitsSettings limits) {
        this.scoring = scoring;
        this.route = route;
        this.limits = limits;
    }

    @AnomalyOperation
    @PostMapping(
            path = "/v1/anomaly",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, "image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<Object> anomaly(HttpServletRequest request) throws IOException, ServletException {
        Upload file = Upload.file(request, limits.ofPictures());
        return anomaly(
                request, file, Answer.acceptedOfScore(request, file.header().format()));
    }

    @AnomalyOperation.Drawn
    @PostMapping(
            path = "/v1/anomaly/picture",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, "image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<Object> picture(HttpServletRequest request) throws IOException, ServletException {
        Upload file = Upload.file(request, limits.ofPictures());
        return anomaly(
                request, file, Answer.acceptedAsPicture(request, file.header().format()));
    }

    private ResponseEntity<Object> anomaly(HttpServletRequest request, Upload file, Answer answer)
            throws IOException, ServletException {
        AnomalyForm form = AnomalyForm.of(request, answer);
        Uploads uploads = new Uploads(file, Optional.empty(), Optional.empty());
        return route.answer(
                MemoryNeed.of(uploads, MemoryNeed.Work.MAPS, answer, form.answer()),
                uploads,
                answer,
                form.answer(),
                (pictures, deadline) -> Outcome.of(scoring.score(pictures.file(), form.options(), deadline), form));
    }
}
