package io.unveil.autoencoder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * One layer's output for a picture.
 *
 * @param row the layer
 * @param values of its output's shape, channel by channel and row by row
 */
public record Stage(LayerTable.Row row, float[] values) {
    /**
     * Pairs the rows of a table, where composites come first, with values in the order of computation, where composites
     * come last.
     */
    static List<Stage> inOrder(List<LayerTable.Row> rows, List<float[]> values) {
        List<LayerTable.Row> computed = computed(rows);
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            stages.add(new Stage(computed.get(i), values.get(i)));
        }
        stages.sort(Comparator.comparingInt(stage -> rows.indexOf(stage.row())));
        return List.copyOf(stages);
    }

    /** The rows of a table in the order in which their values are computed, composites last. */
    static List<LayerTable.Row> computed(List<LayerTable.Row> rows) {
        List<LayerTable.Row> computed = new ArrayList<>();
        Deque<LayerTable.Row> open = new ArrayDeque<>();
        for (LayerTable.Row row : rows) {
            while (!open.isEmpty() && open.peek().depth() >= row.depth()) {
                computed.add(open.pop());
            }
            open.push(row);
        }
        computed.addAll(open); // innermost first
        return computed;
    }
}
