package io.unveil.web;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How POST /v1/reconstruct is described in the OpenAPI document; {@link ReconstructController} implements it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ReconstructOperation.Request
@PictureAnswer
@Operation(
        operationId = "reconstruct",
        summary = "Sends a picture through an autoencoder",
        description = """
                The answer is the autoencoder's reconstruction of the picture; the error between the two, in the headers or in \
                JSON, shows what the network cannot express. Size, bit depth and ICC profile are kept. A model of gray pictures answers colour in \
                gray. Where a model takes only one size, a larger picture is resized to it and the result resized back; a smaller \
                one is refused. `Unveil-Pipeline` and `notes` report the resizing.

                    curl -F file=@boot.png 'localhost:8080/v1/reconstruct?model=fashion-mnist-stride' -o boot-again.png
                    curl -F file=@boot.png -F model=fashion-mnist-stride -H 'Accept: application/json' localhost:8080/v1/reconstruct
                """,
        requestBody = @RequestBody(ref = DescribedBodies.WITH_REFERENCE))
@interface ReconstructOperation {
    String MODEL = "name of an autoencoder; may be left out where there is only one";

    /** The parameters. */
    @Target(ElementType.ANNOTATION_TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameters({
        @Parameter(
                name = "frames",
                in = QUERY,
                description = PictureAnswer.FRAMES,
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"first", "all"})),
        @Parameter(
                name = "model",
                in = QUERY,
                description = ReconstructOperation.MODEL,
                schema = @Schema(type = "string"))
    })
    @interface Request {}

    /** How its report is described. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Request
    @ReportAnswer
    @Operation(
            operationId = "reconstructReport",
            summary = "The error of a reconstruction, in figures",
            description = """
                    Like `/v1/reconstruct`, and the answer is the report: errors, parameters in use, times. The picture is inside with \
                    `include=output`.

                        curl -F file=@boot.png -F model=fashion-mnist-stride localhost:8080/v1/reconstruct/report
                    """,
            requestBody = @RequestBody(ref = DescribedBodies.WITH_REFERENCE),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The report",
                            headers =
                                    @Header(
                                            name = ReportHeaders.SERVER_TIMING,
                                            description = ReportHeaders.STAGES,
                                            schema = @Schema(type = "string")),
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(ref = DescribedReports.RECONSTRUCT))))
    @interface Report {}
}
