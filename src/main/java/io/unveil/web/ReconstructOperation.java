package io.unveil.web;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How POST /v1/reconstruct is described in the OpenAPI document; {@link ReconstructController} implements it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PictureAnswer
@Operation(
        summary = "Sends a picture through an autoencoder",
        description = """
                The answer is the autoencoder's reconstruction of the picture; the error between the two, in the headers or in \
                JSON, shows what the network cannot express. Size, bit depth and ICC profile are kept. A model of gray pictures answers colour in \
                gray. Where a model takes only one size, a larger picture is resized to it and the result resized back; a smaller \
                one is refused. `Unveil-Pipeline` and `notes` report the resizing.

                    curl -F file=@boot.png 'localhost:8080/v1/reconstruct?model=fashion-mnist-stride' -o boot-again.png
                    curl -F file=@boot.png -F model=fashion-mnist-stride -H 'Accept: application/json' localhost:8080/v1/reconstruct
                """,
        parameters = {
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
        },
        requestBody =
                @RequestBody(
                        required = true,
                        content = {
                            @Content(
                                    mediaType = "multipart/form-data",
                                    schema = @Schema(implementation = ReconstructOperation.Form.class)),
                            @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")),
                            @Content(
                                    mediaType = "application/octet-stream",
                                    schema = @Schema(type = "string", format = "binary"))
                        }))
@interface ReconstructOperation {
    String MODEL = "name of an autoencoder; may be left out where there is only one";

    /** The parts of multipart/form-data. */
    @Schema(name = "Reconstruct", requiredProperties = "file")
    record Form(
            @Schema(
                    type = "string",
                    format = "binary",
                    description = "the picture: PNG, JPEG, WebP, TIFF, BMP, GIF, PNM, PSD, HDR, EXR, HEIC or AVIF")
            byte[] file,

            @Schema(
                    type = "string",
                    format = "binary",
                    description = "the true picture, to compare with; may be left empty")
            byte[] reference) {}
}
