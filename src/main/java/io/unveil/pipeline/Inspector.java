package io.unveil.pipeline;

import io.unveil.inference.Deadline;
import java.util.List;
import java.util.Map;

/** Looks at pictures with one model, in the way that its answer asks for. */
sealed interface Inspector permits DefectInspector, WholeInspector {
    /** What it finds by some of the model's scorings; throws {@link io.unveil.inference.Refused} for a picture in which nothing can be seen. */
    Map<ScoringMethod, Inspected> inspect(Fitting fitting, List<ScoringMethod> scorings, Deadline deadline);

    /** Whether it says what a picture should be. */
    boolean repairs();

    /** What is done to a picture before the network reads it, one word each. */
    List<String> steps();
}
