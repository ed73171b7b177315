package io.unveil.model;

import io.unveil.image.Pixels;
import java.util.List;
import java.util.stream.Stream;

/**
 * Residual denoising (Zhang et al. 2017, DnCNN, section III): the network reads picture - 1/2 and answers the noise n;
 * the clean picture is picture - n. What is known about the noise, such as its level, it reads as separate planes
 * (Zhang et al. 2018, FFDNet, section III-B).
 *
 * @param given how many numbers about the noise it reads, 0 to 2: sigma / 255, then whether the noise is clipped
 */
public record ResidualNoise(InputForm form, int given) implements Convention {
    /** The noise that descriptions assume. */
    private static final GivenNoise SHOWN = new GivenNoise(25, true);

    public ResidualNoise {
        if (given < 0 || given > GivenNoise.NUMBERS) {
            throw new IllegalArgumentException(
                    "a denoiser reads the planes that it answers and at most %d beside them, sigma and clipping, but this one reads %d beside them"
                            .formatted(GivenNoise.NUMBERS, given));
        }
    }

    /** Whether it is given nothing about the noise and finds it by itself. */
    public boolean blind() {
        return given == 0;
    }

    @Override
    public Pixels planes(Pixels noisy) {
        return planes(noisy, SHOWN);
    }

    /** Picture - 1/2, a gray one in each of the picture's planes, then a plane of each number of the noise. */
    public Pixels planes(Pixels noisy, GivenNoise noise) {
        List<Float> numbers = noise.numbers(given);
        int channels = form.channels();
        int inputs = channels + given;
        float[] values = new float[noisy.width() * noisy.height() * inputs];
        for (int pixel = 0; pixel < noisy.width() * noisy.height(); pixel++) {
            for (int c = 0; c < channels; c++) {
                values[pixel * inputs + c] = noisy.values()[pixel * noisy.channels() + c % noisy.channels()] - 0.5f;
            }
            for (int i = 0; i < given; i++) {
                values[pixel * inputs + channels + i] = numbers.get(i);
            }
        }
        return new Pixels(noisy.width(), noisy.height(), inputs, values);
    }

    /** The picture without its noise. */
    public Pixels answer(Pixels noisy, Pixels noise) {
        return answer(noisy, noise, 1);
    }

    /** The picture - strength n; of a gray picture n is the mean over the network's planes. */
    public Pixels answer(Pixels noisy, Pixels noise, double strength) {
        int replicas = form.channels() / noisy.channels();
        float share = (float) (strength / replicas);
        float[] values = noisy.values().clone();
        for (int i = 0; i < noise.values().length; i++) {
            values[i / replicas] -= share * noise.values()[i]; // replicas of one sample are neighbours
        }
        return new Pixels(noisy.width(), noisy.height(), noisy.channels(), values);
    }

    @Override
    public Signature signature() {
        return new Signature(
                Stream.concat(
                                Signature.pictures(form, name -> name + ": v - 1/2"),
                                Stream.of(
                                                "sigma / 255, the noise's standard deviation in 8-bit levels",
                                                "1 where the noise is clipped and rounded, as in files, else 0")
                                        .limit(given))
                        .toList(),
                "noise",
                "the noise in the same planes; the clean picture is v - noise");
    }
}
