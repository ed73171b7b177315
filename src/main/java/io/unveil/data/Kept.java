package io.unveil.data;

import io.unveil.autoencoder.Manifest;
import io.unveil.image.Size;
import java.util.List;
import java.util.stream.IntStream;

/** A set whose examples are all in memory. */
record Kept(Manifest.DataSet set, int channels, List<Example> examples) implements Dataset {
    Kept {
        examples = List.copyOf(examples);
    }

    static Kept of(Dataset from) {
        return new Kept(
                from.set(),
                from.channels(),
                IntStream.range(0, from.count()).mapToObj(from::example).toList());
    }

    @Override
    public int count() {
        return examples.size();
    }

    @Override
    public Example example(int index) {
        return examples.get(index);
    }

    @Override
    public Size size(int index) {
        return examples.get(index).size();
    }

    @Override
    public Label label(int index) {
        return examples.get(index).label();
    }
}
