package io.unveil.pipeline.fill;

import io.unveil.filling.Fill;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The filler of one request's hole.
 *
 * @param fill the method
 * @param margin pixels around a hole that it looks at
 * @param name in the answer
 * @param device where it runs
 * @param steps the steps, in order, one word each
 * @param notes why it differs from the request; usually none
 * @param network the network in use, if any
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
