package io.unveil.web;

import org.apache.coyote.BadRequestException;

/**
 * A body that comes so slowly that its request would hold a thread for others' time. Of this kind, because Tomcat takes
 * every other error of reading for a caller who has gone.
 */
final class BodyTooSlow extends BadRequestException {
    BodyTooSlow(long bytes) {
        super("the body came too slowly: %d bytes so far; a body may take 5 s and then a second for each 4096 bytes"
                .formatted(bytes));
    }
}
