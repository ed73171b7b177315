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

/** How POST /v1/encode is described in the OpenAPI document; {@link CodeController} implements it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EncodeOperation.Request
@Operation(
        operationId = "encode",
        summary = "The latent code of a picture",
        description = """
                Runs the encoder of an autoencoder: the code is a few numbers that represent the picture. The answer is a `.npy` file of float32 in \
                shape (channels, height, width), or (channels) where the code has one position; or JSON, by `Accept`. Pictures are \
                fitted to the model as in `/v1/reconstruct`; a model of all sizes takes up to a megapixel in one piece, mirrored at \
                its edges to sides that it can halve.

                    curl -F file=@boot.png 'localhost:8080/v1/encode?model=fashion-mnist-stride' -o boot.npy
                    python3 -c 'import numpy; print(numpy.load("boot.npy").shape)'
                """,
        requestBody = @RequestBody(ref = DescribedBodies.PICTURE),
        responses =
                @ApiResponse(
                        responseCode = "200",
                        description = "The code",
                        headers = {
                            @Header(
                                    name = "Unveil-Model",
                                    description = "the model's name",
                                    schema = @Schema(type = "string")),
                            @Header(
                                    name = "Unveil-Pipeline",
                                    description = EncodeOperation.PIPELINE,
                                    schema = @Schema(type = "string")),
                            @Header(
                                    name = ReportHeaders.SERVER_TIMING,
                                    description = ReportHeaders.STAGES,
                                    schema = @Schema(type = "string"))
                        },
                        content =
                                @Content(
                                        mediaType = Answer.Npy.MEDIA_TYPE,
                                        schema = @Schema(type = "string", format = "binary"))))
@interface EncodeOperation {
    String PIPELINE =
            "the steps, in order: gray (a gray model reads the luma), resize (to the only size that the model takes), pad (to whole strides), encoder";

    /** The parameters. */
    @Target(ElementType.ANNOTATION_TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameters(
            @Parameter(
                    name = "model",
                    in = QUERY,
                    description = ReconstructOperation.MODEL,
                    schema = @Schema(type = "string")))
    @interface Request {}

    /** How the code in JSON is described. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Request
    @Operation(
            operationId = "encodeReport",
            summary = "The latent code of a picture in JSON",
            description = """
                    Like `/v1/encode`, and the answer has the code as numbers, with the report. `/v1/decode/values` takes its `code`.

                        curl -F file=@boot.png -F model=fashion-mnist-stride localhost:8080/v1/encode/report
                    """,
            requestBody = @RequestBody(ref = DescribedBodies.PICTURE),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The code and its report",
                            headers = {
                                @Header(
                                        name = "Unveil-Model",
                                        description = "the model's name",
                                        schema = @Schema(type = "string")),
                                @Header(
                                        name = "Unveil-Pipeline",
                                        description = EncodeOperation.PIPELINE,
                                        schema = @Schema(type = "string")),
                                @Header(
                                        name = ReportHeaders.SERVER_TIMING,
                                        description = ReportHeaders.STAGES,
                                        schema = @Schema(type = "string"))
                            },
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = CodeReport.class))))
    @interface Report {}
}
