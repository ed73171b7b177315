package io.unveil.pipeline.denoise;

import io.unveil.image.Picture;
import io.unveil.image.Turn;
import io.unveil.inference.Deadline;
import io.unveil.inference.Model;
import io.unveil.model.GivenNoise;
import io.unveil.model.ResidualNoise;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Cleans by a network, tile by tile.
 *
 * @param turns of the picture, over which the mean is taken
 */
record NetworkDenoiser(Model model, List<Turn> turns) implements Denoiser {
    @Override
    public String name() {
        return model.name();
    }

    @Override
    public String device() {
        return model.device();
    }

    @Override
    public boolean blind() {
        return model.card().blind();
    }

    @Override
    public Cleaned clean(NoisyPicture noisy, OptionalDouble sigma, Shares shares, Deadline deadline) {
        Residual work = new Residual(
                noisy.values(),
                model.card().convention(ResidualNoise.class),
                new GivenNoise(sigma.orElse(0), noisy.clipped()),
                shares,
                turns);
        Picture.Canvas canvas = noisy.picture().canvas();
        Duration queue = model.run(
                noisy.values().size(),
                work,
                (tile, clean) -> canvas.put(tile.columns().from(), tile.rows().from(), clean),
                deadline);
        return new Cleaned(canvas.picture(), queue);
    }
}
