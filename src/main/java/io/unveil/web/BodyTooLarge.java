package io.unveil.web;

import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** A body with more bytes than allowed; an IOException, because it is found while reading. */
final class BodyTooLarge extends IOException {
    BodyTooLarge(DataSize limit) {
        super(detail(limit));
    }

    /** @param setting that sets the limit */
    BodyTooLarge(DataSize limit, String setting) {
        super("the body has more than %d bytes, the limit (%s)".formatted(limit.toBytes(), setting));
    }

    static String detail(DataSize limit) {
        return "the body has more than %d bytes, the limit (unveil.limits.max-body)".formatted(limit.toBytes());
    }
}
