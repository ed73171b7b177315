package io.unveil.evaluation;

import io.unveil.model.Task;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How good a model or a method is on a set of pictures.
 *
 * @param model empty where none was named
 * @param data name of the folder or file
 * @param images how many pictures were measured
 */
public record Evaluation(Optional<String> model, Task task, String data, int images, List<Row> rows) {
    public Evaluation {
        rows = List.copyOf(rows);
    }

    /**
     * One method under one condition.
     *
     * @param method "model" or a baseline's name
     * @param figures means over the pictures, in the order of {@link Metric}; what does not apply, or is not finite,
     *     such as the PSNR of equal pictures, is left out
     */
    public record Row(String condition, String method, Map<Metric, Double> figures) {
        public Row {
            Map<Metric, Double> finite = new EnumMap<>(Metric.class);
            figures.forEach((measure, figure) -> {
                if (Double.isFinite(figure)) {
                    finite.put(measure, figure);
                }
            });
            figures = Collections.unmodifiableMap(finite);
        }

        /** One figure that is there. */
        public double figure(Metric measure) {
            return Optional.ofNullable(figures.get(measure)).orElseThrow();
        }
    }

    /** Reports the progress of an evaluation. */
    @FunctionalInterface
    public interface Progress {
        /** Called after each picture, with counts over all rows. */
        void pictureDone(int done, int all);
    }
}
