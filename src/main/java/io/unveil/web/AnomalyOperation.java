package io.unveil.web;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.unveil.model.ShippedModels;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How POST /v1/anomaly is described in the OpenAPI document; {@link AnomalyController} implements it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        operationId = "scoreAnomaly",
        summary = "Scores how anomalous a picture is",
        description = """
                The model has learnt only from normal pictures. The score is the share of normal pictures that look less anomalous. A \
                picture that reaches the threshold is anomalous; `falseAlarmRate` is the share of normal pictures expected to reach \
                it. `/v1/anomaly/picture` shows the places; so does this route where `Accept` is `image/*` or a format.

                    curl -F file=@part.png 'localhost:8080/v1/anomaly?model=anomaly-surfaces'
                    curl -F file=@part.png -F threshold=0.999 -F include=output localhost:8080/v1/anomaly
                """,
        requestBody = @RequestBody(ref = DescribedBodies.PICTURE),
        responses =
                @ApiResponse(
                        responseCode = "200",
                        description = "The verdict",
                        headers =
                                @Header(
                                        name = ReportHeaders.SERVER_TIMING,
                                        description = ReportHeaders.STAGES,
                                        schema = @Schema(type = "string")),
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(ref = DescribedReports.ANOMALY),
                                        examples =
                                                @ExampleObject(name = "a scratch", value = AnomalyOperation.EXAMPLE))))
@AnomalyOperation.Request
@WritingParameters
@AnomalyOperation.Included
@interface AnomalyOperation {
    String MODEL = "a model's name; by default " + ShippedModels.ANOMALY_SURFACES
            + ", which ships, and without it the only one that there is";
    String THRESHOLD =
            "pictures with at least this score are anomalous; default 0.99, one false alarm in a hundred normal"
                    + " pictures, and 0.5 for a model that was never calibrated; or balanced, where as many drawn defects are"
                    + " missed as there are false alarms, from 0.95 to 0.99";
    String VIEW = "what a picture answer shows: heatmap (default), on an absolute scale from blue over gray, where the"
            + " threshold is, to yellow; overlay, the same over the picture, with places that reach the threshold outlined; mask, white"
            + " in those places; reconstruction, the picture as it should be, for models that have one";
    String INCLUDE =
            "what a JSON answer holds besides: output, the view as a data URL; map, the scores of all places as a"
                    + " .npy file in a data URL, from which verdict and boxes of any threshold follow; or both, output,map";
    String SCORING = "one of the model's scorings, see GET /v1/models; by default its first";
    String PIPELINE = "the steps, in order: gray (a gray model reads the luma), resize (to the area that the model"
            + " knows), standardise, then the scoring's name";
    String EXAMPLE = """
            {"model": "anomaly-surfaces", "pipeline": ["resize", "standardise", "segmentation"], "device": "cpu",
             "image": {"width": 400, "height": 300, "channels": 1, "bitDepth": 8, "format": "png"},
             "parameters": {"scoring": "segmentation", "view": "heatmap", "width": 296, "height": 222},
             "timing": {"decode": 2.1, "queue": 0.0, "inference": 61.8, "encode": 0.0},
             "anomaly": {"score": 0.998312, "threshold": 0.99, "anomalous": true, "calibrated": true, "familiar": true, "distance": 0.42,
                         "falseAlarmRate": 0.01, "raw": 3.41207, "boxes": [{"x": 113, "y": 40, "width": 36, "height": 12, "score": 0.999104}]},
             "notes": ["the picture of 400 x 300 was read at 296 x 222, the area that the model knows"]}
            """;

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
                description = AnomalyOperation.MODEL,
                example = ShippedModels.ANOMALY_SURFACES,
                schema = @Schema(type = "string")),
        @Parameter(
                name = "threshold",
                in = QUERY,
                description = AnomalyOperation.THRESHOLD,
                schema = @Schema(type = "string", defaultValue = "0.99")),
        @Parameter(
                name = "view",
                in = QUERY,
                description = AnomalyOperation.VIEW,
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"heatmap", "overlay", "mask", "reconstruction"})),
        @Parameter(
                name = "scoring",
                in = QUERY,
                description = AnomalyOperation.SCORING,
                schema = @Schema(type = "string"))
    })
    @interface Request {}

    /** How the picture of the places is described. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Request
    @WritingParameters
    @Operation(
            operationId = "drawAnomaly",
            summary = "Shows where a picture is anomalous",
            description = """
                    Like `/v1/anomaly`, and the answer is a picture of the anomalous places in the size of the input; the figures are \
                    in its headers.

                        curl -F file=@part.png -F view=overlay localhost:8080/v1/anomaly/picture -o where.png
                    """,
            requestBody = @RequestBody(ref = DescribedBodies.PICTURE),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "A view of the places",
                            headers = {
                                @Header(
                                        name = "Unveil-Model",
                                        description = "the model's name",
                                        schema = @Schema(type = "string")),
                                @Header(
                                        name = "Unveil-Pipeline",
                                        description = AnomalyOperation.PIPELINE,
                                        schema = @Schema(type = "string")),
                                @Header(
                                        name = "Unveil-Score",
                                        description = "0 to 1: the share of normal pictures that look less anomalous",
                                        schema = @Schema(type = "number")),
                                @Header(
                                        name = "Unveil-Threshold",
                                        description = "pictures with at least this score are anomalous",
                                        schema = @Schema(type = "number")),
                                @Header(
                                        name = "Unveil-Anomalous",
                                        description = "true or false: whether the score reaches the threshold",
                                        schema = @Schema(type = "boolean")),
                                @Header(
                                        name = "Unveil-Calibrated",
                                        description =
                                                "false where the model was never calibrated, or the picture is not familiar: score and threshold are then guesses",
                                        schema = @Schema(type = "boolean")),
                                @Header(
                                        name = "Unveil-Familiar",
                                        description =
                                                "whether the picture looks, on the whole, like the normal ones; left out where the model does not know these",
                                        schema = @Schema(type = "boolean")),
                                @Header(
                                        name = "Unveil-False-Alarm-Rate",
                                        description =
                                                "share of normal pictures expected to reach the threshold; only where calibrated",
                                        schema = @Schema(type = "number")),
                                @Header(
                                        name = "Unveil-Mse",
                                        description =
                                                "mean squared error between the picture and the model's reconstruction, where it has one",
                                        schema = @Schema(type = "number")),
                                @Header(
                                        name = "Unveil-Mae",
                                        description = "mean absolute error between them",
                                        schema = @Schema(type = "number")),
                                @Header(
                                        name = "Unveil-Psnr",
                                        description = "PSNR between them in dB; inf for equal pictures",
                                        schema = @Schema(type = "string")),
                                @Header(
                                        name = "Unveil-Ssim",
                                        description = "SSIM between them",
                                        schema = @Schema(type = "number")),
                                @Header(
                                        name = "Unveil-Notes",
                                        description =
                                                "in plain words, what a reader should know, between semicolons; left out where nothing",
                                        schema = @Schema(type = "string")),
                                @Header(
                                        name = "Server-Timing",
                                        description = ReportHeaders.STAGES,
                                        schema = @Schema(type = "string"))
                            },
                            content = {
                                @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "image/jpeg",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "image/webp",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "image/tiff",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = "image/bmp", schema = @Schema(type = "string", format = "binary"))
                            }))
    @interface Drawn {}

    /** What the JSON holds besides. */
    @Target(ElementType.ANNOTATION_TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameters(
            @Parameter(
                    name = "include",
                    in = QUERY,
                    description = AnomalyOperation.INCLUDE,
                    schema =
                            @Schema(
                                    type = "string",
                                    allowableValues = {"output", "map", "output,map"})))
    @interface Included {}
}
