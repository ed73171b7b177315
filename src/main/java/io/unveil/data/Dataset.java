package io.unveil.data;

import io.unveil.image.Size;
import io.unveil.model.Manifest;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Examples in a fixed order, at least one. All have the same channels; sizes may differ. Whether an example is held in memory, cut from an
 * array or drawn when it is asked for is the set's own business: asked again, it is the same.
 */
public sealed interface Dataset
        permits InMemoryDataset,
                PictureFiles,
                IdxPictures,
                DrawnDataset,
                Subset,
                TransformedDataset,
                ConcatenatedDataset {
    /** What {@link #read} takes, for help and messages. */
    String FORMS = "a folder (searched recursively), a .zip, a picture, an idx file (also .gz), " + Drawings.FORMS;

    /** What a manifest says of the set. */
    Manifest.DataSet set();

    /** What a manifest calls the set. */
    default String name() {
        return set().name();
    }

    /** Whether the other set is the same examples under the same name or another. */
    default boolean isSameAs(Dataset other) {
        return set().digest().equals(other.set().digest());
    }

    /** How many examples there are. */
    int count();

    /** 1 or 3. */
    int channels();

    /** Example number {@code index}, from 0. */
    Example example(int index);

    /** The size of an example, without making it. */
    Size size(int index);

    /** The label of an example, without making it where that can be helped. */
    Label label(int index);

    /** All sizes that occur. */
    default Set<Size> sizes() {
        Set<Size> sizes = new LinkedHashSet<>();
        for (int i = 0; i < count(); i++) {
            sizes.add(size(i));
        }
        return sizes;
    }

    /**
     * Reads what {@code --data} names: one of {@link #FORMS}. A folder that holds idx files instead of pictures means the file of the part
     * asked for; the labels are those of the file beside it. Of a folder or zip in the layout of MVTec AD, with {@code train/good} or
     * {@code ground_truth}, only the normal pictures of the part are read. Pictures of a folder that are too small or cannot be read are named in the
     * log and left out.
     *
     * @param channels 1 or 3: pictures are turned to gray, gray ones are repeated in three channels
     * @param smallest what a picture must at least measure to be of use
     * @throws UnusableData when nothing is left, or the name means nothing, or an idx file is damaged
     * @throws IOException when a file cannot be read
     */
    static Dataset read(String data, DatasetPart part, int channels, Size smallest) throws IOException {
        return DatasetReader.read(data, part, channels, smallest);
    }

    /** Several sets as one, in order; of equal channels. */
    static Dataset join(List<Dataset> sets) {
        return sets.size() == 1 ? sets.get(0) : new ConcatenatedDataset(sets);
    }

    /** Those of one class; throws {@link UnusableData} where there are no classes, or none of this number. */
    default Dataset ofClass(int number) {
        return Classes.of(this).only(number);
    }

    /** All but those of one class; throws {@link UnusableData} where there are no classes, or no other. */
    default Dataset without(int number) {
        return Classes.of(this).without(number);
    }

    /** The first so many, or all if there are fewer. */
    default Dataset first(int most) {
        return most >= count() ? this : Subset.of(this, "the first " + most, index -> index < most);
    }

    /** The set as it is measured with: every example after the fixed ones of these transforms. */
    default Dataset through(Transforms transforms) {
        return transforms.steps().isEmpty() ? this : new TransformedDataset(this, transforms);
    }

    /** The set, and after it copies of its pictures at these parts of their size; those that would measure less than {@code smallest} are left out. */
    default Dataset withShrunk(List<Double> scales, Size smallest) {
        return join(Stream.concat(
                        Stream.of(this), scales.stream().flatMap(scale -> new Shrunk(this, scale, smallest).kept()))
                .toList());
    }

    /** The set, and after it a copy of each of its pictures as JPEG with halved colours leaves it, of these qualities (1 to 100) in turn; of none, no copies. */
    default Dataset withRecompressed(List<Integer> qualities) {
        return qualities.isEmpty() ? this : join(List.of(this, new Recompressed(this, qualities).kept()));
    }

    /** The same set, every example made now and held in memory. */
    default Dataset kept() {
        return InMemoryDataset.of(this);
    }
}
