package io.unveil.pipeline.score;

import io.unveil.anomaly.AnomalyMap;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.time.Duration;
import java.util.Optional;

/**
 * What a model finds on a picture, before anybody says from when on that is too much.
 *
 * @param score of the whole picture, in the scoring's own unit; larger is more anomalous
 * @param map of its places
 * @param repaired the picture as the network thinks it should be, in the size that it read; empty where it has no such thing
 * @param taken that size
 * @param queue how long it waited for a free worker
 */
public record InspectionResult(double score, AnomalyMap map, Optional<Pixels> repaired, Size taken, Duration queue) {}
