package io.unveil.degradation.noise;

import io.unveil.degradation.Bounds;
import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;

/**
 * {@link CameraNoise} of a camera that is drawn for each picture from its seed.
 *
 * @param iso sensitivity, 0 to 102,400; at 0 the picture stays as it is
 */
public record AnyCamera(double iso) implements Noise {
    public AnyCamera {
        Bounds.check("ISO of camera noise", iso, 0, 102_400, "as cameras count it");
    }

    @Override
    public Pixels addTo(Pixels clean, long seed) {
        Draws draws = new Draws(seed);
        return CameraNoise.draw(iso, draws).addTo(clean, draws.seed());
    }
}
