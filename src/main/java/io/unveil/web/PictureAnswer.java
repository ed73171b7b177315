package io.unveil.web;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a picture that {@link PictureRoute} answers with is described in the OpenAPI document. The range of all pictures
 * comes first, because Swagger UI asks for the first type, and it means the format that came in.
 */
@Target({ElementType.ANNOTATION_TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@WritingParameters
@ApiResponse(
        responseCode = "200",
        description = "The picture; its figures are in the headers",
        headers = {
            @Header(
                    name = "Unveil-Model",
                    description = "the model's name, or that of the method without a model",
                    schema = @Schema(type = "string")),
            @Header(name = "Unveil-Pipeline", description = PictureAnswer.PIPELINE, schema = @Schema(type = "string")),
            @Header(
                    name = "Unveil-Notes",
                    description =
                            "in plain words, what a reader should know, between semicolons; left out where nothing",
                    schema = @Schema(type = "string")),
            @Header(
                    name = "Unveil-Frames",
                    description =
                            "of a file with several frames or pages: how many were worked on, and how many there are, as in 1/12; left out of a single picture",
                    schema = @Schema(type = "string")),
            @Header(
                    name = "Unveil-Noise",
                    description =
                            "of denoising: what noise the input has, its standard deviation in 8-bit levels and how sure that is, as in camera;sigma=8.60;confidence=high; kinds are none, white, signal-dependent, camera, impulses and jpeg",
                    schema = @Schema(type = "string")),
            @Header(
                    name = "Unveil-Sigma",
                    description = "of denoising: noise level used, 8-bit levels; left out of a blind model",
                    schema = @Schema(type = "number")),
            @Header(
                    name = "Unveil-Mse",
                    description = "mean squared error between input and output, where a picture was sent"
                            + PictureAnswer.UNCODED,
                    schema = @Schema(type = "number")),
            @Header(
                    name = "Unveil-Mae",
                    description = "mean absolute error between input and output" + PictureAnswer.UNCODED,
                    schema = @Schema(type = "number")),
            @Header(
                    name = "Unveil-Psnr",
                    description = "PSNR between input and output in dB; inf for equal pictures" + PictureAnswer.UNCODED,
                    schema = @Schema(type = "string")),
            @Header(
                    name = "Unveil-Ssim",
                    description = "SSIM between input and output" + PictureAnswer.UNCODED,
                    schema = @Schema(type = "number")),
            @Header(
                    name = "Unveil-Reference-Psnr",
                    description = "PSNR of the output against the reference in dB; inf for equal pictures",
                    schema = @Schema(type = "string")),
            @Header(
                    name = "Unveil-Reference-Ssim",
                    description = "SSIM of the output against the reference",
                    schema = @Schema(type = "number")),
            @Header(name = "Server-Timing", description = ReportHeaders.STAGES, schema = @Schema(type = "string"))
        },
        content = {
            @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "image/tiff", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "image/bmp", schema = @Schema(type = "string", format = "binary"))
        })
@interface PictureAnswer {
    String FRAMES =
            "of an animated GIF, WebP or PNG, or a TIFF of several pages: first (default) takes the first; all works on all alike, and answers an animation (PNG, WebP; GIF becomes PNG) with its times, or TIFF";
    String PIPELINE = "the steps, in order: estimate (of the noise), gray (a gray model reads the luma), resize (to the"
            + " size that the model takes, and back), then model, decoder, the name of a method, or untouched (no visible"
            + " noise); fallback before the method that stands in for a missing model";
    String UNCODED = "; of the picture before it is encoded: a JPEG answer adds an error of its own";
}
