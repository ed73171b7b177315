package io.unveil.web;

import static io.unveil.web.Problem.*;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import io.unveil.model.ShippedModels;
import io.unveil.pipeline.fill.Regions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/**
 * The parts of the OpenAPI document beside the operations: general information, keys, and every error with an example
 * from {@link Problem}.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    static final String PICTURES = "Pictures";
    static final String AUTOENCODERS = "Autoencoders";
    static final String JOBS = "Jobs";
    static final String MODELS = "Models";

    static final Set<Problem> ANYWHERE = EnumSet.of(
            INVALID_PARAMETER, MALFORMED_REQUEST, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNAUTHORIZED, INTERNAL);
    /** All problems except a wrong address. */
    static final Set<Problem> OF_MODELS_AT_WORK = Collections.unmodifiableSet(
            EnumSet.complementOf(EnumSet.of(NOT_FOUND, UNKNOWN_JOB, JOB_STATE, UNACCEPTABLE_ARCHIVE)));

    private static final Set<Problem> OF_PICTURES = complement(
            OF_MODELS_AT_WORK, JobDescription.CREATION, EnumSet.of(UNKNOWN_MODEL, WRONG_TASK, MODEL_UNAVAILABLE));
    /** The routes as they are listed, in the order of README, with what can go wrong on each. */
    private static final Map<String, Set<Problem>> BY_PATH = byPath();

    private static Map<String, Set<Problem>> byPath() {
        Map<String, Set<Problem>> all = new LinkedHashMap<>();
        all.put("/v1/denoise", OF_MODELS_AT_WORK);
        all.put("/v1/denoise/report", OF_MODELS_AT_WORK);
        all.put("/v1/compare", OF_PICTURES);
        all.put("/v1/fill", OF_MODELS_AT_WORK);
        all.put("/v1/fill/report", OF_MODELS_AT_WORK);
        all.put("/v1/anomaly", OF_MODELS_AT_WORK);
        all.put("/v1/anomaly/picture", OF_MODELS_AT_WORK);
        all.put("/v1/reconstruct", OF_MODELS_AT_WORK);
        all.put("/v1/reconstruct/report", OF_MODELS_AT_WORK);
        all.put("/v1/encode", OF_MODELS_AT_WORK);
        all.put("/v1/encode/report", OF_MODELS_AT_WORK);
        all.put("/v1/decode", OF_MODELS_AT_WORK);
        all.put("/v1/decode/values", OF_MODELS_AT_WORK);
        all.put("/v1/decode/report", OF_MODELS_AT_WORK);
        all.put("/v1/batches/{task}", JobDescription.OF_BATCHES);
        all.put("/v1/jobs/{id}", with(with(ANYWHERE, UNKNOWN_JOB), JOBS_UNAVAILABLE));
        all.put("/v1/jobs/{id}/result", JobDescription.union(JobDescription.OF_STATES, OF_MODELS_AT_WORK));
        all.put("/v1/jobs/{id}/events", with(with(with(ANYWHERE, UNKNOWN_JOB), JOBS_UNAVAILABLE), BUSY));
        all.put("/v1/jobs/{id}/resume", JobDescription.OF_STATES);
        all.put("/v1/models", ANYWHERE);
        all.put("/v1/models/{name}", with(ANYWHERE, UNKNOWN_MODEL));
        all.put(
                "/v1/models/{name}/layers",
                with(with(with(ANYWHERE, UNKNOWN_MODEL), MODEL_UNAVAILABLE), UNPROCESSABLE_IMAGE));
        all.put("/v1/models/{name}/maps", OF_MODELS_AT_WORK);
        return all;
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("unveil")
                        .version("v1")
                        .description("Cleans and fills pictures, and finds anomalies in them, with convolutional"
                                + " autoencoders that it trains itself.")
                        .contact(new Contact().name("whoever runs this service"))
                        .license(new License()
                                .name("Apache License 2.0")
                                .url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url("/").description("this service")))
                .tags(List.of(
                        new Tag().name(PICTURES).description("cleaned, compared, filled and inspected"),
                        new Tag()
                                .name(AUTOENCODERS)
                                .description("pictures through a network, into its latent code and back"),
                        new Tag().name(JOBS).description("long work, whose result is fetched later"),
                        new Tag().name(MODELS).description("the models that there are, and what is inside them")))
                .components(new Components()
                        .addSecuritySchemes(
                                "key",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("X-API-Key")
                                        .description("only where the service has keys set"))
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement())
                .addSecurityItem(new SecurityRequirement().addList("key"))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    /** Runs after springdoc has removed the schemas that no operation names. */
    @Bean
    OpenApiCustomizer errors() {
        return description -> {
            description.getComponents().addSchemas("Problem", problem());
            description
                    .getPaths()
                    .forEach((path, item) -> item.readOperations()
                            .forEach(operation -> BY_PATH.getOrDefault(path, ANYWHERE).stream()
                                    .collect(Collectors.groupingBy(Problem::status, TreeMap::new, Collectors.toList()))
                                    .forEach((status, problems) -> operation
                                            .getResponses()
                                            .addApiResponse(
                                                    String.valueOf(status.value()),
                                                    response(status, problems, path)))));
        };
    }

    /** Springdoc lists the routes in the order of beans, which means nothing to a reader. */
    @Bean
    OpenApiCustomizer order() {
        return description -> {
            Paths found = description.getPaths();
            Paths sorted = new Paths();
            BY_PATH.keySet().stream().filter(found::containsKey).forEach(path -> sorted.put(path, found.get(path)));
            found.forEach(sorted::putIfAbsent);
            description.setPaths(sorted);
        };
    }

    /**
     * Swagger UI starts a field with its first example and lets the others be chosen: with a mask nothing is in the
     * way, and without one a region is a click away. Not as annotations: springdoc takes an example that looks like
     * JSON for JSON, where it is a text.
     */
    @Bean
    OpenApiCustomizer examplesOfRegions() {
        Map<String, Example> examples = new LinkedHashMap<>();
        examples.put("none", new Example().summary("none: a mask is sent").value(""));
        examples.put("square", new Example().summary("a square").value(Regions.EXAMPLE));
        return description -> description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> Stream.ofNullable(operation.getParameters()))
                .flatMap(List::stream)
                .filter(parameter -> parameter.getName().equals("region"))
                .forEach(parameter -> parameter.setExamples(examples));
    }

    private static ApiResponse response(HttpStatus status, List<Problem> problems, String path) {
        MediaType documents = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        problems.forEach(problem -> documents.addExamples(
                problem.slug(), new Example().summary(problem.title()).value(example(problem, path))));
        ApiResponse response = new ApiResponse()
                .description(status.getReasonPhrase())
                .content(new Content().addMediaType("application/problem+json", documents));
        if (problems.contains(BUSY) || problems.contains(DRAINING)) {
            response.addHeaderObject(
                    "Retry-After", new Header().description("seconds, 1 to 30").schema(new StringSchema()));
        }
        return response;
    }

    private static Map<String, Object> example(Problem problem, String path) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", problem.type().toString());
        example.put("title", problem.title());
        example.put("status", problem.status().value());
        example.put("detail", problem.example());
        example.put(
                "instance",
                path.replace("{name}", ShippedModels.DENOISE_GRAY)
                        .replace("{task}", "denoise")
                        .replace("{id}", "5b0f7bb1-4c4b-4ac6-9a44-2f9a4b1c9d10"));
        if (problem == INVALID_PARAMETER) {
            example.put("parameter", "sigma");
            example.put("rejected", "-1");
            example.put("allowed", "'auto' or a number from 0 to 100");
        }
        return example;
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457; the type is the address of a page that explains it")
                .required(List.of("type", "title", "status", "detail"))
                .addProperty("type", new StringSchema().format("uri-reference"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("what was wrong, and what is allowed"))
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("parameter", new StringSchema().description("of invalid-parameter: its name"))
                .addProperty(
                        "rejected", new StringSchema().description("of invalid-parameter: the value that was sent"))
                .addProperty("allowed", new StringSchema().description("of invalid-parameter: what is allowed"))
                .addProperty("id", new StringSchema().description("of internal: what to look for in the log"));
    }

    @SafeVarargs
    private static Set<Problem> complement(Set<Problem> all, Set<Problem>... without) {
        Set<Problem> left = EnumSet.copyOf(all);
        Stream.of(without).forEach(left::removeAll);
        return left;
    }

    private static Set<Problem> with(Set<Problem> some, Problem another) {
        Set<Problem> all = EnumSet.copyOf(some);
        all.add(another);
        return all;
    }
}
