package io.unveil.data;

import io.unveil.image.Size;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Scaled-down copies of pictures. They have more detail per pixel than the originals.
 *
 * @param from the originals
 * @param scale factor of both sides, above 0 and below 1
 * @param smallest smaller copies are left out
 */
record Shrunk(Dataset from, double scale, Size smallest) {
    private Size size(int index) {
        Size whole = from.size(index);
        return new Size(side(whole.width()), side(whole.height()));
    }

    private int side(int whole) {
        return (int) Math.max(1, Math.round(whole * scale));
    }

    /** All of them, in memory; none where no copy is large enough. */
    Stream<Dataset> kept() {
        List<Example> copies = IntStream.range(0, from.count())
                .filter(index -> size(index).holds(smallest))
                .mapToObj(index -> from.example(index).resized(size(index)))
                .toList();
        if (copies.isEmpty()) {
            return Stream.of();
        }
        return Stream.of(new InMemoryDataset(
                from.set().derived("shrunk to %s".formatted(scale), copies.size()), from.channels(), copies));
    }
}
