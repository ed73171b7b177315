package io.unveil.training;

import io.unveil.degradation.defect.DefectFilling;
import io.unveil.degradation.defect.DefectMixture;
import io.unveil.degradation.defect.DefectShape;
import io.unveil.recipe.Fields;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the defects to draw from a recipe: shapes, fillings, how often each; anything left out is as usual. */
final class DefectKinds {
    private static final double MOST_WEIGHT = 1000;

    private DefectKinds() {}

    static DefectMixture read(Fields fields) {
        DefectMixture usual = DefectMixture.usual();
        return new DefectMixture(
                weights(fields, "shapes", Arrays.asList(DefectShape.values()), DefectShape::word, usual.shapes()),
                weights(
                        fields,
                        "fillings",
                        Arrays.asList(DefectFilling.values()),
                        DefectFilling::word,
                        usual.fillings()),
                fields.number("clean", 0, 0.95, usual.clean()),
                fields.number("least-opacity", 0.05, 1, usual.leastOpacity()));
    }

    private static <K> Map<K, Double> weights(
            Fields fields, String key, List<K> kinds, Function<K, String> word, Map<K, Double> usual) {
        if (!fields.has(key)) {
            return usual;
        }
        Fields given = fields.fields(key);
        Map<K, Double> weights = new HashMap<>();
        for (K kind : kinds) {
            double weight = given.number(word.apply(kind), 0, MOST_WEIGHT, 0);
            if (weight > 0) {
                weights.put(kind, weight);
            }
        }
        given.noOthers();
        if (weights.isEmpty()) {
            fields.fault("%s must give a weight above 0 to at least one of %s"
                    .formatted(key, String.join(", ", kinds.stream().map(word).toList())));
            return usual;
        }
        return weights;
    }
}
