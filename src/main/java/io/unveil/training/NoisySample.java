package io.unveil.training;

import io.unveil.degradation.noise.Noise;
import io.unveil.image.Difference;
import io.unveil.image.Pixels;
import io.unveil.model.GivenNoise;
import io.unveil.model.ResidualNoise;

/**
 * A picture with noise; the network answers the noise.
 *
 * @param given what the network is given of the noise
 */
record NoisySample(
        String name, String condition, Pixels clean, Pixels corrupted, ResidualNoise convention, GivenNoise given)
        implements Sample {
    @Override
    public Pixels before() {
        return corrupted;
    }

    @Override
    public Pixels planes() {
        return convention.planes(corrupted, given);
    }

    @Override
    public Pixels prediction(Pixels noise) {
        return convention.answer(corrupted, noise);
    }

    @Override
    public double score(Pixels picture) {
        return Difference.between(clean, Noise.asInFile(picture)).psnr();
    }
}
