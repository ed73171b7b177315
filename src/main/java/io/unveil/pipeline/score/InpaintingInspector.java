package io.unveil.pipeline.score;

import io.unveil.anomaly.AnomalyMap;
import io.unveil.anomaly.ReconstructionError;
import io.unveil.degradation.occlusion.CellMasks;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.inference.Deadline;
import io.unveil.inference.Model;
import io.unveil.model.HiddenCells;
import io.unveil.model.ScoringMethod;
import io.unveil.pipeline.FittedPicture;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hides every square of a picture once, lets the network fill it from the rest, and compares the fill with the picture:
 * by gradients, mean over the sizes of squares (RIAD, Zavrtanik et al. 2021, section 3.3).
 */
record InpaintingInspector(Model model) implements Inspector {
    /** Seed of the division into squares: the same for every picture, so that equal pictures have equal scores. */
    private static final long SEED = 1;

    @Override
    public boolean repairs() {
        return true;
    }

    @Override
    public List<String> steps() {
        return List.of("standardise");
    }

    @Override
    public Map<ScoringMethod, InspectionResult> inspect(
            FittedPicture fitting, List<ScoringMethod> scorings, Deadline deadline) {
        StandardisedPicture picture = StandardisedPicture.of(fitting, model);
        Pixels standardised = picture.standardised();
        float[] error = new float[standardised.width() * standardised.height()];
        float[] filled = new float[standardised.values().length];
        Duration queue = Duration.ZERO;
        for (CellMasks cells : CellMasks.ALL) {
            SinglePass pass = filled(standardised, cells, deadline);
            Pixels values = convention().answer(pass.planes());
            float[] one =
                    ReconstructionError.GRADIENT.between(standardised, values).values();
            for (int i = 0; i < error.length; i++) {
                error[i] += one[i] / CellMasks.ALL.size();
            }
            for (int i = 0; i < filled.length; i++) {
                filled[i] += values.values()[i] / CellMasks.ALL.size();
            }
            queue = queue.plus(pass.queue());
        }
        AnomalyMap map = AnomalyMap.of(new Pixels(standardised.width(), standardised.height(), 1, error));
        Pixels repaired =
                picture.undo(new Pixels(standardised.width(), standardised.height(), standardised.channels(), filled));
        Map<ScoringMethod, InspectionResult> all = new LinkedHashMap<>();
        for (ScoringMethod scoring : scorings) {
            all.put(scoring, new InspectionResult(map.score(), map, Optional.of(repaired), standardised.size(), queue));
        }
        return all;
    }

    /** Every pixel as it was filled when it was hidden. */
    private SinglePass filled(Pixels standardised, CellMasks cells, Deadline deadline) {
        float[] filled = new float[standardised.values().length];
        Duration queue = Duration.ZERO;
        for (int set = 0; set < CellMasks.SETS; set++) {
            Mask hidden = cells.set(standardised.size(), set, SEED);
            SinglePass pass = SinglePass.of(model, convention().planes(standardised, hidden), deadline);
            for (int i = 0; i < filled.length; i++) {
                filled[i] = isHidden(hidden, i, standardised) ? pass.planes().values()[i] : filled[i];
            }
            queue = queue.plus(pass.queue());
        }
        return new SinglePass(
                new Pixels(standardised.width(), standardised.height(), standardised.channels(), filled), queue);
    }

    private HiddenCells convention() {
        return model.card().convention(HiddenCells.class);
    }

    private static boolean isHidden(Mask hidden, int value, Pixels pixels) {
        int pixel = value / pixels.channels();
        return hidden.at(pixel % pixels.width(), pixel / pixels.width());
    }
}
