package io.unveil.data;

import java.util.TreeSet;

/** The classes of a set's examples. */
record Classes(Dataset set, int[] numbers) {
    /** Throws {@link UnusableData} when an example has no class. */
    static Classes of(Dataset set) {
        int[] numbers = new int[set.count()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(set.label(i) instanceof Label.OfClass label)) {
                throw new UnusableData(
                        "%s has no classes: they are read from the labels beside an idx file, such as train-labels-idx1-ubyte"
                                .formatted(set.set().name()));
            }
            numbers[i] = label.number();
        }
        return new Classes(set, numbers);
    }

    Dataset only(int number) {
        checkThere(number);
        return Subset.of(set, "class " + number, index -> numbers[index] == number);
    }

    Dataset without(int number) {
        checkThere(number);
        return Subset.of(set, "without class " + number, index -> numbers[index] != number);
    }

    private void checkThere(int number) {
        TreeSet<Integer> there = new TreeSet<>();
        for (int each : numbers) {
            there.add(each);
        }
        if (!there.contains(number)) {
            throw new UnusableData(
                    "%s has no class %d, its classes are %s".formatted(set.set().name(), number, there));
        }
    }
}
