package io.unveil.data;

import io.unveil.image.Size;
import io.unveil.model.Manifest;

/** The examples of a set under another name. */
record Renamed(Dataset from, String name) implements Dataset {
    @Override
    public Manifest.DataSet set() {
        Manifest.DataSet set = from.set();
        return new Manifest.DataSet(name, set.pictures(), set.digest(), set.licence());
    }

    @Override
    public int count() {
        return from.count();
    }

    @Override
    public int channels() {
        return from.channels();
    }

    @Override
    public Example example(int index) {
        return from.example(index);
    }

    @Override
    public Size size(int index) {
        return from.size(index);
    }

    @Override
    public Label label(int index) {
        return from.label(index);
    }
}
