package io.unveil.filling;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;

/**
 * Push-pull interpolation (Gortler, Grzeszczuk, Szeliski and Cohen, "The Lumigraph", SIGGRAPH 1996, section 3.3): the
 * picture is averaged down until the hole is gone, and the hole filled from there on the way up, bilinearly. Fast and
 * soft; edges of blocks remain visible.
 */
public final class PushPull implements Fill {
    private final Interruption interruption;

    public PushPull(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Pixels fill(Pixels picture, Mask hole) {
        int margin = Math.max(picture.width(), picture.height()); // the whole picture: its averages count
        return HoleWindow.around(picture, hole, margin)
                .map(window -> {
                    window.pyramid(interruption).interpolate(window.values());
                    return window.into(picture, window.values());
                })
                .orElse(picture);
    }
}
