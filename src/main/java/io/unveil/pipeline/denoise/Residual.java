package io.unveil.pipeline.denoise;

import io.unveil.image.Pixels;
import io.unveil.image.Source;
import io.unveil.image.Turn;
import io.unveil.inference.Tile;
import io.unveil.inference.TileNetwork;
import io.unveil.inference.TileWork;
import io.unveil.model.GivenNoise;
import io.unveil.model.ResidualNoise;
import java.util.List;

/**
 * Denoises one tile: the result is the picture less shares of n, the mean noise over some turns of it.
 *
 * @param given what the network is given of the noise
 * @param turns over whose results the noise is averaged: one, or all eight (Timofte et al. 2016, section 3.7)
 */
record Residual(Source picture, ResidualNoise convention, GivenNoise given, Shares shares, List<Turn> turns)
        implements TileWork {
    @Override
    public Pixels on(Tile tile, TileNetwork network) {
        Pixels noisy = tile.read(picture);
        int channels = convention.form().channels();
        float[] sum = new float[noisy.width() * noisy.height() * channels];
        for (Turn turn : turns) {
            Pixels noise = turn.undo(network.apply(convention.planes(turn.apply(noisy), given), turn));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += noise.values()[i];
            }
        }
        Pixels noise = new Pixels(noisy.width(), noisy.height(), channels, sum);
        return tile.kept(shares.between(noisy, convention.answer(noisy, noise, 1. / turns.size())));
    }
}
