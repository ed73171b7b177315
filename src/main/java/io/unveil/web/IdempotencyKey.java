package io.unveil.web;

import io.unveil.pipeline.InvalidParameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The header under which a request may be sent again without being done twice
 * (draft-ietf-httpapi-idempotency-key-header).
 */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    /** Throws {@link InvalidParameter}. */
    static Optional<String> of(HttpServletRequest request) {
        Optional<String> key = Optional.ofNullable(request.getHeader(HEADER)).map(String::strip);
        key.filter(word -> word.isEmpty() || word.length() > LONGEST).ifPresent(word -> {
            throw new InvalidParameter(HEADER, word, "1 to %d characters".formatted(LONGEST));
        });
        return key;
    }
}
