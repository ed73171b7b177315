package io.unveil.autoencoder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * What one layer makes of a picture.
 *
 * @param row the layer
 * @param values of its output's shape, channel by channel and row by row
 */
public record Stage(LayerTable.Row row, float[] values) {
    /**
     * Pairs the rows of a table, composites first, with values in the order in which they are reckoned, composites
     * last.
     */
    static List<Stage> inOrder(List<LayerTable.Row> rows, List<float[]> values) {
        List<LayerTable.Row> reckoned = reckoned(rows);
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            stages.add(new Stage(reckoned.get(i), values.get(i)));
        }
        stages.sort(Comparator.comparingInt(stage -> rows.indexOf(stage.row())));
        return List.copyOf(stages);
    }

    /** The rows of a table in the order in which their values are reckoned, composites last. */
    static List<LayerTable.Row> reckoned(List<LayerTable.Row> rows) {
        List<LayerTable.Row> reckoned = new ArrayList<>();
        Deque<LayerTable.Row> open = new ArrayDeque<>();
        for (LayerTable.Row row : rows) {
            while (!open.isEmpty() && open.peek().depth() >= row.depth()) {
                reckoned.add(open.pop());
            }
            open.push(row);
        }
        reckoned.addAll(open); // innermost first
        return reckoned;
    }
}
