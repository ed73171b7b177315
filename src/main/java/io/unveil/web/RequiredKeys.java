package io.unveil.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Marks the keys that are always there as required, in the OpenAPI document: the components of our records, but for
 * those that are optional, may be null, or are left out when they are empty.
 */
@Component
final class RequiredKeys implements ModelConverter {
    @Override
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord() && raw.getName().startsWith("io.unveil.")) {
            Schema<?> described = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels()
                            .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
            if (described != null && described.getRequired() == null) {
                described.setRequired(always(raw));
            }
        }
        return schema;
    }

    private static List<String> always(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(RequiredKeys::always)
                .map(RecordComponent::getName)
                .toList();
    }

    private static boolean always(RecordComponent key) {
        JsonInclude included = key.getAccessor().getAnnotation(JsonInclude.class); // no annotation of components
        return key.getType() != Optional.class
                && !key.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && (included == null || included.value() != JsonInclude.Include.NON_EMPTY);
    }
}
