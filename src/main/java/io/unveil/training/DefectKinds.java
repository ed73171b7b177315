package io.unveil.training;

import io.unveil.autoencoder.Fields;
import io.unveil.degradation.DefectFilling;
import io.unveil.degradation.DefectMixture;
import io.unveil.degradation.DefectShape;
import java.util.EnumMap;
import java.util.Map;

/** What a recipe says of the defects that are drawn: shapes, fillings, how often each; what it leaves out is as usual. */
final class DefectKinds {
    private DefectKinds() {}

    static DefectMixture read(Fields fields) {
        DefectMixture usual = DefectMixture.usual();
        Map<DefectShape, Double> shapes = new EnumMap<>(DefectShape.class);
        Fields given = fields.fields("shapes");
        for (DefectShape shape : DefectShape.values()) {
            double weight = fields.has("shapes")
                    ? given.number(shape.word(), 0, 1000, 0)
                    : usual.shapes().getOrDefault(shape, 0.0);
            if (weight > 0) {
                shapes.put(shape, weight);
            }
        }
        given.noOthers();
        Map<DefectFilling, Double> fillings = new EnumMap<>(DefectFilling.class);
        Fields filled = fields.fields("fillings");
        for (DefectFilling filling : DefectFilling.values()) {
            double weight = fields.has("fillings")
                    ? filled.number(filling.word(), 0, 1000, 0)
                    : usual.fillings().getOrDefault(filling, 0.0);
            if (weight > 0) {
                fillings.put(filling, weight);
            }
        }
        filled.noOthers();
        if (shapes.isEmpty() || fillings.isEmpty()) {
            fields.fault("must give a weight above 0 to at least one of the shapes and one of the fillings");
            return usual;
        }
        return new DefectMixture(
                shapes,
                fillings,
                fields.number("clean", 0, 0.95, usual.clean()),
                fields.number("least-opacity", 0.05, 1, usual.leastOpacity()));
    }
}
