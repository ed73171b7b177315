package io.unveil.recipe;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a recipe, all of it. */
public final class Faults {
    private final List<String> found = new ArrayList<>();

    public void add(String place, int line, String what) {
        found.add("line %d, %s %s".formatted(line, place.isEmpty() ? "the recipe" : place, what));
    }

    int count() {
        return found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public void throwIfAny(String name) {
        if (!found.isEmpty()) {
            throw new BadRecipe(name + ": " + String.join("; ", found));
        }
    }
}
