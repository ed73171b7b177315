package io.unveil.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.unveil.image.Picture;
import io.unveil.inference.Admission;
import io.unveil.pipeline.Comparing;
import io.unveil.report.ErrorFigures;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** POST /v1/compare: the error between two pictures. */
@Tag(name = ApiDescription.PICTURES)
@RestController
class CompareController {
    private static final Set<String> PARTS = Set.of(Upload.FILE, Upload.REFERENCE);

    private final Admission admission;
    private final LimitsSettings limits;

    CompareController(Admission admission, LimitsSettings limits) {
        this.admission = admission;
        this.limits = limits;
    }

    @Operation(
            operationId = "compare",
            summary = "The error between two pictures",
            description = "Both of one size, and both gray or both colour. Figures in 8-bit levels, peak 255.",
            requestBody = @RequestBody(ref = DescribedBodies.PAIR),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The error",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = ErrorFigures.class))))
    @PostMapping(path = "/v1/compare", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ErrorFigures> compare(HttpServletRequest request) throws IOException, ServletException {
        Upload file = Upload.file(request, limits.ofPictures());
        Upload reference = Upload.reference(request, limits.ofPictures())
                .orElseThrow(() -> new ProblemException(
                        Problem.MISSING_IMAGE, "the body has no part 'reference' to compare with"));
        Answer.requireJson(request);
        Upload.requireParts(request, PARTS);
        Parameters.of(request, Set.of(), PARTS);
        try (Admission.Ticket ticket =
                admission.admit(MemoryNeed.of(List.of(file, reference), MemoryNeed.Work.FIGURES), Caller.orNobody())) {
            Picture picture = file.decode(limits.ofPictures());
            Picture clean = reference.decode(limits.ofPictures());
            ticket.deadline().check();
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(ErrorFigures.of(Comparing.compare(picture, clean)));
        }
    }
}
