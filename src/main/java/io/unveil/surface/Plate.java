package io.unveil.surface;

import io.unveil.image.Mask;
import io.unveil.image.Size;

/** A piece of a surface under the camera: reflectances on the grid of the picture, to be damaged. Pixel (x, y) is centred at (x, y). */
final class Plate {
    private final int side;
    private final Pattern pattern;
    private final View view;
    private final double[] reflected;
    private final boolean[] damaged;

    Plate(int side, Pattern pattern, View view) {
        this.side = side;
        this.pattern = pattern;
        this.view = view;
        this.reflected = new double[side * side];
        this.damaged = new boolean[side * side];
        for (int i = 0; i < reflected.length; i++) {
            reflected[i] = whole(i % side, i / side);
        }
    }

    int side() {
        return side;
    }

    Pattern pattern() {
        return pattern;
    }

    View view() {
        return view;
    }

    /** What the surface gives back where it is whole, at any place in the picture. */
    double whole(double x, double y) {
        return pattern.at(view.u(x, y), view.v(x, y));
    }

    /** Gives a pixel's new reflectance from that of now. */
    @FunctionalInterface
    interface Change {
        double at(int x, int y, double now);
    }

    void change(Change change) {
        for (int i = 0; i < reflected.length; i++) {
            reflected[i] = change.at(i % side, i / side, reflected[i]);
        }
    }

    /** Says where a defect lies. */
    void mark(Mask.Test where) {
        for (int i = 0; i < damaged.length; i++) {
            damaged[i] |= where.at(i % side, i / side);
        }
    }

    double[] reflected() {
        return reflected;
    }

    Mask damaged() {
        return Mask.of(new Size(side, side), (x, y) -> damaged[y * side + x]);
    }
}
