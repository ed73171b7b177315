package io.unveil.training;

import io.unveil.autoencoder.Network;
import io.unveil.autoencoder.Stage;
import io.unveil.autoencoder.layer.Relu;
import io.unveil.image.Pixels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Units of a ReLU that answer 0 to everything. Such a unit passes no gradient back, so what leads to it learns no more, and a block in
 * which all are silent only costs time; a leaky ReLU has a gradient on both sides (Maas et al. 2013, "Rectifier Nonlinearities Improve
 * Neural Network Acoustic Models", section 2).
 *
 * @param place of the layer, such as {@code layers.1.skip.0}
 * @param silent how many units, which are channels where there are any, answer nothing above 0 anywhere in any of the pictures
 * @param units of the layer
 */
public record DeadUnits(String place, int silent, int units) {
    /** Whether so many are silent that the layer should be another, or the rate lower. */
    public boolean areMost() {
        return 2 * silent >= units;
    }

    /**
     * Of every ReLU of the network, in the order of its layers.
     *
     * @param pictures planes as the network reads them; it is asked about each
     */
    static List<DeadUnits> of(Network network, List<Pixels> pictures) {
        Map<String, boolean[]> heard = new LinkedHashMap<>();
        for (Pixels planes : pictures) {
            for (Stage stage : network.stages(planes.height(), planes.width(), planes.values())) {
                if (stage.row().layer() instanceof Relu) {
                    int units = stage.row().out().channels();
                    listen(stage, heard.computeIfAbsent(stage.row().place(), place -> new boolean[units]));
                }
            }
        }
        return heard.entrySet().stream()
                .map(layer -> new DeadUnits(layer.getKey(), silent(layer.getValue()), layer.getValue().length))
                .toList();
    }

    private static void listen(Stage stage, boolean[] heard) {
        int positions = Math.toIntExact(stage.row().out().positions());
        for (int i = 0; i < stage.values().length; i++) {
            heard[i / positions] |= stage.values()[i] > 0;
        }
    }

    private static int silent(boolean[] heard) {
        int silent = 0;
        for (boolean one : heard) {
            silent += one ? 0 : 1;
        }
        return silent;
    }

    @Override
    public String toString() {
        return "%d of %d in %s".formatted(silent, units, place);
    }
}
