package io.unveil.web;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
@Operation(
        summary = "The latent code of a picture",
        description = """
                Runs the encoder of an autoencoder: the code is a few numbers that represent the picture. The answer is a `.npy` file of float32 in \
                shape (channels, height, width), or (channels) where the code has one position; or JSON, by `Accept`. Pictures are \
                fitted to the model as in `/v1/reconstruct`; a model of all sizes takes up to a megapixel in one piece, mirrored at \
                its edges to sides that it can halve.

                    curl -F file=@boot.png 'localhost:8080/v1/encode?model=fashion-mnist-stride' -o boot.npy
                    python3 -c 'import numpy; print(numpy.load("boot.npy").shape)'
                    curl -F file=@boot.png -F model=fashion-mnist-stride -H 'Accept: application/json' localhost:8080/v1/encode
                """,
        parameters =
                @Parameter(
                        name = "model",
                        in = QUERY,
                        description = ReconstructOperation.MODEL,
                        schema = @Schema(type = "string")),
        requestBody =
                @RequestBody(
                        required = true,
                        content = {
                            @Content(
                                    mediaType = "multipart/form-data",
                                    schema = @Schema(implementation = EncodeOperation.Form.class)),
                            @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")),
                            @Content(
                                    mediaType = "application/octet-stream",
                                    schema = @Schema(type = "string", format = "binary"))
                        }),
        responses =
                @ApiResponse(
                        responseCode = "200",
                        description = "The code",
                        headers = {
                            @Header(name = "Unveil-Model", description = "the model's name"),
                            @Header(
                                    name = "Unveil-Pipeline",
                                    description =
                                            "the steps, in order: gray (a gray model reads the luma), resize (to the only size that the model takes), pad (to whole strides), encoder"),
                            @Header(
                                    name = "Server-Timing",
                                    description = "decode, queue, inference and encode in milliseconds")
                        },
                        content = {
                            @Content(
                                    mediaType = Answer.Npy.MEDIA_TYPE,
                                    schema = @Schema(type = "string", format = "binary")),
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(implementation = CodeReport.class))
                        }))
@interface EncodeOperation {
    /** The parts of multipart/form-data. */
    @Schema(name = "Encode", requiredProperties = "file")
    record Form(
            @Schema(
                    type = "string",
                    format = "binary",
                    description = "the picture: PNG, JPEG, WebP, TIFF, BMP, GIF, PNM, PSD, HDR, EXR, HEIC or AVIF")
            byte[] file) {}
}
