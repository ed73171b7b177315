package io.unveil.web;

import static io.unveil.web.Problem.*;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.unveil.job.JobSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of jobs on the routes that make them. */
@Configuration(proxyBeanMethods = false)
class JobDescription {
    /** What can go wrong when a request becomes a job. */
    static final Set<Problem> CREATION = EnumSet.of(TOO_MANY_JOBS, IDEMPOTENCY_CONFLICT, JOBS_UNAVAILABLE);

    static final Set<Problem> OF_STATES = union(EnumSet.of(UNKNOWN_JOB, JOB_STATE, JOBS_UNAVAILABLE));
    static final Set<Problem> OF_BATCHES = union(
            CREATION,
            EnumSet.of(
                    UNACCEPTABLE_ARCHIVE,
                    MISSING_IMAGE,
                    BODY_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    UNSUPPORTED_IMAGE,
                    UNKNOWN_MODEL,
                    WRONG_TASK,
                    MODEL_UNAVAILABLE));

    private static final List<String> ROUTES =
            List.of("/v1/denoise", "/v1/fill", "/v1/anomaly", "/v1/reconstruct", "/v1/encode", "/v1/decode");

    /** With those of every route. */
    @SafeVarargs
    static Set<Problem> union(Set<Problem>... more) {
        Set<Problem> all = EnumSet.copyOf(ApiDescription.ANYWHERE);
        Stream.of(more).forEach(all::addAll);
        return all;
    }

    /**
     * The preference and the key of every route that runs a model. The answer 202, which only they bring, is not listed
     * beside the picture: generated clients would ask for JSON, or no longer know that they get a picture. It is the
     * job, as at its address.
     */
    @Bean
    OpenApiCustomizer jobsOfRoutes(JobSettings settings) {
        return description -> {
            if (settings.enabled()) {
                description.getPaths().forEach((path, item) -> {
                    if (makesJobs(path)) {
                        Stream.ofNullable(item.getPost()).forEach(JobDescription::add);
                    }
                });
            }
        };
    }

    private static boolean makesJobs(String path) {
        return ROUTES.stream().anyMatch(route -> path.equals(route) || path.startsWith(route + "/"))
                || path.endsWith("/maps");
    }

    private static void add(Operation post) {
        post.addParametersItem(new HeaderParameter()
                .name(RespondAsync.PREFER)
                .description(
                        "respond-async: answer 202 at once, with the job's address in Location and the job as the body, and work on the picture behind it (RFC 7240)")
                .schema(new StringSchema()));
        post.addParametersItem(new HeaderParameter()
                .name(IdempotencyKey.HEADER)
                .description("with respond-async: sent again with it, the same request is the same job")
                .schema(new StringSchema().maxLength(255)));
    }
}
