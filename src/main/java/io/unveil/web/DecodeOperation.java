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

/** How POST /v1/decode is described in the OpenAPI document; {@link CodeController} implements it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PictureAnswer
@Operation(
        summary = "The picture that a latent code stands for",
        description = """
                Runs the decoder of an autoencoder. Send the answer of `/v1/encode`, or a code of your own: a `.npy` file (version 1.0, \
                float32 or float64, C order), or JSON with shape and values. The kind is found from the bytes. The picture is \
                a PNG of 8 bits if `Accept` does not ask for another form; its size follows from the code.

                    curl -H 'Content-Type: application/x-npy' --data-binary @boot.npy 'localhost:8080/v1/decode?model=fashion-mnist-stride' -o boot.png
                    curl -F file=@boot.npy -F model=fashion-mnist-stride localhost:8080/v1/decode -o boot.png
                """,
        parameters =
                @Parameter(
                        name = "model",
                        in = QUERY,
                        description =
                                "name of the autoencoder to which the code belongs; may be left out where there is only one",
                        schema = @Schema(type = "string")),
        requestBody =
                @RequestBody(
                        required = true,
                        content = {
                            @Content(
                                    mediaType = "multipart/form-data",
                                    schema = @Schema(implementation = DecodeOperation.Form.class)),
                            @Content(
                                    mediaType = Answer.Npy.MEDIA_TYPE,
                                    schema = @Schema(type = "string", format = "binary")),
                            @Content(
                                    mediaType = "application/octet-stream",
                                    schema = @Schema(type = "string", format = "binary")),
                            @Content(mediaType = "application/json", schema = @Schema(implementation = CodeBody.class))
                        }))
@interface DecodeOperation {
    /** The parts of multipart/form-data. */
    @Schema(name = "Decode", requiredProperties = "file")
    record Form(
            @Schema(type = "string", format = "binary", description = "the code, a .npy file or JSON")
            byte[] file) {}
}
