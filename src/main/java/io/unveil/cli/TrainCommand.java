package io.unveil.cli;

import io.unveil.data.Dataset;
import io.unveil.inference.Compute;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.training.Budget;
import io.unveil.training.Recipe;
import io.unveil.training.Training;
import io.unveil.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code train}: a folder of pictures in, a model folder out. */
@Command(
        name = "train",
        description = "Trains a model on your pictures; writes model folder, checkpoints and report.html.")
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--recipe", required = true, description = "What to train and how, a YAML file (see recipes/).")
    private Path recipe;

    @Option(
            names = "--data",
            required = true,
            description = "What to learn from: " + Dataset.FORMS + "; may be given again.")
    private List<String> data;

    @Option(
            names = "--validation",
            description = "The same, to validate with; without it every twentieth example of the data is held out.")
    private @Nullable String validation;

    @Option(names = "--output", required = true, description = "The model folder to write.")
    private Path output;

    @Mixin
    private DeviceOptions device;

    @Option(names = "--steps", description = "Steps of the whole training, instead of the recipe's.")
    private @Nullable Integer steps;

    @Option(
            names = "--minutes",
            description = "Time of the whole training, instead of steps; the learning rate comes down with it.")
    private @Nullable Double minutes;

    @Option(names = "--seed", description = "Seed of everything drawn, instead of the recipe's.")
    private @Nullable Integer seed;

    @Option(names = "--resume", description = "Go on from the checkpoint in the output folder, if there is one.")
    private boolean resume;

    @Override
    public Integer call() throws IOException, InterruptedException {
        TrainingPlan plan = plan();
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.set(true); // SIGTERM and Ctrl-C: finish the step, keep checkpoint and weights
            awaitQuietly(finished);
        }));
        try {
            Training.run(plan, new ProgressLine(spec.commandLine().getErr()), stop::get);
        } finally {
            finished.countDown();
        }
        return 0;
    }

    private static void awaitQuietly(CountDownLatch finished) {
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TrainingPlan plan() throws IOException {
        String text = Files.readString(recipe);
        Recipe read = Recipe.read(recipe.toString(), text);
        if (seed != null) {
            read = read.withSeed(seed);
        }
        Budget budget = budget(read);
        Compute compute = device.compute();
        return new TrainingPlan(
                read,
                text,
                data,
                Optional.ofNullable(validation),
                output,
                compute.precision(),
                compute.device(),
                budget,
                resume,
                "unveil "
                        + String.join(
                                " ",
                                spec.commandLine().getParent().getParseResult().originalArgs()),
                Version.product());
    }

    private Budget budget(Recipe read) {
        if (minutes != null && steps != null) {
            throw new ParameterException(spec.commandLine(), "give --steps or --minutes, not both");
        }
        if (minutes != null && !(minutes > 0)) {
            throw new InvalidParameter("minutes", minutes.toString(), "a number above 0");
        }
        if (steps != null && steps < 1) {
            throw new InvalidParameter("steps", steps.toString(), "a whole number from 1");
        }
        if (minutes != null) {
            return new Budget.Minutes(minutes);
        }
        return new Budget.Steps(steps == null ? read.steps() : steps);
    }
}
