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
import io.unveil.model.ShippedModels;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How POST /v1/denoise is described in the OpenAPI document; {@link DenoiseController} implements it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@DenoiseOperation.Request
@PictureAnswer
@Operation(
        operationId = "denoise",
        summary = "Removes noise from a picture",
        description = """
                Send the picture as part `file`, or as the whole body. Size, bit depth, alpha and ICC profile are kept. Parameters may \
                be in the query or in the form, each once. The form of the answer follows `Accept`: a picture with the figures in \
                its headers, or JSON; among equally accepted formats, the input's format is kept.

                    curl -F file=@noisy.png 'localhost:8080/v1/denoise?sigma=25' -o clean.png
                    curl -F file=@noisy.png -F reference=@clean.png -H 'Accept: application/json' localhost:8080/v1/denoise
                    curl --data-binary @noisy.jpg -H 'Content-Type: image/jpeg' -H 'Accept: image/png' localhost:8080/v1/denoise -o clean.png
                """,
        requestBody = @RequestBody(ref = DescribedBodies.WITH_REFERENCE))
@interface DenoiseOperation {
    String SIGMA =
            "strength of the noise: auto (default), or its standard deviation, 0 to 100 in 8-bit levels; a blind model, such as "
                    + ShippedModels.DENOISE_PHOTO + ", takes none";
    String MODEL =
            "a model's name; by default the noise decides: white noise goes to the model for gray or colour pictures, other noise to "
                    + ShippedModels.DENOISE_PHOTO
                    + ", and a picture without noise comes back as it is; with a sigma, the models for white noise serve";
    String STRENGTH =
            "how much of the noise is removed: 0 none, 1 (default) what is found, up to 2 more, where that leaves some: by as many times the sigma, or by cleaning twice";
    String CHROMA =
            "the same for the noise of the colours alone, in units of the strength: 0 leaves the colours as they are; default 1";
    String QUALITY =
            "by default one pass of the usual model; fast takes a small model, unless one is named; best is the mean over eight turns of the picture, at eight times the work";
    String METHOD = "model (default), or nlm: non-local means, to compare with";

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
                name = "sigma",
                in = QUERY,
                description = DenoiseOperation.SIGMA,
                schema = @Schema(type = "string"),
                example = "auto"),
        @Parameter(name = "model", in = QUERY, description = DenoiseOperation.MODEL, schema = @Schema(type = "string")),
        @Parameter(
                name = "strength",
                in = QUERY,
                description = DenoiseOperation.STRENGTH,
                schema = @Schema(type = "number", format = "double", minimum = "0", maximum = "2")),
        @Parameter(
                name = "chroma",
                in = QUERY,
                description = DenoiseOperation.CHROMA,
                schema = @Schema(type = "number", format = "double", minimum = "0", maximum = "2")),
        @Parameter(
                name = "quality",
                in = QUERY,
                description = DenoiseOperation.QUALITY,
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"fast", "best"})),
        @Parameter(
                name = "method",
                in = QUERY,
                description = DenoiseOperation.METHOD,
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"model", "nlm"}))
    })
    @interface Request {}

    /** How its report is described. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Request
    @ReportAnswer
    @Operation(
            operationId = "denoiseReport",
            summary = "What denoising does to a picture, in figures",
            description = """
                    Like `/v1/denoise`, and the answer is the report: noise, parameters in use, errors, times. The picture is inside with \
                    `include=output`.

                        curl -F file=@noisy.png -F reference=@clean.png localhost:8080/v1/denoise/report
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
                                            schema = @Schema(ref = DescribedReports.DENOISE))))
    @interface Report {}
}
