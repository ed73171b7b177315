package io.unveil.training;

import io.unveil.degradation.noise.Noise;
import io.unveil.image.Difference;
import io.unveil.image.Pixels;
import java.util.List;

/**
 * A picture with noise, which the network answers.
 *
 * @param told of the noise, a number for each plane beside the picture's
 */
record NoisySample(String name, String condition, Pixels clean, Pixels spoiled, List<Float> told) implements Sample {
    @Override
    public Pixels before() {
        return spoiled;
    }

    @Override
    public Pixels planes() {
        return planes(spoiled, told);
    }

    /** What a denoiser reads: the noisy picture - 1/2, and a plane of each number that it is told. */
    static Pixels planes(Pixels noisy, List<Float> told) {
        Pixels planes = noisy.less(0.5f);
        for (float number : told) {
            planes = planes.beside(Pixels.constant(noisy.size(), number));
        }
        return planes;
    }

    @Override
    public Pixels mended(Pixels noise) {
        return spoiled.less(noise);
    }

    @Override
    public double score(Pixels picture) {
        return Difference.between(clean, Noise.asInFile(picture)).psnr();
    }
}
