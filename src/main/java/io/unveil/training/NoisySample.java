package io.unveil.training;

import io.unveil.degradation.Noise;
import io.unveil.image.Difference;
import io.unveil.image.Pixels;

/** A picture with noise, which the network answers. */
record NoisySample(String name, String condition, Pixels clean, Pixels spoiled, Pixels planes) implements Sample {
    @Override
    public Pixels before() {
        return spoiled;
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
