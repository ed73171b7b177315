package io.unveil.training;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.layer.Weight;
import io.unveil.recipe.Fields;
import java.util.List;

/**
 * How weights are updated: the lines of the compiled step that turn the clipped gradient {@code gs} and the running
 * means {@code m} (of gradients) and {@code v} (of their squares) into new weights {@code p}. The scalar {@code adam}
 * is the learning rate with Adam's two bias corrections, negative; {@code rate} the plain learning rate, negative.
 */
public sealed interface Optimiser {
    String script(Architecture net, Precision precision);

    static Optimiser read(Fields training) {
        Fields entry = training.entry("optimiser");
        String kind = entry.onlyKey(List.of("adam", "muon"));
        if (kind.isEmpty()) {
            return new Adam(0); // a placeholder: the fault is noted
        }
        Fields fields = entry.fields(kind);
        double decay = fields.number("decay", 0, 10, 0);
        fields.noOthers();
        return kind.equals("muon") ? new Muon(decay) : new Adam(decay);
    }

    /**
     * Decoupled weight decay (Loshchilov and Hutter 2019): before a step every weight that is no bias is multiplied by
     * 1 - rate decay. Without decay, steps in directions that do not matter add up, and each further step counts for
     * less.
     */
    private static String decayed(Architecture net, double decay) {
        if (decay == 0) {
            return "";
        }
        StringBuilder lines = new StringBuilder("    kept = torch.add(torch.mul(rate, %s), 1.)\n".formatted(decay));
        int offset = 0;
        for (Weight weight : net.weights()) {
            if (weight.shape().size() > 1) {
                lines.append("    torch.mul_(torch.narrow(p, 0, %d, %d), kept)\n".formatted(offset, weight.count()));
            }
            offset += weight.count();
        }
        return lines.toString();
    }

    /** Adam (Kingma and Ba 2015) with betas .9 and .999 and epsilon 1e-8. */
    record Adam(double decay) implements Optimiser {
        @Override
        public String script(Architecture net, Precision precision) {
            return decayed(net, decay)
                    + "    _3 = torch.addcdiv_(p, m, torch.add_(torch.sqrt(v), 1e-08), value=adam)\n";
        }
    }

    /**
     * Muon (Jordan 2024): the momentum of each weight matrix, with Nesterov's step ahead, is made orthogonal by five
     * Newton-Schulz iterations and scaled by .2 sqrt(longer side) (Liu et al. 2025, section 2.2), so that one rate
     * serves all. Vectors, and matrices with a side below 16, move by Adam.
     */
    record Muon(double decay) implements Optimiser {
        private static final int SMALLEST_SIDE = 16;
        private static final int ITERATIONS = 5;

        @Override
        public String script(Architecture net, Precision precision) {
            StringBuilder lines = new StringBuilder(decayed(net, decay));
            lines.append("    u = torch.mul_(torch.div(m, torch.add_(torch.sqrt(v), 1e-08)), adam)\n");
            double slow = MeanWeights.OURS.gradients();
            lines.append(
                    "    ahead = torch.add(torch.mul(m, %s), gs, alpha=%s)\n".formatted(slow, MeanWeights.ofNew(slow)));
            int offset = 0;
            int matrices = 0;
            for (Weight weight : net.weights()) {
                int rows = weight.shape().get(0);
                int columns = weight.count() / rows;
                if (weight.shape().size() > 1 && rows >= SMALLEST_SIDE && columns >= SMALLEST_SIDE) {
                    lines.append(orthogonal("x" + matrices++, offset, rows, columns, precision));
                }
                offset += weight.count();
            }
            return lines.append("    _3 = torch.add_(p, u)\n").toString();
        }

        private static String orthogonal(String x, int offset, int rows, int columns, Precision precision) {
            int count = rows * columns;
            String matrix =
                    "torch.reshape(torch.narrow(ahead, 0, %d, %d), [%d, %d])".formatted(offset, count, rows, columns);
            boolean tall = rows > columns; // the iteration is cheaper on the short side
            StringBuilder lines =
                    new StringBuilder("    %s = %s\n".formatted(x, tall ? "torch.t(%s)".formatted(matrix) : matrix));
            String normed = "torch.div(%1$s, torch.add(torch.norm(%1$s), 1e-12))".formatted(x);
            lines.append("    %s0 = %s\n".formatted(x, precision.enter(normed)));
            for (int i = 0; i < ITERATIONS; i++) {
                String a = x + i;
                lines.append("    %1$sa = torch.mm(%1$s, torch.t(%1$s))\n".formatted(a));
                lines.append("    %1$sb = torch.add(torch.mul(%1$sa, -4.775), torch.mm(%1$sa, %1$sa), alpha=2.0315)\n"
                        .formatted(a));
                lines.append("    %s%d = torch.add(torch.mul(%3$s, 3.4445), torch.mm(%3$sb, %3$s))\n"
                        .formatted(x, i + 1, a));
            }
            String made = tall ? "torch.t(%s%d)".formatted(x, ITERATIONS) : x + ITERATIONS;
            lines.append("    %su = torch.mul(torch.reshape(%s, [-1]), %s)\n"
                    .formatted(x, precision.leave(made), 0.2 * Math.sqrt(Math.max(rows, columns))));
            lines.append("    %1$sc = torch.copy_(torch.narrow(u, 0, %2$d, %3$d), torch.mul(%1$su, rate))\n"
                    .formatted(x, offset, count));
            return lines.toString();
        }
    }
}
