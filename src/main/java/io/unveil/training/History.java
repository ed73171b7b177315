package io.unveil.training;

import java.util.ArrayList;
import java.util.List;

/** The history of a training, over all resumed runs. */
public record History(List<Progress> progress, List<Look> looks) {
    public History {
        progress = List.copyOf(progress);
        looks = List.copyOf(looks);
    }

    static History none() {
        return new History(List.of(), List.of());
    }

    /** Means over the steps since the entry before. */
    public record Progress(long step, double loss, double gradientNorm, double rate) {}

    /** One look at the validation pictures with the averaged weights. */
    public record Look(long step, double seconds, List<Condition> conditions) {
        public Look {
            conditions = List.copyOf(conditions);
        }

        /** Mean over the conditions, which decides which weights are kept. */
        public double score() {
            return conditions.stream().mapToDouble(Condition::after).average().orElseThrow();
        }
    }

    /**
     * Mean {@link Sample#score} under one condition, such as the PSNR in dB at {@code sigma=25}: without the network,
     * and with it.
     */
    public record Condition(String name, double before, double after) {}

    History with(Progress entry) {
        List<Progress> all = new ArrayList<>(progress);
        all.add(entry);
        return new History(all, looks);
    }

    History with(Look look) {
        List<Look> all = new ArrayList<>(looks);
        all.add(look);
        return new History(progress, all);
    }

    /** Score of the best look so far; a tie is no progress, and neither is NaN. */
    double best() {
        return looks.stream()
                .mapToDouble(Look::score)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }
}
