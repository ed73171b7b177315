package io.unveil.training;

import ai.djl.Device;
import io.unveil.autoencoder.ModelFolder;
import io.unveil.autoencoder.Precision;
import io.unveil.data.Dataset;
import io.unveil.image.Pixels;
import java.util.List;

/**
 * What a model does with an example as its recipe spoils it, to be looked at.
 *
 * @param condition such as {@code sigma=25}
 * @param spoiled what the network is given, as a picture
 * @param answer the mended picture, or the measure as one sample
 * @param before {@link Sample#score} without the network
 * @param after the same with it
 */
public record Demonstration(
        String name, String condition, Pixels clean, Pixels spoiled, Pixels answer, double before, double after) {
    /** One for each example under each of the recipe's conditions; the recipe was read from the folder's own. */
    public static List<Demonstration> of(
            ModelFolder folder, Recipe recipe, Dataset examples, Precision precision, Device device) {
        Validation validation = new Validation(recipe, examples, precision, device);
        return validation.mended(folder.weights(), Integer.MAX_VALUE).stream()
                .map(Demonstration::of)
                .toList();
    }

    private static Demonstration of(Validation.Mended mended) {
        Sample sample = mended.sample();
        return new Demonstration(
                sample.name(),
                sample.condition(),
                sample.clean(),
                sample.spoiled(),
                mended.answer(),
                sample.score(sample.before()),
                sample.score(mended.answer()));
    }
}
