package io.unveil.training;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.ArchitectureReader;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.data.Transforms;
import io.unveil.model.Task;
import io.unveil.recipe.BadRecipe;
import io.unveil.recipe.Faults;
import io.unveil.recipe.Fields;
import java.util.List;
import java.util.OptionalInt;

/**
 * Everything that decides the weights: equal recipes on equal pictures, engine, device and threads give equal weights.
 *
 * @param net the network
 * @param shrunk scales of copies of every picture, from which examples are cut as well; none in most recipes
 * @param recompressed JPEG qualities: of every picture, shrunk ones included, there is a copy through JPEG, at these
 *     qualities in turn; none in most recipes
 * @param transforms the changes of each example
 * @param lesson the network's input and the wanted answer for an example
 * @param loss what the step minimises
 * @param optimiser how weights are updated
 * @param rate the learning rate over time
 * @param clip gradients are scaled down to this many times the running mean of their norm
 * @param average weight w of the averaged weights: e = w e + (1 - w) p after each step
 * @param batch examples in a step
 * @param steps of the whole training
 * @param validateEvery steps between two validations
 */
public record Recipe(
        Architecture net,
        List<Double> shrunk,
        List<Integer> recompressed,
        Transforms transforms,
        Lesson lesson,
        Loss loss,
        Optimiser optimiser,
        Rate rate,
        double clip,
        double average,
        int batch,
        int steps,
        int validateEvery,
        long seed) {

    public Recipe {
        shrunk = List.copyOf(shrunk);
        recompressed = List.copyOf(recompressed);
    }

    /** The network's task. */
    public Task task() {
        return lesson.task();
    }

    /** Channels of the pictures that the network takes: 1 or 3. */
    public int channels() {
        return lesson.channels(net);
    }

    /** The side of the square to whose area its network resizes pictures; empty where it does not. */
    public OptionalInt area() {
        return net.sides() instanceof Sides.Area area ? OptionalInt.of(area.side()) : OptionalInt.empty();
    }

    public Recipe withSeed(long other) {
        return new Recipe(
                net,
                shrunk,
                recompressed,
                transforms,
                lesson,
                loss,
                optimiser,
                rate,
                clip,
                average,
                batch,
                steps,
                validateEvery,
                other);
    }

    /** Reads a recipe; throws {@link BadRecipe} with all its faults. */
    public static Recipe read(String name, String yaml) {
        Faults faults = new Faults();
        Fields fields = Fields.parse(name, yaml, faults);
        Task task = fields.oneOf("task", Task.class);
        Fields netFields = fields.fields("net");
        Architecture net = ArchitectureReader.read(netFields);
        Fields training = fields.fields("training");
        fields.noOthers();
        Recipe recipe = new Recipe(
                net,
                training.numbers("shrunk", 0.05, 0.95),
                training.integers("recompressed", 1, 100),
                transforms(training),
                Lesson.read(task, training),
                Loss.read(training),
                Optimiser.read(training),
                Rate.read(training.fields("rate")),
                training.number("clip", 0.01, 1e6),
                training.number("average", 0, 0.99999),
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

    /** The field {@code patch} is short for a square cut at random, turned and mirrored at random. */
    private static Transforms transforms(Fields training) {
        if (training.has("patch") && training.has("transforms")) {
            training.fault("gives both patch and transforms; a patch stands for the transforms crop and symmetries");
        }
        return training.has("patch")
                ? Transforms.patches(training.integer("patch", 8, 512))
                : Transforms.read(training, "transforms");
    }

    private static void checkTogether(Recipe recipe, Fields net, Fields training) {
        recipe.lesson.faults(recipe.net).forEach(net::fault);
        if (!recipe.shrunk.isEmpty() && !training.has("patch")) {
            training.fault("has 'shrunk' but no 'patch': copies of other sizes are for patches to be cut from");
        }
        if (!recipe.recompressed.isEmpty() && !training.has("patch")) {
            training.fault("has 'recompressed' but no 'patch': copies through JPEG are for patches to be cut from");
        }
        if (recipe.lesson instanceof TurnLesson && recipe.transforms.turn()) {
            training.fault(
                    "has transforms that turn or mirror (patch, symmetries, flip), but the network must recognise turns");
        }
        recipe.loss
                .fault(recipe.lesson, recipe.net.output())
                .ifPresent(why -> training.fault("loss %s %s".formatted(recipe.loss, why)));
        if (!(recipe.net.sides() instanceof Sides.Fixed) && training.has("patch")) {
            int side = recipe.transforms.smallest().width();
            if (side % recipe.net.unit().width() != 0) {
                training.fault("patch must be a multiple of the network's total stride %d, was %d"
                        .formatted(recipe.net.unit().width(), side));
            }
        }
    }
}
