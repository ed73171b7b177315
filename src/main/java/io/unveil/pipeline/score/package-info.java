/** Scoring anomalies: inspectors, scores on a calibrated scale, maps and boxes. */
@NullMarked
@NamedInterface("score")
package io.unveil.pipeline.score;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
