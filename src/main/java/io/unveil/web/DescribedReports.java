package io.unveil.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.unveil.report.Report;
import io.unveil.report.UsedParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * One schema for the report of each route, in the OpenAPI document: {@link Report} with the route's own parameters and
 * without the keys that it never has. A single schema could say of the parameters only that they are one of several.
 */
@Component
@Order(2)
final class DescribedReports implements OpenApiCustomizer {
    static final String DENOISE = Components.COMPONENTS_SCHEMAS_REF + "DenoiseReport";
    static final String FILL = Components.COMPONENTS_SCHEMAS_REF + "FillReport";
    static final String ANOMALY = Components.COMPONENTS_SCHEMAS_REF + "AnomalyReport";
    static final String RECONSTRUCT = Components.COMPONENTS_SCHEMAS_REF + "ReconstructReport";
    static final String DECODE = Components.COMPONENTS_SCHEMAS_REF + "DecodeReport";

    private static final String PARAMETERS = "parameters";
    /** The schema of {@link UsedParameters} itself. */
    private static final String INTERFACE = "Parameters";

    /**
     * @param absent keys that the route's report never has
     * @param present keys that it always has, though others do not
     */
    private record Kind(
            String reference, Class<? extends UsedParameters> parameters, Set<String> absent, Set<String> present) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(DENOISE, UsedParameters.Denoise.class, Set.of("anomaly"), Set.of()),
            new Kind(FILL, UsedParameters.Fill.class, Set.of("anomaly", "noise"), Set.of()),
            new Kind(ANOMALY, UsedParameters.Anomaly.class, Set.of("reference", "noise"), Set.of("anomaly")),
            new Kind(RECONSTRUCT, UsedParameters.Reconstruct.class, Set.of("anomaly", "noise"), Set.of()),
            new Kind(DECODE, UsedParameters.Decode.class, Set.of("anomaly", "noise", "error", "reference"), Set.of()));

    @Override
    public void customise(OpenAPI description) {
        Components shared = description.getComponents();
        Schema<?> any = schema(Report.class, description);
        for (Kind kind : KINDS) {
            Schema<?> parameters = schema(kind.parameters(), description);
            String name = simpleName(kind.reference());
            shared.addSchemas(name, of(kind, any, parameters.getName()));
            shared.addSchemas(parameters.getName(), flat(parameters));
        }
        shared.getSchemas().remove(INTERFACE);
    }

    /**
     * Of a type that implements an interface the schema is composed of the interface's, which is empty, and its own.
     */
    private static Schema<?> flat(Schema<?> composed) {
        return Objects.requireNonNullElse(composed.getAllOf(), List.<Schema>of()).stream()
                .filter(one -> one.getProperties() != null)
                .<Schema<?>>map(one -> one.required(composed.getRequired()))
                .findFirst()
                .orElse(composed);
    }

    private static Schema<?> of(Kind kind, Schema<?> any, String parameters) {
        Map<String, Schema> keys = new LinkedHashMap<>(any.getProperties());
        keys.keySet().removeAll(kind.absent());
        keys.put(PARAMETERS, new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + parameters));
        Schema<?> one = new ObjectSchema();
        one.setProperties(keys);
        one.setRequired(Stream.concat(any.getRequired().stream(), kind.present().stream())
                .toList());
        return one;
    }

    /** The schema of a type; those that it refers to are put into the document. */
    private static Schema<?> schema(Class<?> type, OpenAPI description) {
        ResolvedSchema resolved = ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type));
        resolved.referencedSchemas.forEach((name, schema) -> {
            if (schema != resolved.schema) {
                description.getComponents().addSchemas(name, schema);
            }
        });
        return Objects.requireNonNull(resolved.schema);
    }

    private static String simpleName(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
