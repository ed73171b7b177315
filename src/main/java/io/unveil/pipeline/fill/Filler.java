package io.unveil.pipeline.fill;

import io.unveil.filling.Fill;
import io.unveil.image.Rectangle;
import io.unveil.image.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    /** Bytes of heap for each pixel of the part of a picture that is filled at a time, by the costliest step. */
    private static final Map<String, Integer> BYTES = Map.of(
            FillMethod.EXEMPLAR.word(), 240,
            FillMethod.HARMONIC.word(), 150,
            FillMethod.PUSH_PULL.word(), 130,
            FillMethod.TELEA.word(), 80,
            FillMethod.NAVIER_STOKES.word(), 80);

    private static final int BY_NETWORK = 200;

    /** What the method takes for the largest of the groups of a hole. */
    long bytes(List<Rectangle> groups, Size picture) {
        long pixels = groups.stream()
                .mapToLong(group -> Math.min(
                        Holes.most(margin), group.grown(margin, picture).size().pixels()))
                .max()
                .orElse(0);
        return pixels * BYTES.getOrDefault(name, BY_NETWORK);
    }

    /** How long its tiles waited for a free worker so far. */
    Duration queue() {
        return network.map(NetworkFill::queue).orElse(Duration.ZERO);
    }
}
