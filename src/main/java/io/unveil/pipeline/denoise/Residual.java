package io.unveil.pipeline.denoise;

import io.unveil.image.Pixels;
import io.unveil.image.Source;
import io.unveil.image.Turn;
import io.unveil.inference.Tile;
import io.unveil.inference.TileWork;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Residual denoising (Zhang et al. 2017, DnCNN, section III): the network reads picture - 1/2 and gives the noise n; the result is picture -
 * strength n. What it is told of the noise, such as its level, it reads as planes of their own (Zhang et al. 2018, FFDNet, section III-B).
 *
 * @param channels of the network's picture planes; a gray picture fills all of them and gets the mean of their noise
 * @param told a number for each of these planes, which it fills; none for a blind network
 * @param turns over whose results the noise is averaged: one, or all eight (Timofte et al. 2016, section 3.7)
 */
record Residual(Source picture, int channels, List<Float> told, double strength, List<Turn> turns) implements TileWork {
    @Override
    public Pixels on(Tile tile, UnaryOperator<Pixels> network) {
        Pixels noisy = tile.read(picture);
        float[] sum = new float[noisy.width() * noisy.height() * channels];
        for (Turn turn : turns) {
            Pixels noise = turn.undo(network.apply(planes(turn.apply(noisy))));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += noise.values()[i];
            }
        }
        return tile.kept(less(noisy, sum));
    }

    /** What the network reads: its picture planes around zero, then what it is told. */
    private Pixels planes(Pixels noisy) {
        int inputs = channels + told.size();
        float[] values = new float[noisy.width() * noisy.height() * inputs];
        for (int pixel = 0; pixel < noisy.width() * noisy.height(); pixel++) {
            for (int c = 0; c < channels; c++) {
                values[pixel * inputs + c] = noisy.values()[pixel * noisy.channels() + c % noisy.channels()] - 0.5f;
            }
            for (int i = 0; i < told.size(); i++) {
                values[pixel * inputs + channels + i] = told.get(i);
            }
        }
        return new Pixels(noisy.width(), noisy.height(), inputs, values);
    }

    private Pixels less(Pixels noisy, float[] sum) {
        int replicas = channels / noisy.channels();
        float share = (float) (strength / turns.size() / replicas);
        float[] values = noisy.values().clone();
        for (int i = 0; i < sum.length; i++) {
            values[i / replicas] -= share * sum[i]; // replicas of one sample are neighbours: one channel, three planes
        }
        return new Pixels(noisy.width(), noisy.height(), noisy.channels(), values);
    }
}
