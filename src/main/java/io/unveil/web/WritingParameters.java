package io.unveil.web;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters that say how a picture is written, in the OpenAPI document; {@link AnswerForm} reads them. */
@Target({ElementType.ANNOTATION_TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            name = "quality-jpeg",
            in = QUERY,
            description =
                    "quality of a JPEG answer; default: that of the JPEG that came, from 90 to 95, with its chroma sampling",
            schema = @Schema(type = "integer", minimum = "1", maximum = "100")),
    @Parameter(
            name = "metadata",
            in = QUERY,
            description = "keep (default): Exif, XMP and IPTC go into the answer; strip: they do not",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"keep", "strip"}))
})
@interface WritingParameters {}
