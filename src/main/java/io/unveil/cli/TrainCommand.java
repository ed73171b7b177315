package io.unveil.cli;

import io.unveil.anomaly.NormalScores;
import io.unveil.autoencoder.Precision;
import io.unveil.calibration.Calibrated;
import io.unveil.calibration.CrossFitting;
import io.unveil.calibration.NormalMeasured;
import io.unveil.calibration.NormalSetCheck;
import io.unveil.calibration.TrainedInspector;
import io.unveil.data.Dataset;
import io.unveil.inference.Compute;
import io.unveil.model.Manifest;
import io.unveil.model.ModelFolder;
import io.unveil.model.ScoringMethod;
import io.unveil.model.Task;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.text.Words;
import io.unveil.training.Budget;
import io.unveil.training.Fold;
import io.unveil.training.History;
import io.unveil.training.OutputFolder;
import io.unveil.training.Recipe;
import io.unveil.training.StepExport;
import io.unveil.training.Training;
import io.unveil.training.TrainingPlan;
import io.unveil.training.TrainingSets;
import io.unveil.training.WorkingSize;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code train}: trains a model folder from a folder of pictures; or exports the step for another machine. */
@Command(
        name = "train",
        description = {
            "Trains a model on your pictures; writes model folder, checkpoints and report.html.",
            "With --export, writes only the training step, for a machine with PyTorch (docs/training-elsewhere.md)."
        })
final class TrainCommand implements Callable<Integer> {
    /** The options that have no meaning for an exported step. */
    private static final List<String> ONLY_HERE = List.of(
            "--data",
            "--validation",
            "--leave-out",
            "--normal-class",
            "--output",
            "--device",
            "--minutes",
            "--init-from",
            "--area",
            "--resume",
            "--overwrite");

    /** Share of the time or the steps for the model, where two more networks are trained for its calibration. */
    private static final double SHARE_OF_MODEL = 3 / 4.0;

    private static final double SHARE_OF_FOLD = (1 - SHARE_OF_MODEL) / 2;

    private static final String AUTO = "auto";
    private static final int SMALLEST_AREA = 64;
    private static final int LARGEST_AREA = 1024;

    private static final String STOPPED = "stopped before its end";

    @Spec
    private CommandSpec spec;

    @Option(names = "--recipe", required = true, description = "What to train and how, a YAML file (see recipes/).")
    private Path recipe;

    @Option(names = "--data", description = "What to learn from: " + Dataset.FORMS + "; may be given again.")
    private List<String> data = List.of();

    @Option(
            names = "--validation",
            description =
                    "The same, for validation (default: every twentieth example of the data is held out, of normal pictures every fifth or more).")
    private @Nullable String validation;

    @Option(
            names = "--normal-class",
            paramLabel = "K",
            description =
                    "Of data with classes, such as idx files with labels: learn only this one, for anomaly scores.")
    private @Nullable Integer normalClass;

    @Option(names = "--output", description = "The model folder to write.")
    private @Nullable Path output;

    @Option(
            names = "--export",
            paramLabel = "STEP.pt",
            description =
                    "Train nothing: write the whole step as one TorchScript file, for src/main/python/drive_step.py. Precision auto is fp32.")
    private @Nullable Path export;

    @Option(
            names = "--leave-out",
            paramLabel = "NAMES",
            split = ",",
            description =
                    "Names of pictures of the data that are not used, such as odd ones that a training has named.")
    private Set<String> leaveOut = Set.of();

    @Mixin
    private DeviceOptions device;

    @Option(names = "--steps", description = "Steps of the whole training, instead of the recipe's.")
    private @Nullable Integer steps;

    @Option(
            names = "--minutes",
            description = "Time of the whole training, instead of steps; the learning rate falls with it.")
    private @Nullable Double minutes;

    @Option(names = "--seed", description = "Seed of everything drawn, instead of the recipe's.")
    private @Nullable Integer seed;

    @Option(
            names = "--init-from",
            paramLabel = "MODELDIR",
            description =
                    "Start from the weights of this model's encoder, wherever a layer of the same place and shape is in the recipe.")
    private @Nullable Path initFrom;

    @Option(
            names = "--area",
            paramLabel = "auto|SIDE",
            defaultValue = AUTO,
            description =
                    "For recipes with an area: the side of the square to whose area pictures are resized, 64 to 1024, or auto: nearly as large as the pictures are, from the recipe's own to 448 (default: ${DEFAULT-VALUE}).")
    private String area = AUTO;

    @Option(names = "--resume", description = "Continue from the checkpoint in the output folder, if there is one.")
    private boolean resume;

    @Option(names = "--overwrite", description = "Replace the model that the output folder holds.")
    private boolean overwrite;

    @Override
    public Integer call() throws IOException {
        if (resume && overwrite) {
            throw new ParameterException(spec.commandLine(), "give --resume or --overwrite, not both");
        }
        if (export == null) {
            train();
        } else {
            export(export);
        }
        return 0;
    }

    private void train() throws IOException {
        if (data.isEmpty() || output == null) {
            throw missing();
        }
        String text = Files.readString(recipe);
        TrainingPlan asWritten = plan(text);
        TrainingSets sets = TrainingSets.read(asWritten);
        TrainingPlan plan = sized(asWritten, sets, text);
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.set(true); // SIGTERM and Ctrl-C: finish the step, keep checkpoint and weights
            awaitQuietly(finished);
        }));
        try {
            train(plan, sets, stop::get);
        } finally {
            finished.countDown();
        }
    }

    /** The same plan at the area that was asked for, or that fits the pictures. */
    private TrainingPlan sized(TrainingPlan plan, TrainingSets sets, String text) throws IOException {
        OptionalInt recipes = plan.recipe().area();
        if (recipes.isEmpty() || plan.recipe().task() != Task.ANOMALY) {
            return plan;
        }
        int side = area.equals(AUTO) ? WorkingSize.of(sets.all(), recipes.getAsInt()) : askedArea();
        if (side == recipes.getAsInt()) {
            return plan;
        }
        tell("pictures are read at the area of %d x %d pixels; --area %d is the recipe's own"
                .formatted(side, side, recipes.getAsInt()));
        return plan(WorkingSize.in(text, side));
    }

    private int askedArea() {
        if (!area.matches("[0-9]{2,4}")
                || Integer.parseInt(area) < SMALLEST_AREA
                || Integer.parseInt(area) > LARGEST_AREA) {
            throw new InvalidParameter(
                    "area", area, "auto, or a whole number from %d to %d".formatted(SMALLEST_AREA, LARGEST_AREA));
        }
        return Integer.parseInt(area);
    }

    private void train(TrainingPlan plan, TrainingSets sets, BooleanSupplier stop) throws IOException {
        try (OutputFolder unused = OutputFolder.claim(plan.output(), resume || overwrite)) { // held to the end
            remarks(plan, sets).forEach(remark -> tell("WARNING: " + remark));
            boolean crossFits = sets.crossFits(plan);
            History history = Training.run(crossFits ? plan.within(SHARE_OF_MODEL) : plan, sets, progress(), stop);
            if (stop.getAsBoolean()) {
                tell(stopped(plan, history));
            }
            if (crossFits) {
                tell(crossFitted(plan, sets, stop));
            } else if (plan.recipe().task() == Task.ANOMALY) {
                tell(stop.getAsBoolean() ? notCalibrated(plan, STOPPED) : calibrated(plan, sets.heldOut(plan)));
            }
            if (!history.looks().isEmpty()
                    && ModelFolder.read(plan.output()).manifest().nearChance()) {
                tell(nearChance(plan, sets));
            }
        }
    }

    /** What a signal to stop left. */
    private static String stopped(TrainingPlan plan, History history) {
        return history.looks().isEmpty()
                ? "stopped before the first step: %s holds no model".formatted(plan.output())
                : "stopped after step %d: %s holds the best weights so far, --resume continues"
                        .formatted(
                                history.looks().get(history.looks().size() - 1).step(), plan.output());
    }

    private static List<String> remarks(TrainingPlan plan, TrainingSets sets) {
        OptionalInt area = plan.recipe().area();
        return plan.recipe().task() == Task.ANOMALY && area.isPresent()
                ? new NormalSetCheck(sets.all(), area.getAsInt()).remarks()
                : List.of();
    }

    private static String nearChance(TrainingPlan plan, TrainingSets sets) throws IOException {
        Manifest manifest = ModelFolder.read(plan.output()).manifest();
        String warning =
                "WARNING: %s has learnt nearly nothing: it marks drawn defects little better than chance, and says so in every answer. Possible reasons: %d steps are too few (some thousands are usual), the defects are too small to be seen at %s, or %d pictures are too few or too different"
                        .formatted(
                                manifest.name(),
                                manifest.provenance().steps(),
                                manifest.sides().text(),
                                sets.all().count());
        Training.addToReport(plan.output(), "Near chance", warning, "");
        return warning;
    }

    /** The network has not learnt from the held-out pictures, so their scores are those of normal pictures. */
    private String calibrated(TrainingPlan plan, Dataset heldOut) throws IOException {
        if (heldOut.count() < NormalScores.FEWEST) {
            return notCalibrated(
                    plan,
                    "of %d normal pictures held out at least %d are needed"
                            .formatted(heldOut.count(), NormalScores.FEWEST));
        }
        TrainedInspector model = inspector(plan, plan.output(), heldOut);
        return summary(plan, model, model.measured());
    }

    /**
     * Trains two more networks, each on every other picture that the model learnt from; each scores the pictures that
     * it has not learnt from.
     */
    private String crossFitted(TrainingPlan plan, TrainingSets sets, BooleanSupplier stop) throws IOException {
        Dataset all = sets.inOrder(plan);
        Path folds = plan.output().resolve("folds");
        List<Map<ScoringMethod, NormalMeasured>> halves = new ArrayList<>();
        for (Fold fold : Fold.values()) {
            Path folder = folds.resolve(Words.of(fold));
            if (stop.getAsBoolean()) {
                return notCalibrated(plan, STOPPED);
            }
            Training.run(plan.of(fold, folder, SHARE_OF_FOLD), sets, progress(), stop);
            halves.add(inspector(plan, folder, all).measured());
        }
        TrainedInspector model = inspector(plan, plan.output(), all);
        int heldOut = sets.learnsFromAll(plan) ? 0 : sets.heldOut(plan).count();
        String done = summary(plan, model, CrossFitting.of(heldOut, model.measured(), halves.get(0), halves.get(1)));
        FileSystemUtils.deleteRecursively(folds);
        return done
                + String.format(
                        "%n  %d of them were held out; the others were scored by two networks that learnt from half of them each, a sixth of the model's steps",
                        heldOut);
    }

    private TrainedInspector inspector(TrainingPlan plan, Path folder, Dataset normal) {
        return new TrainedInspector(folder, device.device(), device.precision(), normal, plan.command());
    }

    private static String summary(
            TrainingPlan plan, TrainedInspector model, Map<ScoringMethod, NormalMeasured> measured) throws IOException {
        Calibrated done = model.calibrated(measured);
        Training.addToReport(plan.output(), "Calibration", done.toString(), model.shown(measured));
        return done.toString();
    }

    private ProgressLine progress() {
        return new ProgressLine(spec.commandLine().getErr());
    }

    private static String notCalibrated(TrainingPlan plan, String why) {
        return "not calibrated, as %s: run calibrate --model %s --data DIR"
                .formatted(why, plan.output().toAbsolutePath().normalize().getFileName());
    }

    private void tell(String text) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(text);
        err.flush();
    }

    private static void awaitQuietly(CountDownLatch finished) {
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void export(Path file) throws IOException {
        ParseResult given = spec.commandLine().getParseResult();
        List<String> idle = ONLY_HERE.stream().filter(given::hasMatchedOption).toList();
        if (!idle.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--export writes only the step: leave out %s; drive_step.py has options of its own"
                            .formatted(String.join(", ", idle)));
        }
        Precision precision = device.precision().equals("bf16") ? Precision.BF16 : Precision.FP32;
        String text = Files.readString(recipe);
        Recipe read = recipe(text);
        byte[] bytes = StepExport.of(read, text, precision, steps(read), Version.product());
        Files.createDirectories(file.toAbsolutePath().getParent());
        ModelFolder.writeWhole(file, bytes);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: step(%s), %s, %d steps from seed %d, %d bytes%n",
                file,
                String.join(", ", StepExport.arguments(read)),
                Words.of(precision),
                steps(read),
                read.seed(),
                bytes.length);
        out.flush();
    }

    private Recipe recipe(String text) {
        Recipe read = Recipe.read(recipe.toString(), text);
        return seed == null ? read : read.withSeed(seed);
    }

    private ParameterException missing() {
        return new ParameterException(
                spec.commandLine(),
                "give --data, what to learn from, and --output, the folder to write; or --export the step");
    }

    private TrainingPlan plan(String text) throws IOException {
        if (output == null) {
            throw missing();
        }
        Recipe read = recipe(text);
        Budget budget = budget(read);
        Compute compute = compute(output);
        return new TrainingPlan(
                        read,
                        text,
                        data,
                        Optional.ofNullable(normalClass),
                        Optional.ofNullable(validation),
                        output,
                        compute.precision(),
                        compute.device(),
                        budget,
                        Optional.ofNullable(initFrom),
                        resume,
                        Commands.typed(spec),
                        Version.product())
                .leavingOut(leaveOut);
    }

    /** A training that is resumed goes on in its precision: the trial of "auto" may come out differently under load. */
    private Compute compute(Path folder) throws IOException {
        Optional<Precision> before =
                resume && device.precision().equals("auto") ? Training.precisionIn(folder) : Optional.empty();
        return before.isPresent() ? device.compute(Words.of(before.get())) : device.compute();
    }

    private Budget budget(Recipe read) {
        if (minutes != null && steps != null) {
            throw new ParameterException(spec.commandLine(), "give --steps or --minutes, not both");
        }
        if (minutes != null && !(minutes > 0)) {
            throw new InvalidParameter("minutes", minutes.toString(), "a number above 0");
        }
        return minutes != null ? new Budget.Minutes(minutes) : new Budget.Steps(steps(read));
    }

    private int steps(Recipe read) {
        if (steps != null && steps < 1) {
            throw new InvalidParameter("steps", steps.toString(), "a whole number from 1");
        }
        return steps == null ? read.steps() : steps;
    }
}
