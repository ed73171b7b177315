package io.unveil.data;

import io.unveil.image.Size;
import io.unveil.model.Manifest;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Some examples of a set, in its order. */
record Subset(Dataset from, String what, int[] indices) implements Dataset {
    /** Those whose index passes the test; {@code what} says which these are. Throws {@link UnusableData} if there are none. */
    static Subset of(Dataset from, String what, IntPredicate test) {
        int[] indices = IntStream.range(0, from.count()).filter(test).toArray();
        if (indices.length == 0) {
            throw new UnusableData("%s: nothing is left of %d examples after taking %s"
                    .formatted(from.set().name(), from.count(), what));
        }
        return new Subset(from, what, indices);
    }

    @Override
    public Manifest.DataSet set() {
        return from.set().derived(what, indices.length);
    }

    @Override
    public int count() {
        return indices.length;
    }

    @Override
    public int channels() {
        return from.channels();
    }

    @Override
    public Example example(int index) {
        return from.example(indices[index]);
    }

    @Override
    public Size size(int index) {
        return from.size(indices[index]);
    }

    @Override
    public Label label(int index) {
        return from.label(indices[index]);
    }
}
