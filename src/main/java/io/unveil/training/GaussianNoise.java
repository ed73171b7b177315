package io.unveil.training;

import io.unveil.autoencoder.Fields;

/**
 * What spoils the patches of a training: Gaussian noise of a level drawn for each patch.
 *
 * @param from smallest sigma, in 8-bit levels
 * @param to largest sigma, in 8-bit levels; drawn evenly between the two
 * @param clipped share of patches whose noisy values are clipped and rounded to 8 bits as they are in files; the rest stay as drawn
 */
public record GaussianNoise(double from, double to, double clipped) {
    static GaussianNoise read(Fields fields) {
        GaussianNoise noise = new GaussianNoise(
                fields.number("from", 0, 255), fields.number("to", 0, 255), fields.number("clipped", 0, 1));
        if (noise.to < noise.from) {
            fields.fault("'to' must not be below 'from', was %s and %s".formatted(noise.to, noise.from));
        }
        fields.noOthers();
        return noise;
    }
}
