package io.unveil.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.unveil.pipeline.code.LatentCode;
import io.unveil.pipeline.code.Npy;
import io.unveil.pipeline.code.UnreadableCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A latent code in JSON.
 *
 * @param shape channels, height and width; only the channels where there is one position
 * @param values channel by channel, each row by row
 */
@Schema(name = "LatentCode")
record CodeBody(
        @Schema(
                description = "channels, height and width; only the channels where there is one position",
                example = "[4]")
        List<Integer> shape,

        @Schema(description = "channel by channel, each row by row", example = "[0.12, -1.5, 0.03, 2.25]")
        float[] values) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static CodeBody of(LatentCode code) {
        return new CodeBody(code.shape(), code.values());
    }

    /** The code of a body: NumPy's if it begins like that, else JSON. Throws {@link UnreadableCode}. */
    static LatentCode read(byte[] body) {
        if (Npy.isNpy(body)) {
            return Npy.read(body);
        }
        try {
            CodeBody code = Optional.ofNullable(JSON.readValue(body, CodeBody.class)) // JSON's null is one
                    .orElseThrow(() -> noCode("it is null"));
            if (code.shape().stream().anyMatch(Objects::isNull)) {
                throw noCode("its shape holds null");
            }
            return LatentCode.of(code.shape(), code.values());
        } catch (JacksonException e) {
            throw noCode(e.getOriginalMessage());
        }
    }

    private static UnreadableCode noCode(String why) {
        return UnreadableCode.unsupported(
                "the body is not a latent code: neither a .npy file nor JSON such as {\"shape\": [2], \"values\": [0.5, -1]}: %s"
                        .formatted(why));
    }
}
