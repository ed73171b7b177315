package io.unveil.pipeline.score;

import io.unveil.inference.Deadline;
import io.unveil.model.ScoringMethod;
import io.unveil.pipeline.FittedPicture;
import java.util.List;
import java.util.Map;

/** Inspects pictures with one model, in the way that its kind of answer needs. */
sealed interface Inspector permits DefectInspector, InpaintingInspector, WholeInspector {
    /**
     * The results of some of the model's scorings; throws {@link io.unveil.inference.RefusedRequest} for a picture that
     * is too small.
     */
    Map<ScoringMethod, InspectionResult> inspect(
            FittedPicture fitting, List<ScoringMethod> scorings, Deadline deadline);

    /** Whether it has a reconstruction. */
    boolean repairs();

    /** The steps before the network reads a picture, one word each. */
    List<String> steps();
}
