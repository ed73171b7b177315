package io.unveil.pipeline.score;

import io.unveil.anomaly.AnomalyMap;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.time.Duration;
import java.util.Optional;

/**
 * A model's result for a picture, before a threshold decides.
 *
 * @param score of the whole picture, in the scoring's own unit; larger is more anomalous
 * @param map of its places
 * @param repaired the network's reconstruction of the picture without anomalies, in the input's size; empty where the
 *     model has none
 * @param taken the size of the network's input
 * @param queue how long it waited for a free worker
 */
public record InspectionResult(double score, AnomalyMap map, Optional<Pixels> repaired, Size taken, Duration queue) {}
