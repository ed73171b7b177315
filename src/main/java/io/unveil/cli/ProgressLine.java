package io.unveil.cli;

import io.unveil.training.DeadUnits;
import io.unveil.training.History;
import io.unveil.training.ScoreUnit;
import io.unveil.training.StepResult;
import io.unveil.training.Watcher;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The progress of a training: a bar redrawn on a terminal, a plain line every hundred steps elsewhere; with --verbose a
 * line for each step.
 */
final class ProgressLine implements Watcher {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressLine.class);
    private static final int PLAIN_EVERY = 100;
    private static final int BAR = 30;
    private final PrintWriter out;
    private final boolean terminal = Terminal.isThere();
    private final long startedAt = System.nanoTime();
    private double loss = Double.NaN;
    private long firstStep = -1;
    private double firstDone;

    ProgressLine(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void started(String what) {
        out.println(what);
        out.flush();
    }

    @Override
    public void stepDone(long step, double done, double seconds, StepResult learned) {
        LOG.info("step {}: loss {}, gradient norm {}", step, learned.loss(), learned.gradientNorm());
        loss = Double.isNaN(loss) ? learned.loss() : 0.98 * loss + 0.02 * learned.loss();
        if (firstStep < 0) {
            firstStep = step;
            firstDone = done;
        }
        if (terminal ? step % 5 == 0 : step % PLAIN_EVERY == 0) {
            double here = (System.nanoTime() - startedAt) / 1e9;
            double rate = (step - firstStep) / here;
            double left = here * (1 - done) / Math.max(1e-9, done - firstDone);
            String line = String.format(
                    Locale.ROOT,
                    "step %d  %.1f %%  loss %.5f  %.1f steps/s  %s left",
                    step,
                    100 * done,
                    loss,
                    rate,
                    time(left));
            out.print(terminal ? "\r" + bar(done) + " " + line + "  " : line + System.lineSeparator());
            out.flush();
        }
    }

    @Override
    public void looked(History.Look look, ScoreUnit measure) {
        StringBuilder line = new StringBuilder(terminal ? System.lineSeparator() : "");
        line.append(String.format(Locale.ROOT, "step %d  validation", look.step()));
        for (History.Condition condition : look.conditions()) {
            line.append(String.format(
                    Locale.ROOT,
                    "  %s: %.2f -> %.3f %s",
                    condition.name(),
                    measure.of(condition.before()),
                    measure.of(condition.after()),
                    measure.unit()));
        }
        out.println(line);
        out.flush();
    }

    @Override
    public void warned(String what) {
        out.println((terminal ? System.lineSeparator() : "") + "WARNING: " + what);
        out.flush();
    }

    @Override
    public void deadUnits(List<DeadUnits> layers) {
        out.println("dead units: %s; the weights before them no longer learn (leaky-relu avoids that)"
                .formatted(layers.stream().map(DeadUnits::toString).collect(Collectors.joining(", "))));
        out.flush();
    }

    private static String bar(double done) {
        int full = (int) Math.round(BAR * Math.min(1, done));
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }

    private static String time(double seconds) {
        long minutes = Math.round(seconds / 60);
        return minutes >= 60 ? "%d h %02d min".formatted(minutes / 60, minutes % 60) : minutes + " min";
    }
}
