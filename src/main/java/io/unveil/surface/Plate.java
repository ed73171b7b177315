package io.unveil.surface;

import io.unveil.image.Mask;
import io.unveil.image.Size;

/**
 * A piece of a surface under the camera: reflectances on the grid of the picture, to be damaged. Pixel (x, y) is
 * centred at (x, y).
 */
final class Plate {
    private static final double SEEN = 0.02;

    private final int side;
    private final Pattern pattern;
    private final Placement view;
    private final double[] whole;
    private final double[] reflected;
    private final boolean[] damaged;

    Plate(int side, Pattern pattern, Placement view) {
        this.side = side;
        this.pattern = pattern;
        this.view = view;
        this.whole = new double[side * side];
        this.damaged = new boolean[side * side];
        for (int i = 0; i < whole.length; i++) {
            int row = i / side;
            whole[i] = whole(i % side, row);
        }
        this.reflected = whole.clone();
    }

    int side() {
        return side;
    }

    Pattern pattern() {
        return pattern;
    }

    Placement view() {
        return view;
    }

    /** The reflectance of the surface without defects, at any place in the picture. */
    double whole(double x, double y) {
        return pattern.at(view.u(x, y), view.v(x, y));
    }

    /** Gives a pixel's new reflectance from its present one. */
    @FunctionalInterface
    interface Change {
        double at(int x, int y, double now);
    }

    void change(Change change) {
        for (int i = 0; i < reflected.length; i++) {
            reflected[i] = change.at(i % side, i / side, reflected[i]);
        }
    }

    /** Tells where the shape of a defect lies. */
    void mark(Mask.Test where) {
        for (int i = 0; i < damaged.length; i++) {
            damaged[i] |= where.at(i % side, i / side);
        }
    }

    double[] reflected() {
        return reflected;
    }

    /**
     * The shapes of all defects, and every other pixel that they changed by 2 % of white (5 levels) or more, such as
     * diffuse edges.
     */
    Mask damaged() {
        return Mask.of(new Size(side, side), (x, y) -> isDamaged(y * side + x));
    }

    private boolean isDamaged(int pixel) {
        return damaged[pixel] || Math.abs(reflected[pixel] - whole[pixel]) >= SEEN;
    }
}
