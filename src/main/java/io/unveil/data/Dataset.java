package io.unveil.data;

import io.unveil.image.Size;
import io.unveil.model.Manifest;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Examples in a fixed order, at least one. All have the same number of channels; sizes may differ. An example may be
 * held in memory, cut from an array or drawn on demand; the same index always gives the same example.
 */
public sealed interface Dataset
        permits InMemoryDataset,
                PictureFiles,
                IdxPictures,
                DrawnDataset,
                Subset,
                Renamed,
                TransformedDataset,
                ConcatenatedDataset {
    /** What {@link #read} accepts, for help and messages. */
    String FORMS = "a folder (searched recursively), a .zip, a picture, an idx file (also .gz), " + Drawings.FORMS;

    /** The set as a manifest describes it. */
    Manifest.DataSet set();

    /** The set's name in a manifest. */
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

    /** The label of an example; where possible, without making the example. */
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
     * Reads what {@code --data} names: one of {@link #FORMS}. Of a folder with idx files, it reads the file of the
     * requested part, and the labels from the file beside it. Of a folder or zip in the layout of MVTec AD, with
     * {@code train/good} or {@code ground_truth}, it reads only the normal pictures of the part. Pictures of a folder
     * that are too small or unreadable are left out and named in the log.
     *
     * @param channels 1 or 3: pictures are turned to gray, gray ones are repeated in three channels
     * @param smallest the least size of a picture; smaller ones are left out
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

    /** The first {@code most} examples, or all if there are fewer. */
    default Dataset first(int most) {
        return most >= count() ? this : Subset.of(this, "the first " + most, index -> index < most);
    }

    /** The same examples under another name. */
    default Dataset named(String name) {
        return new Renamed(this, name);
    }

    /** At most {@code most} of the examples, evenly picked. */
    default Dataset evenly(int most) {
        int every = (count() + most - 1) / most;
        return every == 1 ? this : Subset.of(this, "every %dth".formatted(every), index -> index % every == 0);
    }

    /** All but those of these names; throws {@link UnusableData} where a name is not in the set. */
    default Dataset leavingOut(Set<String> names) {
        return names.isEmpty() ? this : LeftOut.of(this, names);
    }

    /** Pictures resized to the area of a square of this side, with one brightness and contrast. */
    default Dataset standardised(int side) {
        return through(Transforms.standardised(side));
    }

    /** The set as it is used for measuring: the fixed ones of these transforms are applied to every example. */
    default Dataset through(Transforms transforms) {
        return transforms.steps().isEmpty() ? this : new TransformedDataset(this, transforms);
    }

    /**
     * The set, followed by copies of its pictures scaled by these factors; copies smaller than {@code smallest} are
     * left out.
     */
    default Dataset withShrunk(List<Double> scales, Size smallest) {
        return join(Stream.concat(
                        Stream.of(this), scales.stream().flatMap(scale -> new Shrunk(this, scale, smallest).kept()))
                .toList());
    }

    /**
     * The set, followed by a copy of each picture that went through JPEG with halved colours, at these qualities (1 to
     * 100) in turn. Without qualities there are no copies.
     */
    default Dataset withRecompressed(List<Integer> qualities) {
        return qualities.isEmpty() ? this : join(List.of(this, new Recompressed(this, qualities).kept()));
    }

    /** The same set with every example made now and held in memory. */
    default Dataset kept() {
        return InMemoryDataset.of(this);
    }
}
