package io.unveil.web;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.unveil.report.Report;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How the answers of {@link PictureRoute} are described in the OpenAPI document, and the parameters that shape them.
 */
@Target({ElementType.ANNOTATION_TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            name = "quality-jpeg",
            in = QUERY,
            description = PictureAnswer.QUALITY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "100")),
    @Parameter(
            name = "metadata",
            in = QUERY,
            description = PictureAnswer.METADATA,
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"keep", "strip"})),
    @Parameter(
            name = "include",
            in = QUERY,
            description = PictureAnswer.INCLUDE,
            schema = @Schema(type = "string", allowableValues = "output"))
})
@ApiResponse(
        responseCode = "200",
        description = "The picture, or its report",
        headers = {
            @Header(
                    name = "Unveil-Model",
                    description =
                            "the model's name, or that of the method without a model; only in picture answers, like all that follow"),
            @Header(name = "Unveil-Pipeline", description = PictureAnswer.PIPELINE),
            @Header(
                    name = "Unveil-Notes",
                    description =
                            "in plain words, what a reader should know, between semicolons; left out where nothing"),
            @Header(
                    name = "Unveil-Frames",
                    description =
                            "of a file with several frames or pages: how many were worked on, and how many there are, as in 1/12; left out of a single picture"),
            @Header(
                    name = "Unveil-Noise",
                    description =
                            "of denoising: what noise the input has, its standard deviation in 8-bit levels and how sure that is, as in camera;sigma=8.60;confidence=high; kinds are none, white, signal-dependent, camera, impulses and jpeg"),
            @Header(
                    name = "Unveil-Sigma",
                    description = "of denoising: noise level used, 8-bit levels; left out of a blind model"),
            @Header(
                    name = "Unveil-Mse",
                    description = "mean squared error between input and output, where a picture was sent"
                            + PictureAnswer.UNCODED),
            @Header(
                    name = "Unveil-Mae",
                    description = "mean absolute error between input and output" + PictureAnswer.UNCODED),
            @Header(
                    name = "Unveil-Psnr",
                    description =
                            "PSNR between input and output in dB; inf for equal pictures" + PictureAnswer.UNCODED),
            @Header(name = "Unveil-Ssim", description = "SSIM between input and output" + PictureAnswer.UNCODED),
            @Header(name = "Unveil-Reference-Psnr", description = "PSNR of the output against the reference in dB"),
            @Header(name = "Unveil-Reference-Ssim", description = "SSIM of the output against the reference"),
            @Header(
                    name = "Server-Timing",
                    description = "decode, queue, inference and encode in milliseconds; JSON too")
        },
        content = {
            @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "image/tiff", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "image/bmp", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "application/json", schema = @Schema(implementation = Report.class))
        })
@interface PictureAnswer {
    String QUALITY =
            "quality of a JPEG answer; default: that of the JPEG that came, from 90 to 95, with its chroma sampling";
    String METADATA = "keep (default): Exif, XMP and IPTC go into the answer; strip: they do not";
    String FRAMES =
            "of an animated GIF, WebP or PNG, or a TIFF of several pages: first (default) takes the first; all works on all alike, and answers an animation (PNG, WebP; GIF becomes PNG) with its times, or TIFF";
    String PIPELINE = "the steps, in order: estimate (of the noise), gray (a gray model reads the luma), resize (to the"
            + " size that the model takes, and back), then model, decoder, the name of a method, or untouched (no visible"
            + " noise); fallback before the method that stands in for a missing model";
    String INCLUDE =
            "output puts the picture into a JSON answer as a data URL, in the format that came or in one that Accept"
                    + " names besides: application/json, image/png;q=0.5";
    String UNCODED = "; of the picture before it is encoded: a JPEG answer adds an error of its own";
}
