package io.unveil.degradation.defect;

import io.unveil.degradation.Draws;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which synthetic defects are drawn, and how often each.
 *
 * @param shapes how often each shape is drawn, relative to the others; each above 0, at least one
 * @param fillings likewise
 * @param clean the share of examples without a defect, 0 to 1
 * @param leastOpacity half of the defects are opaque, the others' opacity is drawn evenly from this to 1; above 0
 */
public record DefectMixture(
        Map<DefectShape, Double> shapes, Map<DefectFilling, Double> fillings, double clean, double leastOpacity) {
    /** What {@link #parse} takes, for messages and help. */
    public static final String FORMS =
            "usual for all of them, a shape (blobs, ellipses, strokes, cracks, edges, bands, rectangles, scars or occlusions), "
                    + "a filling (others, elsewhere, level, shading, pattern, focus or noise), or SHAPE+FILLING";

    private static final double USUALLY_CLEAN = .25;
    private static final double USUAL_LEAST_OPACITY = .25;

    public DefectMixture {
        shapes = weights("shape", DefectShape.class, shapes);
        fillings = weights("filling", DefectFilling.class, fillings);
        if (!(clean >= 0 && clean <= 1)) {
            throw new IllegalArgumentException("the share that stays clean must be from 0 to 1, was " + clean);
        }
        if (!(leastOpacity > 0 && leastOpacity <= 1)) {
            throw new IllegalArgumentException("the least opacity must be above 0 and at most 1, was " + leastOpacity);
        }
    }

    /** Sorted in the order of the enumeration, so that draws are the same in every run. */
    private static <K extends Enum<K>> Map<K, Double> weights(String what, Class<K> kind, Map<K, Double> given) {
        if (given.isEmpty()) {
            throw new IllegalArgumentException("a mixture of defects needs at least one " + what);
        }
        Map<K, Double> weights = new EnumMap<>(kind);
        given.forEach((key, weight) -> {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the weight of %s must be above 0, was %s".formatted(key, weight));
            }
            weights.put(key, weight);
        });
        return Collections.unmodifiableMap(weights);
    }

    /** Every shape and filling with its usual weight; a quarter stays clean, opacity is at least a quarter. */
    public static DefectMixture usual() {
        return new DefectMixture(
                usually(List.of(DefectShape.values())),
                evenly(List.of(DefectFilling.values())),
                USUALLY_CLEAN,
                USUAL_LEAST_OPACITY);
    }

    /**
     * Reads {@code usual}, {@code cracks}, {@code noise}, {@code scars+elsewhere}; {@link #FORMS} lists all forms.
     * Whatever is not named is as usual.
     *
     * @throws IllegalArgumentException on an unknown word
     */
    public static DefectMixture parse(String text) {
        Map<DefectShape, Double> shapes = new EnumMap<>(DefectShape.class);
        Map<DefectFilling, Double> fillings = new EnumMap<>(DefectFilling.class);
        List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\+", -1));
        if (words.equals(List.of("usual"))) {
            return usual();
        }
        for (String word : words) {
            int known = shapes.size() + fillings.size();
            Arrays.stream(DefectShape.values())
                    .filter(shape -> shape.word().equals(word.strip()))
                    .forEach(shape -> shapes.put(shape, 1.));
            Arrays.stream(DefectFilling.values())
                    .filter(filling -> filling.word().equals(word.strip()))
                    .forEach(filling -> fillings.put(filling, 1.));
            if (shapes.size() + fillings.size() == known || shapes.size() > 1 || fillings.size() > 1) {
                throw new IllegalArgumentException("defects '%s': allowed: %s".formatted(text, FORMS));
            }
        }
        DefectMixture usual = usual();
        return new DefectMixture(
                shapes.isEmpty() ? usual.shapes : shapes,
                fillings.isEmpty() ? usual.fillings : fillings,
                usual.clean,
                usual.leastOpacity);
    }

    /** The same with another share that stays clean. */
    public DefectMixture withClean(double share) {
        return new DefectMixture(shapes, fillings, share, leastOpacity);
    }

    DefectShape shape(Draws draws) {
        return drawn(shapes, draws);
    }

    DefectFilling filling(Draws draws) {
        return drawn(fillings, draws);
    }

    double opacity(Draws draws) {
        return draws.chance(.5) ? 1 : draws.between(leastOpacity, 1);
    }

    private static <K> K drawn(Map<K, Double> weights, Draws draws) {
        double left = draws.uniform()
                * weights.values().stream().mapToDouble(Double::doubleValue).sum();
        K last = weights.keySet().iterator().next();
        for (Map.Entry<K, Double> entry : weights.entrySet()) {
            last = entry.getKey();
            left -= entry.getValue();
            if (left < 0) {
                break;
            }
        }
        return last;
    }

    private static Map<DefectShape, Double> usually(List<DefectShape> shapes) {
        return shapes.stream().collect(Collectors.toMap(shape -> shape, DefectShape::usualWeight));
    }

    private static Map<DefectFilling, Double> evenly(List<DefectFilling> fillings) {
        return fillings.stream().collect(Collectors.toMap(filling -> filling, filling -> 1.));
    }
}
