package io.unveil.web;

import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** A body with more bytes than allowed; an IOException, because it is found while reading. */
final class BodyTooLarge extends IOException {
    BodyTooLarge(DataSize limit) {
        super(detail(limit));
    }

    static String detail(DataSize limit) {
        return "the body has more than %d bytes, the limit (unveil.limits.max-body)".formatted(limit.toBytes());
    }
}
