package io.unveil.pipeline.fill;

import io.unveil.filling.Fill;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What fills one request's hole.
 *
 * @param fill the method
 * @param margin pixels around a hole that it looks at
 * @param name what the answer calls it
 * @param device where it runs
 * @param steps what is done, in order, one word each
 * @param notes why it is not what was wished for; mostly none
 * @param network the one that has a part in it
 */
record Filler(
        Fill fill,
        int margin,
        String name,
        String device,
        List<String> steps,
        List<String> notes,
        Optional<NetworkFill> network) {

    /** How long its tiles waited for a free worker so far. */
    Duration queue() {
        return network.map(NetworkFill::queue).orElse(Duration.ZERO);
    }
}
