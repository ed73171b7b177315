package io.unveil.surface;

import java.util.Arrays;

/**
 * Thin lines on the grid of a picture: for each pixel near one the distance from it, its half width there, and how its
 * flank faces the light.
 */
final class Trace {
    /** Distances are kept up to this many pixels; beyond it they count as far. */
    static final double REACH = 8;

    private final int side;
    private final double[] distance;
    private final double[] width;
    private final double[] facing;

    Trace(int side) {
        this.side = side;
        this.distance = new double[side * side];
        this.width = new double[side * side];
        this.facing = new double[side * side];
        Arrays.fill(distance, REACH);
    }

    /** Adds a straight piece; where two are near, a pixel belongs to the one that it lies deeper in. */
    void add(double fromX, double fromY, double toX, double toY, double halfWidth) {
        double alongX = toX - fromX;
        double alongY = toY - fromY;
        double length = Math.sqrt(alongX * alongX + alongY * alongY);
        if (length == 0) {
            return;
        }
        double lit = (-alongY * Light.X + alongX * Light.Y) / length;
        int right = (int) Math.min(side - 1, Math.ceil(Math.max(fromX, toX) + REACH));
        int bottom = (int) Math.min(side - 1, Math.ceil(Math.max(fromY, toY) + REACH));
        for (int y = (int) Math.max(0, Math.floor(Math.min(fromY, toY) - REACH)); y <= bottom; y++) {
            for (int x = (int) Math.max(0, Math.floor(Math.min(fromX, toX) - REACH)); x <= right; x++) {
                double share = ((x - fromX) * alongX + (y - fromY) * alongY) / (length * length);
                double within = Math.min(1, Math.max(0, share));
                double offX = x - fromX - within * alongX;
                double offY = y - fromY - within * alongY;
                double off = Math.sqrt(offX * offX + offY * offY);
                int at = y * side + x;
                if (off < REACH && off - halfWidth < distance[at] - width[at]) {
                    distance[at] = off;
                    width[at] = halfWidth;
                    facing[at] = offX * -alongY + offY * alongX > 0 ? lit : -lit;
                }
            }
        }
    }

    /** From the middle of the line, in pixels. */
    double distance(int x, int y) {
        return distance[y * side + x];
    }

    /** Half the width of the line; 0 far from any. */
    double width(int x, int y) {
        return width[y * side + x];
    }

    /** The cosine between the direction from the line to the pixel and the direction to the light, -1 to 1. */
    double facing(int x, int y) {
        return facing[y * side + x];
    }

    /** How much of a pixel a line covers, its edge half a pixel soft. */
    double cover(int x, int y) {
        double half = width(x, y);
        return half == 0 ? 0 : 1 - Curves.step(half - 0.6, half + 0.6, distance(x, y));
    }
}
