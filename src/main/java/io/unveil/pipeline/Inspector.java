package io.unveil.pipeline;

import io.unveil.image.Pixels;
import io.unveil.inference.Deadline;
import java.util.List;
import java.util.Map;

/** Looks at pictures with one model, in the way that its answer asks for. */
sealed interface Inspector permits DefectInspector, InpaintingInspector, WholeInspector {
    /**
     * What it finds by some of the model's scorings.
     *
     * @param planes in as many channels as the model's pictures have
     */
    Map<ScoringMethod, Inspected> inspect(Pixels planes, List<ScoringMethod> scorings, Deadline deadline);

    /** What is done to a picture before the network reads it, one word each. */
    List<String> steps();
}
