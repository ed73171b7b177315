package io.unveil.training;

import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.TorchScriptExport;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.data.Transforms;
import io.unveil.file.Digests;
import io.unveil.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The training step as one portable file: any machine with PyTorch can run it, without Java
 * ({@code src/main/python/drive_step.py}, {@code docs/training-elsewhere.md}). It is the script that the
 * {@link Learner} runs, with the starting weights as the buffer {@code p}, and with notes: everything that the driver
 * needs to draw the same kind of examples and rates as {@link Training}.
 */
public final class StepExport {
    private static final JsonMapper JSON = JsonMapper.shared();

    private StepExport() {}

    /**
     * The notes beside the step.
     *
     * @param recipe the recipe's file as it is
     * @param digest SHA-256 of that
     * @param channels of the pictures, 1 or 3
     * @param patch side of the squares that are cut out, in pixels
     * @param shrunk scales of the copies that examples are cut from as well
     * @param recompressed qualities of the JPEG copies that examples are cut from as well
     * @param means the weights of the running means of a step
     * @param checkpointEvery steps between two checkpoints
     * @param arguments of the step, in order; {@link StepScript} explains them
     * @param tensors the tensors in the vectors p, m, v and e, in order
     */
    record Notes(
            String createdBy,
            String recipe,
            String digest,
            long seed,
            String precision,
            int steps,
            int channels,
            int patch,
            List<Double> shrunk,
            List<Integer> recompressed,
            int batch,
            Noise noise,
            Rate rate,
            double clip,
            double average,
            MeanWeights means,
            int checkpointEvery,
            List<String> arguments,
            List<Tensor> tensors) {
        /** The bounds of sigma in 8-bit levels, and the share of examples that are clipped and rounded. */
        record Noise(double from, double to, double clipped) {}

        record Tensor(String name, List<Integer> shape) {}
    }

    /**
     * The bytes of the file.
     *
     * @param recipe as it is to be run, with a changed seed if any
     * @param text the recipe's file
     * @param steps of the whole training
     * @param createdBy product and version
     * @throws CannotTravel when the driver cannot draw such examples
     */
    public static byte[] of(Recipe recipe, String text, Precision precision, int steps, String createdBy) {
        NoiseLesson noise = noise(recipe);
        Notes notes = new Notes(
                createdBy,
                text,
                Digests.sha256(text.getBytes(StandardCharsets.UTF_8)),
                recipe.seed(),
                Words.of(precision),
                steps,
                recipe.channels(),
                patch(recipe),
                recipe.shrunk(),
                recipe.recompressed(),
                recipe.batch(),
                new Notes.Noise(noise.from(), noise.to(), noise.clipped()),
                recipe.rate(),
                recipe.clip(),
                recipe.average(),
                MeanWeights.OURS,
                recipe.validateEvery(),
                arguments(recipe),
                recipe.net().weights().stream()
                        .map(weight -> new Notes.Tensor(weight.name(), weight.shape()))
                        .toList());
        return TorchScriptExport.of(
                StepScript.inHalves(recipe, precision),
                LearnerState.start(recipe).weights(),
                JSON.writeValueAsString(notes));
    }

    /** The arguments of this recipe's step, by name and in order. */
    public static List<String> arguments(Recipe recipe) {
        List<String> arguments = new ArrayList<>(recipe.lesson().tensors());
        arguments.addAll(StepScript.STATE);
        return List.copyOf(arguments);
    }

    /** Throws {@link CannotTravel} where a recipe's step cannot be driven elsewhere. */
    static void check(Recipe recipe) {
        noise(recipe);
        patch(recipe);
    }

    private static NoiseLesson noise(Recipe recipe) {
        if (recipe.lesson() instanceof NoiseLesson noise) {
            return noise;
        }
        throw new CannotTravel(
                recipe.lesson() instanceof BlindNoiseLesson
                        ? "this one's noises are drawn outside of the step"
                        : "this one's task is " + recipe.task().word());
    }

    private static int patch(Recipe recipe) {
        int side = recipe.transforms().smallest().width();
        if (!recipe.transforms().equals(Transforms.patches(side))) {
            throw new CannotTravel("this one's are made by transforms");
        }
        try {
            recipe.net().shape(side, side);
        } catch (Layer.DoesNotClose e) {
            throw new CannotTravel("this one's patches do not fit its network: " + e.why());
        }
        return side;
    }
}
