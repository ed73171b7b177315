package io.unveil.data;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** Leaves out examples that a person has named. */
final class LeftOut {
    private LeftOut() {}

    /** A name is that of a file with or without its folders, or of an example. */
    static Dataset of(Dataset set, Set<String> names) {
        Set<String> unknown = new HashSet<>(names);
        boolean[] out = new boolean[set.count()];
        IntStream.range(0, out.length).forEach(i -> {
            String name = set.example(i).name();
            names.stream().filter(one -> isOf(name, one)).forEach(one -> {
                out[i] = true;
                unknown.remove(one);
            });
        });
        if (!unknown.isEmpty()) {
            throw new UnusableData("%s has no picture %s: nothing to leave out by that name; names are such as %s"
                    .formatted(
                            set.name(),
                            String.join(", ", unknown.stream().sorted().toList()),
                            set.example(0).name()));
        }
        return Subset.of(set, "without %d that were named".formatted(names.size()), i -> !out[i]);
    }

    private static boolean isOf(String example, String name) {
        return example.equals(name) || example.endsWith("/" + name) || name.endsWith("/" + example);
    }
}
