package io.unveil.training;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.ArchitectureReader;
import io.unveil.autoencoder.BadRecipe;
import io.unveil.autoencoder.Faults;
import io.unveil.autoencoder.Fields;
import io.unveil.autoencoder.Layer;
import io.unveil.autoencoder.Task;

/**
 * All that decides the weights: equal recipes on equal pictures, engine, device and threads give equal weights.
 *
 * @param net the network
 * @param damage how patches are spoiled, and what the network is to answer
 * @param loss what the step makes small
 * @param optimiser how weights move
 * @param rate the learning rate over time
 * @param clip gradients are scaled down to this many times the running mean of their norm
 * @param average weight w of the averaged weights: e = w e + (1 - w) p after each step
 * @param patch side of the square patches
 * @param batch patches in a step
 * @param steps of the whole training
 * @param validateEvery steps between two looks at the validation pictures
 */
public record Recipe(
        Architecture net,
        Damage damage,
        Loss loss,
        Optimiser optimiser,
        Rate rate,
        double clip,
        double average,
        int patch,
        int batch,
        int steps,
        int validateEvery,
        long seed) {

    /** What the network will be for. */
    public Task task() {
        return damage.task();
    }

    /** Channels of the pictures that the network mends: 1 or 3. */
    public int channels() {
        return net.outputs();
    }

    public Recipe withSeed(long other) {
        return new Recipe(net, damage, loss, optimiser, rate, clip, average, patch, batch, steps, validateEvery, other);
    }

    /** Reads a recipe; throws {@link BadRecipe} with all its faults. */
    public static Recipe read(String name, String yaml) {
        Faults faults = new Faults();
        Fields fields = Fields.parse(name, yaml, faults);
        Task task =
                Task.of(fields.oneOf("task", Task.DENOISE.id(), Task.FILL.id())).orElseThrow();
        Fields netFields = fields.fields("net");
        Architecture net = ArchitectureReader.read(netFields);
        Fields training = fields.fields("training");
        fields.noOthers();
        Recipe recipe = new Recipe(
                net,
                Damage.read(task, training),
                Loss.read(training),
                Optimiser.read(training),
                Rate.read(training.fields("rate")),
                training.number("clip", 0.01, 1e6),
                training.number("average", 0, 0.99999),
                training.integer("patch", 8, 512),
                training.integer("batch", 1, 256),
                training.integer("steps", 1, 100_000_000),
                training.integer("validate-every", 1, 1_000_000),
                training.integer("seed", 0, Integer.MAX_VALUE));
        training.noOthers();
        if (faults.isEmpty()) {
            checkTogether(recipe, netFields, training);
        }
        faults.throwIfAny(name);
        return recipe;
    }

    private static void checkTogether(Recipe recipe, Fields net, Fields training) {
        try {
            if (recipe.patch % recipe.net.stride() != 0) {
                training.fault("patch must be a multiple of the network's total stride %d, was %d"
                        .formatted(recipe.net.stride(), recipe.patch));
            }
            if (recipe.channels() != 1 && recipe.channels() != 3) {
                net.fault("must give 1 or 3 planes (gray or colour), gives " + recipe.channels());
            }
            if (recipe.loss == Loss.SQUARED_ERROR_OVER_SIGMA && !(recipe.damage instanceof GaussianNoise)) {
                training.fault("loss %s needs noise that has a sigma".formatted(recipe.loss));
            }
            if (recipe.net.inputs() != recipe.channels() + 1) {
                net.fault("takes the picture's planes and one of %s: %d, but inputs is %d"
                        .formatted(recipe.damage.extraPlane(), recipe.channels() + 1, recipe.net.inputs()));
            }
        } catch (Layer.DoesNotClose e) {
            net.fault(e.why());
        }
    }
}
