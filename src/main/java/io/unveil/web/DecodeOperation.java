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

/** How POST /v1/decode is described in the OpenAPI document; {@link CodeController} implements it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@DecodeOperation.Request
@PictureAnswer
@Operation(
        operationId = "decode",
        summary = "The picture that a latent code stands for",
        description = """
                Runs the decoder of an autoencoder. Send the answer of `/v1/encode`, or a code of your own: a `.npy` file (version 1.0, \
                float32 or float64, C order), or JSON with shape and values. The kind is found from the bytes. The picture is \
                a PNG of 8 bits if `Accept` does not ask for another form; its size follows from the code.

                    curl -H 'Content-Type: application/x-npy' --data-binary @boot.npy 'localhost:8080/v1/decode?model=fashion-mnist-stride' -o boot.png
                    curl -F file=@boot.npy -F model=fashion-mnist-stride localhost:8080/v1/decode -o boot.png
                """,
        requestBody = @RequestBody(ref = DescribedBodies.CODE))
@interface DecodeOperation {
    String MODEL = "name of the autoencoder to which the code belongs; may be left out where there is only one";

    /** The parameters. */
    @Target(ElementType.ANNOTATION_TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameters(
            @Parameter(
                    name = "model",
                    in = QUERY,
                    description = DecodeOperation.MODEL,
                    schema = @Schema(type = "string")))
    @interface Request {}

    /** How its report is described. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Request
    @ReportAnswer
    @Operation(
            operationId = "decodeReport",
            summary = "The picture that a latent code stands for, in a report",
            description = """
                    Like `/v1/decode`, and the answer is the report: times, and with `include=output` the picture.

                        curl -F file=@boot.npy -F model=fashion-mnist-stride -F include=output localhost:8080/v1/decode/report
                    """,
            requestBody = @RequestBody(ref = DescribedBodies.CODE),
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
                                            schema = @Schema(ref = DescribedReports.DECODE))))
    @interface Report {}

    /** How a code in JSON is described: beside a form, clients that are generated would send the form as JSON. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Request
    @PictureAnswer
    @Operation(
            operationId = "decodeValues",
            summary = "The picture that a latent code in JSON stands for",
            description = """
                    Like `/v1/decode`, with the code as numbers.

                        curl -H 'Content-Type: application/json' -d '{"shape": [2], "values": [0.5, -1]}' localhost:8080/v1/decode/values -o drawn.png
                    """,
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = CodeBody.class))))
    @interface Values {}
}
