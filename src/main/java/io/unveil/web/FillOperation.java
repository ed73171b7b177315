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

/** How POST /v1/fill is described in the OpenAPI document; {@link FillController} implements it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@FillOperation.Request
@PictureAnswer
@Operation(
        operationId = "fill",
        summary = "Fills holes in a picture: text, scratches, objects",
        description = """
                Send the picture as part `file`, or as the whole body, and give the hole in one of three ways: as part \
                `mask`, a picture of the same size in which the hole is white; as `region`, a list of rectangles and polygons; or with \
                `mask-from=alpha`, which fills transparent pixels. All other pixels are kept bit for bit, with bit depth, alpha and ICC \
                profile. Parameters may be in the query or in the form, each once. The form of the answer follows `Accept`: a \
                picture with the figures in its headers, or JSON; among equally accepted formats, the input's format is kept.

                    curl -F file=@scratched.png -F mask=@scratches.png localhost:8080/v1/fill -o whole.png
                    curl -F file=@photo.jpg -F 'region=[{"x": 40, "y": 30, "width": 120, "height": 24}]' localhost:8080/v1/fill -o whole.jpg
                    curl -F file=@cut-out.png -F mask-from=alpha -F grow=2 localhost:8080/v1/fill -o whole.png
                """,
        requestBody = @RequestBody(ref = DescribedBodies.WITH_MASK))
@interface FillOperation {
    String MASK =
            "alpha: fill transparent pixels (alpha up to 127 of 255), and make them opaque; without part mask and region";
    String REGION =
            "a JSON list of rectangles {\"x\", \"y\", \"width\", \"height\"} and polygons {\"polygon\": [[x, y], ...]} in"
                    + " pixels; empty where a mask is sent";
    String INVERT = "fill the pixels that the mask leaves out; default false";
    String GROW = "widen the hole by this many pixels on all sides, for masks drawn too narrow; default 0";
    String FEATHER =
            "blend the fill into the picture over this many pixels from the rim of the hole inwards; default 0";
    String MODEL = "a model's name; by default the one that fits picture and mask";
    String METHOD =
            "auto (default): the model, and patches where a hole is wide, or the harmonic fill where there is no model; model; exemplar: patches from"
                    + " elsewhere in the picture; telea, navier-stokes, push-pull, harmonic: to compare with";

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
                name = "mask-from",
                in = QUERY,
                description = FillOperation.MASK,
                schema = @Schema(type = "string", allowableValues = "alpha")),
        @Parameter(name = "region", in = QUERY, description = FillOperation.REGION, schema = @Schema(type = "string")),
        @Parameter(name = "invert", in = QUERY, description = FillOperation.INVERT, schema = @Schema(type = "boolean")),
        @Parameter(
                name = "grow",
                in = QUERY,
                description = FillOperation.GROW,
                schema = @Schema(type = "integer", minimum = "0", maximum = "500")),
        @Parameter(
                name = "feather",
                in = QUERY,
                description = FillOperation.FEATHER,
                schema = @Schema(type = "integer", minimum = "0", maximum = "100")),
        @Parameter(name = "model", in = QUERY, description = FillOperation.MODEL, schema = @Schema(type = "string")),
        @Parameter(
                name = "method",
                in = QUERY,
                description = FillOperation.METHOD,
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {
                                    "auto",
                                    "model",
                                    "exemplar",
                                    "telea",
                                    "navier-stokes",
                                    "push-pull",
                                    "harmonic"
                                }))
    })
    @interface Request {}

    /** How its report is described. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Request
    @ReportAnswer
    @Operation(
            operationId = "fillReport",
            summary = "What filling does to a picture, in figures",
            description = """
                    Like `/v1/fill`, and the answer is the report: parameters in use, errors inside and outside the hole, times. The picture \
                    is inside with `include=output`.

                        curl -F file=@scratched.png -F mask=@scratches.png -F reference=@whole.png localhost:8080/v1/fill/report
                    """,
            requestBody = @RequestBody(ref = DescribedBodies.WITH_MASK),
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
                                            schema = @Schema(ref = DescribedReports.FILL))))
    @interface Report {}
}
