package io.unveil.data;

import io.unveil.image.Size;
import io.unveil.model.Manifest;

/** A set after the fixed ones of some transforms. */
record TransformedDataset(Dataset from, Transforms transforms) implements Dataset {
    @Override
    public Manifest.DataSet set() {
        return from.set();
    }

    @Override
    public int count() {
        return from.count();
    }

    @Override
    public int channels() {
        return transforms.channels(from.channels());
    }

    @Override
    public Example example(int index) {
        return transforms.inMeasuring(from.example(index));
    }

    @Override
    public Size size(int index) {
        return transforms.size(from.size(index));
    }

    @Override
    public Label label(int index) {
        return from.label(index);
    }
}
