package io.unveil.training;

import io.unveil.autoencoder.Precision;
import io.unveil.data.UnusableData;
import io.unveil.file.Digests;
import io.unveil.model.Manifest;
import io.unveil.model.ModelFolder;
import io.unveil.model.NormalPictures;
import io.unveil.model.Task;
import io.unveil.text.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Turns a folder of pictures into weights. */
public final class Training {
    /** Steps between two entries in the history of losses. */
    private static final int PROGRESS_EVERY = 50;

    /** The steps after which the speed is known. */
    private static final int TIMED = 10;

    /** With fewer steps, a network for anomalies hardly learns to mark even drawn defects. */
    private static final int ENOUGH = 1000;

    private final TrainingPlan plan;
    private final Recipe recipe;
    private final TrainingData data;
    private final Validation validation;
    private final Optional<NormalPictures> memory;
    private final Watcher watcher;

    private Training(TrainingPlan plan, TrainingSets sets, Watcher watcher) {
        this.plan = plan;
        this.recipe = plan.recipe();
        this.watcher = watcher;
        this.data = TrainingData.of(plan, sets);
        this.memory = recipe.lesson().memory(recipe, data.training());
        this.validation = new Validation(recipe, data.heldOut(), plan.precision(), plan.device());
    }

    /**
     * Trains until the budget is spent or {@code stop} is set; either way it leaves a checkpoint and usable weights.
     *
     * @throws UnusableData when there is nothing to train on
     * @throws Diverged when a loss is not finite
     * @throws IOException when a file cannot be read or written; the last checkpoint is kept
     */
    public static History run(TrainingPlan plan, Watcher watcher, BooleanSupplier stop) throws IOException {
        return run(plan, TrainingSets.read(plan), watcher, stop);
    }

    /** As {@link #run(TrainingPlan, Watcher, BooleanSupplier)}, on data of the plan that were read before. */
    public static History run(TrainingPlan plan, TrainingSets sets, Watcher watcher, BooleanSupplier stop)
            throws IOException {
        return new Training(plan, sets, watcher).run(stop);
    }

    /**
     * The precision of the training that can be resumed in a folder; empty where there is none, or it does not say.
     * Throws {@link UnusableCheckpoint}.
     */
    public static Optional<Precision> precisionIn(Path output) throws IOException {
        return Checkpoint.read(output)
                .flatMap(Checkpoint::precision)
                .flatMap(word -> Words.find(Precision.class, word));
    }

    /**
     * Adds a section to {@code report.html} of a training that has ended.
     *
     * @param text plain
     * @param html below it
     */
    public static void addToReport(Path output, String heading, String text, String html) throws IOException {
        TrainingReport.add(output, heading, text, html);
    }

    private History run(BooleanSupplier stop) throws IOException {
        Start start = start();
        watcher.started("%d examples to train on, %d to validate with, %s, %s%s"
                .formatted(
                        data.training().count(),
                        data.heldOut().count(),
                        plan.device(),
                        plan.precision(),
                        start.note()));
        Examples examples = recipe.lesson().examples(data.loader(recipe), recipe.seed());
        try (Learner learner = Learner.of(recipe, start.state(), plan.precision(), plan.device());
                PrefetchedExamples ahead = new PrefetchedExamples(examples, start.step() + 1, plan.device())) {
            return loop(learner, ahead, start, stop);
        }
    }

    /** A checkpoint takes precedence: it already contains the start. */
    private Start start() throws IOException {
        Optional<Checkpoint> found = plan.resume() ? Checkpoint.read(plan.output()) : Optional.empty();
        found.ifPresent(this::refuseOthers);
        return found.map(Start::of)
                .orElseGet(() -> plan.initFrom()
                        .map(folder -> Start.pretrained(recipe, folder))
                        .orElseGet(() -> Start.fresh(recipe)));
    }

    private History loop(Learner learner, Examples examples, Start start, BooleanSupplier stop) throws IOException {
        Clock clock = new Clock(start.seconds());
        RunningMean means = new RunningMean();
        History history = start.history();
        long step = start.step();
        double done = plan.budget().done(step, clock.seconds());
        while (done < 1 && !stop.getAsBoolean()) {
            step++;
            StepResult learned = learner.step(examples, step, done);
            if (!learned.isFinite()) {
                throw new Diverged(step, learned);
            }
            means.add(learned);
            if (step % PROGRESS_EVERY == 0) {
                history = history.with(means.take(step, recipe.rate().at(step, done)));
            }
            done = plan.budget().done(step, clock.seconds());
            watcher.stepDone(step, done, clock.seconds(), learned);
            if (step == TIMED) {
                warnOfShortness(plan.budget().expected(step, clock.seconds()));
            }
            if (step % recipe.validateEvery() == 0) {
                history = look(learner, step, history, clock, start.origin());
            }
        }
        if (step > start.step() && step % recipe.validateEvery() != 0) {
            history = look(learner, step, history, clock, start.origin());
        }
        if (step > 0) { // else there is nothing to report, and maybe no folder
            TrainingReport.write(plan, history, validation, learner.averagedWeights());
        }
        return history;
    }

    private void warnOfShortness(long steps) {
        if (recipe.task() == Task.ANOMALY && plan.fold().isEmpty() && steps < ENOUGH) {
            watcher.warned(
                    "the time or the steps allow about %,d steps for the model; with fewer than %,d it hardly learns to find defects: give more --minutes or --steps"
                            .formatted(steps, ENOUGH));
        }
    }

    /** Measures the averaged weights, keeps them if they are the best so far, and makes a checkpoint. */
    private History look(Learner learner, long step, History before, Clock clock, Optional<Manifest.Origin> origin)
            throws IOException {
        float[] weights = learner.averagedWeights();
        History.Look look = new History.Look(step, clock.seconds(), validation.look(weights));
        watcher.looked(look, recipe.lesson().measure());
        List<DeadUnits> dead = validation.deadUnits(weights).stream()
                .filter(DeadUnits::areMost)
                .toList();
        if (!dead.isEmpty()) {
            watcher.deadUnits(dead);
        }
        History history = before.with(look);
        if (look.score() > before.best()) {
            new ModelFolder(manifest(weights, origin, look), recipe.net(), weights, plan.recipeText(), memory)
                    .write(plan.output());
        }
        new Checkpoint(
                        step,
                        clock.seconds(),
                        recipeDigest(),
                        data.digests(),
                        Optional.of(Words.of(plan.precision())),
                        history,
                        origin,
                        learner.state())
                .write(plan.output());
        return history;
    }

    private Manifest manifest(float[] weights, Optional<Manifest.Origin> origin, History.Look look) {
        return Manifests.of(plan, data.sets(), weights, memory, origin, look);
    }

    private void refuseOthers(Checkpoint checkpoint) {
        List<String> other = new ArrayList<>();
        if (!checkpoint.recipe().equals(recipeDigest())) {
            other.add("recipe (or seed)");
        }
        if (!checkpoint.data().equals(data.digests())) {
            other.add("data");
        }
        checkpoint
                .precision()
                .filter(word -> !word.equals(Words.of(plan.precision())))
                .ifPresent(word -> other.add("precision (%s)".formatted(word)));
        if (!other.isEmpty()) {
            throw new UnusableCheckpoint(
                    "the checkpoint in %s is of another %s; resume with the same, or train into another folder"
                            .formatted(plan.output(), String.join(" and other ", other)));
        }
    }

    /** Digest of the recipe's text and of the seed, which may replace the recipe's own. */
    private String recipeDigest() {
        String run = "%s\nseed %d".formatted(plan.recipeText(), recipe.seed());
        return Digests.sha256(run.getBytes(StandardCharsets.UTF_8));
    }
}
