package io.unveil.calibration;

import io.unveil.anomaly.Appearance;
import io.unveil.anomaly.TwoKinds;
import io.unveil.data.Dataset;
import io.unveil.data.UnusableData;
import io.unveil.image.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is doubtful about a set of normal pictures: sizes that differ very much, and two kinds of pictures in one
 * folder.
 *
 * @param side of the square to whose area the network resizes pictures
 */
public record NormalSetCheck(Dataset normal, int side) {
    /** The least side of a picture as the network reads it. */
    private static final int SMALLEST_SIDE = 16;

    /** Pictures with this many times the pixels of others are read at a scale four times as coarse. */
    private static final int FAR_LARGER = 16;

    private static final int LISTED = 5;

    /**
     * Remarks in sentences; usually none.
     *
     * @throws UnusableData where a picture is too long and thin to be read
     */
    public List<String> remarks() {
        requireSides();
        List<String> remarks = new ArrayList<>();
        sizes(remarks);
        kinds(remarks);
        return remarks;
    }

    private void requireSides() {
        List<Integer> thin = IntStream.range(0, normal.count())
                .filter(i -> shorter(normal.size(i).ofArea((long) side * side)) < SMALLEST_SIDE)
                .boxed()
                .toList();
        if (!thin.isEmpty()) {
            throw new UnusableData(
                    "%d of %d pictures of %s are too long and thin: at the network's area less than %d pixels of a side would be left. Leave them out with --leave-out, or cut them into pieces: %s"
                            .formatted(thin.size(), normal.count(), normal.name(), SMALLEST_SIDE, named(thin)));
        }
    }

    private void sizes(List<String> remarks) {
        List<Integer> bySize = IntStream.range(0, normal.count())
                .boxed()
                .sorted(Comparator.comparingLong(i -> normal.size(i).pixels()))
                .toList();
        int smallest = bySize.get(0);
        int largest = bySize.get(bySize.size() - 1);
        if (normal.size(largest).pixels() >= FAR_LARGER * normal.size(smallest).pixels()) {
            remarks.add(
                    "the pictures differ very much in size, from %s to %s, and all are read at one area: what is normal then has several scales"
                            .formatted(named(smallest), named(largest)));
        }
    }

    private void kinds(List<String> remarks) {
        List<double[]> looks = IntStream.range(0, normal.count())
                .mapToObj(i -> Appearance.of(normal.example(i).pixels(), normal.channels()))
                .toList();
        List<Integer> fewer = TwoKinds.of(looks).fewer();
        if (!fewer.isEmpty()) {
            remarks.add(
                    "the pictures look like two kinds, %d and %d: are there two products in one folder? Train a model for each. The fewer are %s"
                            .formatted(normal.count() - fewer.size(), fewer.size(), named(fewer)));
        }
    }

    private static int shorter(Size size) {
        return Math.min(size.width(), size.height());
    }

    private String named(List<Integer> pictures) {
        List<String> names = pictures.stream().limit(LISTED).map(this::named).toList();
        int more = pictures.size() - names.size();
        return String.join(", ", names) + (more > 0 ? " and %d more".formatted(more) : "");
    }

    private String named(int picture) {
        return "%s (%s)".formatted(normal.example(picture).name(), normal.size(picture));
    }
}
