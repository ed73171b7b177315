package io.unveil.data;

import io.unveil.file.Digests;
import io.unveil.image.Size;
import io.unveil.model.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Several sets, one after the other. */
record ConcatenatedDataset(List<Dataset> sets) implements Dataset {
    ConcatenatedDataset {
        sets = List.copyOf(sets);
        if (sets.stream().mapToInt(Dataset::channels).distinct().count() != 1) {
            throw new IllegalArgumentException(
                    "at least one set is needed, and all must have the same number of channels");
        }
    }

    @Override
    public Manifest.DataSet set() {
        List<Manifest.DataSet> all = sets.stream().map(Dataset::set).toList();
        String digests = all.stream().map(Manifest.DataSet::digest).collect(Collectors.joining());
        return new Manifest.DataSet(
                all.stream().map(Manifest.DataSet::name).collect(Collectors.joining(", ")),
                count(),
                Digests.sha256(digests.getBytes(StandardCharsets.US_ASCII)),
                all.stream().map(Manifest.DataSet::licence).distinct().collect(Collectors.joining("; ")));
    }

    @Override
    public int count() {
        return sets.stream().mapToInt(Dataset::count).reduce(0, Math::addExact);
    }

    @Override
    public int channels() {
        return sets.get(0).channels();
    }

    @Override
    public Example example(int index) {
        Place place = place(index);
        return place.set.example(place.index);
    }

    @Override
    public Size size(int index) {
        Place place = place(index);
        return place.set.size(place.index);
    }

    @Override
    public Label label(int index) {
        Place place = place(index);
        return place.set.label(place.index);
    }

    private record Place(Dataset set, int index) {}

    private Place place(int index) {
        int left = index;
        for (Dataset set : sets) {
            if (left < set.count()) {
                return new Place(set, left);
            }
            left -= set.count();
        }
        throw new IndexOutOfBoundsException(index);
    }
}
