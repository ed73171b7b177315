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

/** How POST /v1/models/{name}/maps is described; what it does stands in {@link LayersController}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        operationId = "getMaps",
        summary = "What a layer of a model makes of a picture",
        description = """
                Each map is a gray picture from its own smallest number, black, to its own largest, white. A network of one size gets \
                the picture in that size; for others a picture of more than 256 pixels a side is shrunk. A denoiser reads that the \
                noise has sigma 25, a network that fills that nothing is hidden.

                    curl -F file=@photo.png 'localhost:8080/v1/models/denoise-gray/maps?layer=layers.0&count=8'
                """,
        parameters = {
            @Parameter(
                    name = "layer",
                    in = QUERY,
                    description = "its place, see GET /v1/models/{name}/layers; default layers.0",
                    example = "layers.0",
                    schema = @Schema(type = "string")),
            @Parameter(
                    name = "first",
                    in = QUERY,
                    description = "the first channel that is shown; default 0",
                    schema = @Schema(type = "integer", minimum = "0")),
            @Parameter(
                    name = "count",
                    in = QUERY,
                    description = "how many channels are shown; default 16",
                    schema = @Schema(type = "integer", minimum = "1", maximum = "64"))
        },
        requestBody = @RequestBody(ref = DescribedBodies.PICTURE))
@ApiResponse(
        responseCode = "200",
        description = "The maps",
        headers =
                @Header(
                        name = ReportHeaders.SERVER_TIMING,
                        description = ReportHeaders.STAGES,
                        schema = @Schema(type = "string")),
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = MapsReport.class)))
@interface MapsOperation {}
