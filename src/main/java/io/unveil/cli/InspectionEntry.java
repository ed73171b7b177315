package io.unveil.cli;

import io.unveil.data.Example;
import io.unveil.data.InspectionSet;
import io.unveil.data.Label;
import io.unveil.image.Mask;
import io.unveil.image.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The description of a set of normal and anomalous pictures; {@code masks} is the number of anomalous ones with a mask.
 */
record InspectionEntry(String name, int pictures, Map<String, Integer> classes, long masks) {
    static InspectionEntry of(InspectionSet set) {
        Map<String, Integer> classes = new TreeMap<>();
        set.items().forEach(item -> classes.merge(item.kind(), 1, Integer::sum));
        long masks =
                set.items().stream().filter(item -> item.defect().isPresent()).count();
        return new InspectionEntry(set.name(), set.items().size(), classes, masks);
    }

    /**
     * The first pictures of each class of defects, each followed by its mask, white on black; and as many good
     * pictures.
     */
    static List<List<Example>> shown(InspectionSet set, int count) {
        Map<String, List<Example>> shown = new TreeMap<>();
        Map<String, Integer> taken = new TreeMap<>();
        for (InspectionSet.Item item : set.items()) {
            if (taken.merge(item.kind(), 1, Integer::sum) <= (item.isGood() ? 2 * count : count)) {
                List<Example> row = shown.computeIfAbsent(item.kind(), kind -> new ArrayList<>());
                row.add(Example.of(item.name(), item.picture(), 3));
                item.defect().ifPresent(defect -> row.add(drawn(item.name(), defect)));
            }
        }
        return List.copyOf(shown.values());
    }

    private static Example drawn(String name, Mask defect) {
        Size size = defect.size();
        byte[] levels = new byte[Math.toIntExact(size.pixels())];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (defect.at(i % size.width(), i / size.width()) ? 255 : 0);
        }
        return new Example(name, size, 1, levels, Label.NONE);
    }

    @Override
    public String toString() {
        String counts = classes.entrySet().stream()
                .map(each -> "%s %d".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
        return """
                %s
                  pictures  %d
                  classes   %s
                  masks     %d""".formatted(name, pictures, counts, masks);
    }
}
