package io.unveil.pipeline.score;

import io.unveil.inference.Deadline;
import io.unveil.pipeline.FittedPicture;
import java.util.List;
import java.util.Map;

/** Looks at pictures with one model, in the way that its answer asks for. */
sealed interface Inspector permits DefectInspector, InpaintingInspector, WholeInspector {
    /** What it finds by some of the model's scorings; throws {@link io.unveil.inference.RefusedRequest} for a picture in which it can see nothing. */
    Map<ScoringMethod, InspectionResult> inspect(
            FittedPicture fitting, List<ScoringMethod> scorings, Deadline deadline);

    /** Whether it says what a picture should be. */
    boolean repairs();

    /** What is done to a picture before the network reads it, one word each. */
    List<String> steps();
}
