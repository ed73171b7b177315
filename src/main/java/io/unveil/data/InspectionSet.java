package io.unveil.data;

import io.unveil.image.Mask;
import io.unveil.image.Picture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Normal and anomalous pictures to test with.
 *
 * @param items in order of class, then of name
 */
public record InspectionSet(String name, List<Item> items) {
    /** The class of normal pictures. */
    static final String GOOD = "good";

    public InspectionSet {
        items = List.copyOf(items);
    }

    /**
     * One picture, decoded or drawn anew on each request, so that a set of large pictures takes little memory.
     *
     * @param name within the set, such as {@code crack/007.png}
     * @param kind the class's name, {@code good} for a normal one
     * @param source gives the picture, the same each time
     * @param defect where it is anomalous, of the picture's size: empty for a normal picture, and where no mask exists
     */
    public record Item(String name, String kind, Supplier<Picture> source, Optional<Mask> defect) {
        /** One that is held in memory. */
        public Item(String name, String kind, Picture picture, Optional<Mask> defect) {
            this(name, kind, () -> picture, defect);
        }

        public Picture picture() {
            return source.get();
        }

        public boolean isGood() {
            return kind.equals(GOOD);
        }
    }

    /**
     * Reads a folder (or a {@code .zip}) in the layout of MVTec AD (Bergmann et al., CVPR 2019): pictures in
     * {@code test/<class>}, where {@code good} is normal, and where each other one is anomalous in
     * {@code ground_truth/<class>/<stem>_mask.png}, above 127 of 255. Missing masks are named in the log. Or draws
     * {@code synthetic:surfaces} with its options.
     *
     * @throws UnusableData with every fault: an unknown option, a missing folder, no normal or no anomalous picture,
     *     damaged pictures, masks that do not fit
     * @throws IOException when a file cannot be read
     */
    public static InspectionSet read(String data) throws IOException {
        InspectionSet set = data.startsWith(Drawings.PREFIX) ? Drawings.inspected(data) : InspectionFolder.read(data);
        set.refuseOneKind();
        return set;
    }

    /** In order of class, then of name. */
    static InspectionSet sorted(String name, List<Item> items) {
        return new InspectionSet(
                name,
                items.stream()
                        .sorted(Comparator.comparing(Item::kind).thenComparing(Item::name))
                        .toList());
    }

    /**
     * Every second picture of each class in order of name: the first, third, … or the second, fourth, …. Settings are
     * chosen on one half and figures reported on the other.
     *
     * @throws UnusableData where the half has no normal picture, or no anomalous one
     */
    public InspectionSet half(boolean first) {
        Map<String, Integer> seen = new HashMap<>();
        List<Item> half = new ArrayList<>();
        for (Item item : items) {
            boolean even = seen.merge(item.kind(), 1, Integer::sum) % 2 == 1;
            if (even == first) {
                half.add(item);
            }
        }
        InspectionSet set =
                new InspectionSet("%s (%s half of each class)".formatted(name, first ? "first" : "second"), half);
        set.refuseOneKind();
        return set;
    }

    private void refuseOneKind() {
        long good = items.stream().filter(Item::isGood).count();
        if (good == 0 || good == items.size()) {
            throw new UnusableData(
                    "%s has %d normal and %d anomalous pictures; a test needs at least one of each, normal ones in test/%s and anomalous ones in test/<another class>"
                            .formatted(name, good, items.size() - good, GOOD));
        }
    }
}
