package io.unveil.web;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.HEADER;
import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** How POST /v1/batches/{task} is described in the OpenAPI document; {@link BatchController} implements it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        operationId = "startBatch",
        summary = "Many pictures as one job",
        description = """
            A ZIP file as the body, or parts `file` that are pictures or ZIP files. Each picture goes through `/v1/denoise`, `/v1/fill` or \
            `/v1/anomaly` with the same parameters, which stand in the query or the form. The result is a ZIP file with the pictures under \
            their names, `report.json` and `report.csv`; a picture that fails is an entry in the reports.

                curl --data-binary @pictures.zip -H 'Content-Type: application/zip' 'localhost:8080/v1/batches/denoise?sigma=25'
                curl -F file=@a.png -F file=@b.png -F mask=@mask.png localhost:8080/v1/batches/fill
            """,
        parameters = {
            @Parameter(
                    name = "format",
                    in = QUERY,
                    description =
                            "what each picture becomes; default: its own format, of anomalies only the report unless a"
                                    + " view is named",
                    schema =
                            @Schema(
                                    type = "string",
                                    allowableValues = {"png", "jpeg", "webp", "tiff", "bmp", "pnm", "json"})),
            @Parameter(
                    name = "Idempotency-Key",
                    in = HEADER,
                    description = "sent again with it, the same batch is the same job",
                    schema = @Schema(type = "string", maxLength = 255))
        },
        requestBody =
                @RequestBody(
                        required = true,
                        content = {
                            @Content(
                                    mediaType = "multipart/form-data",
                                    schema = @Schema(implementation = BatchOperation.Form.class)),
                            @Content(
                                    mediaType = "application/zip",
                                    schema = @Schema(type = "string", format = "binary"))
                        }))
@ApiResponse(
        responseCode = "202",
        description = "The job",
        headers = {
            @Header(name = "Location", description = "the job's address", schema = @Schema(type = "string")),
            @Header(name = "Preference-Applied", description = "respond-async", schema = @Schema(type = "string"))
        },
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = JobReport.class)))
@interface BatchOperation {
    /** The parts of multipart/form-data. */
    @Schema(name = "Batch", requiredProperties = "file")
    record Form(
            @ArraySchema(
                    schema = @Schema(type = "string", format = "binary"),
                    arraySchema = @Schema(description = "the pictures, or ZIP files of them"))
            List<byte[]> file,

            @Schema(
                    type = "string",
                    format = "binary",
                    description = "of filling: the mask of all pictures; may be left out")
            byte[] mask) {}
}
