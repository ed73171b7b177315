package io.unveil.training;

import io.unveil.degradation.noise.Noise;
import io.unveil.image.Difference;
import io.unveil.image.Pixels;
import io.unveil.model.GivenNoise;
import io.unveil.model.ResidualNoise;

/**
 * A picture with noise, which the network answers.
 *
 * @param given what the network is given of the noise
 */
record NoisySample(String name, String condition, Pixels clean, Pixels spoiled, ResidualNoise convention, GivenNoise given)
        implements Sample {
    @Override
    public Pixels before() {
        return spoiled;
    }

    @Override
    public Pixels planes() {
        return convention.planes(spoiled, given);
    }

    @Override
    public Pixels mended(Pixels noise) {
        return convention.answer(spoiled, noise);
    }

    @Override
    public double score(Pixels picture) {
        return Difference.between(clean, Noise.asInFile(picture)).psnr();
    }
}
