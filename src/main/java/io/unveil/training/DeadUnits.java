package io.unveil.training;

import io.unveil.autoencoder.Network;
import io.unveil.autoencoder.Stage;
import io.unveil.autoencoder.layer.Relu;
import io.unveil.image.Pixels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Units of a ReLU that answer 0 to everything. Such a unit passes no gradient back, so the weights before it no longer
 * learn, and a block of dead units only costs time. A leaky ReLU has a gradient on both sides (Maas et al. 2013,
 * "Rectifier Nonlinearities Improve Neural Network Acoustic Models", section 2).
 *
 * @param place of the layer, such as {@code layers.1.skip.0}
 * @param dead number of units (channels, where the layer has them) that answer nothing above 0 anywhere in any of the
 *     pictures
 * @param units number of the layer's units
 */
public record DeadUnits(String place, int dead, int units) {
    /** Whether at least half are dead: then another layer or a lower rate is better. */
    public boolean areMost() {
        return 2 * dead >= units;
    }

    /**
     * Of every ReLU of the network, in the order of its layers.
     *
     * @param pictures planes as the network reads them; all are tried
     */
    static List<DeadUnits> of(Network network, List<Pixels> pictures) {
        Map<String, boolean[]> active = new LinkedHashMap<>();
        for (Pixels planes : pictures) {
            for (Stage stage : network.stages(planes.height(), planes.width(), planes.values())) {
                if (stage.row().layer() instanceof Relu) {
                    int units = stage.row().out().channels();
                    listen(stage, active.computeIfAbsent(stage.row().place(), place -> new boolean[units]));
                }
            }
        }
        return active.entrySet().stream()
                .map(layer -> new DeadUnits(layer.getKey(), dead(layer.getValue()), layer.getValue().length))
                .toList();
    }

    private static void listen(Stage stage, boolean[] active) {
        int positions = Math.toIntExact(stage.row().out().positions());
        for (int i = 0; i < stage.values().length; i++) {
            active[i / positions] |= stage.values()[i] > 0;
        }
    }

    private static int dead(boolean[] active) {
        int dead = 0;
        for (boolean one : active) {
            dead += one ? 0 : 1;
        }
        return dead;
    }

    @Override
    public String toString() {
        return "%d of %d in %s".formatted(dead, units, place);
    }
}
