package io.unveil.data;

import io.unveil.degradation.noise.Noise;
import io.unveil.image.codec.Chroma;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Copies of pictures that went through JPEG. Most photographs were a JPEG file once; a network that learns from such
 * copies does not mistake the traces of JPEG for noise.
 *
 * @param from the originals
 * @param qualities 1 to 100, with halved colours; copy i has quality i modulo their number
 */
record Recompressed(Dataset from, List<Integer> qualities) {
    /** All of them, in memory. */
    Dataset kept() {
        List<Example> copies =
                IntStream.range(0, from.count()).mapToObj(this::copy).toList();
        return new InMemoryDataset(
                from.set().derived("as JPEG of quality %s".formatted(qualities), copies.size()),
                from.channels(),
                copies);
    }

    private Example copy(int index) {
        Example original = from.example(index);
        Noise jpeg = new Noise.Jpeg(qualities.get(index % qualities.size()), Chroma.HALVED);
        return original.with(
                original.size(), original.channels(), Example.inEightBits(jpeg.addTo(original.pixels(), 0)));
    }
}
