package io.unveil.data;

import io.unveil.image.Size;
import io.unveil.model.Manifest;
import java.util.List;
import java.util.stream.IntStream;

/** A set whose examples are all in memory. */
record InMemoryDataset(Manifest.DataSet set, int channels, List<Example> examples) implements Dataset {
    InMemoryDataset {
        examples = List.copyOf(examples);
    }

    static InMemoryDataset of(Dataset from) {
        return new InMemoryDataset(
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
