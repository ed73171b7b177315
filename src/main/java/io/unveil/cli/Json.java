package io.unveil.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON for programs. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private Json() {}

    /** Records as objects; empty values are left out. */
    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** To four decimals: finer than any figure's accuracy. */
    static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
