package io.unveil.web;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters of an operation that answers with a report, in which the picture may be. */
@Target({ElementType.ANNOTATION_TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@WritingParameters
@Parameters(
        @Parameter(
                name = "include",
                in = QUERY,
                description =
                        "output puts the picture into the answer as a data URL, in the format that came or in one that Accept"
                                + " names besides: application/json, image/png;q=0.5",
                schema = @Schema(type = "string", allowableValues = "output")))
@interface ReportAnswer {}
