package io.unveil.training;

import io.unveil.degradation.occlusion.Occlusion;
import io.unveil.degradation.occlusion.OcclusionMixture;
import io.unveil.recipe.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * The mixture of holes for examples.
 *
 * @param shares how often each kind of hole is drawn
 * @param least smallest share of an example that a hole covers
 * @param most largest share
 */
public record HoleMixture(List<OcclusionMixture.Share> shares, double least, double most) {
    private static final List<String> KINDS = List.of(
            "text", "strokes", "rectangles", "polygons", "hairs", "scratches", "bars", "glasses", "pixels", "union");

    public HoleMixture {
        shares = List.copyOf(shares);
    }

    /** Reads the mixture's fields; the caller reads the rest of the mapping and ends it. */
    static HoleMixture readFrom(Fields fields) {
        List<OcclusionMixture.Share> shares = new ArrayList<>();
        for (String kind : KINDS) {
            double weight = fields.number(kind, 0, 1000, 0);
            if (weight > 0) {
                shares.add(new OcclusionMixture.Share(Occlusion.parse(kind), weight));
            }
        }
        HoleMixture mixture =
                new HoleMixture(shares, fields.number("least", 0, 0.98), fields.number("most", 0.01, 0.99));
        if (mixture.most <= mixture.least) {
            fields.fault("'most' must be above 'least', was %s and %s".formatted(mixture.most, mixture.least));
        }
        if (shares.isEmpty()) {
            fields.fault("must give a weight above 0 to at least one of " + String.join(", ", KINDS));
        }
        return mixture;
    }

    static HoleMixture read(Fields fields) {
        HoleMixture mixture = readFrom(fields);
        fields.noOthers();
        return mixture;
    }

    OcclusionMixture onPatches(long seed) {
        return OcclusionMixture.ofPatches(shares, least, most, seed);
    }

    OcclusionMixture onPictures() {
        return OcclusionMixture.ofPictures(shares, least, most);
    }
}
