package io.unveil.data;

import io.unveil.file.Digests;
import io.unveil.image.Size;
import io.unveil.model.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A set that the program draws. Each picture is drawn on demand, so that the set takes no memory, whatever its count.
 */
record DrawnDataset(String name, Drawing drawing, int count, int seed) implements Dataset {
    /** The digest is of the parameters and the version of the drawing. */
    @Override
    public Manifest.DataSet set() {
        String all = "%s version %d count %d seed %d".formatted(drawing, drawing.version(), count, seed);
        return new Manifest.DataSet(
                name, count, Digests.sha256(all.getBytes(StandardCharsets.UTF_8)), "drawn by the program");
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public Example example(int index) {
        return drawing.draw(seed, index);
    }

    @Override
    public Size size(int index) {
        return drawing.size();
    }

    @Override
    public Set<Size> sizes() {
        return Set.of(drawing.size());
    }

    @Override
    public Label label(int index) {
        return example(index).label();
    }
}
