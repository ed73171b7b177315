package io.unveil.degradation.occlusion;

import io.unveil.degradation.Draws;

/**
 * The hand in which letters are written. Lengths are in units of the letters' own grid, of which a capital is
 * {@link Letters#CAPITAL} high.
 *
 * @param unit pixels per unit
 * @param weight width of the pen, in pixels
 * @param slant units to the right for each unit up
 * @param stretch width of letters, 1 as in the table
 * @param serif half the length of the bars at the ends of straight strokes; 0 for none
 * @param letterSpacing gap between letters
 * @param lineSpacing from line to line
 */
record Handwriting(
        double unit,
        double weight,
        double slant,
        double stretch,
        double serif,
        double letterSpacing,
        double lineSpacing) {
    private static final double UNITS_TO_SIZE = 10; // a type size covers capitals, tails and a little space

    static Handwriting drawn(Draws draws, double scale) {
        double u = draws.uniform();
        double unit = scale * (12 + 38 * u * u) / UNITS_TO_SIZE;
        double weight = Math.max(1.2, unit * (draws.chance(.3) ? draws.between(1.3, 2) : draws.between(.7, 1.2)));
        return new Handwriting(
                unit,
                weight,
                draws.chance(.3) ? draws.between(.1, .35) : 0,
                draws.between(.75, 1.15),
                draws.chance(.35) ? draws.between(.7, 1.2) : 0,
                weight / unit + draws.between(.8, 1.6),
                draws.between(10, 17));
    }

    /** The width of a line of text. */
    double length(String text) {
        double length = 0;
        for (int i = 0; i < text.length(); i++) {
            length += advance(text.charAt(i));
        }
        return length;
    }

    private double advance(char letter) {
        return letter == ' ' ? 3.5 * stretch : stretch * Letters.of(letter).width() + letterSpacing;
    }

    /**
     * Writes a line whose first letter stands at (right, down) units from a place in pixels, the whole turned around
     * that place.
     */
    void write(Canvas canvas, String text, double x, double y, double angle, double right, double down) {
        double cos = unit * StrictMath.cos(angle);
        double sin = unit * StrictMath.sin(angle);
        double start = right;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter != ' ') {
                write(canvas, Letters.of(letter), new Frame(x, y, cos, sin, start, down, stretch, slant));
            }
            start += advance(letter);
        }
    }

    private void write(Canvas canvas, Letters.Letter letter, Frame frame) {
        for (double[] stroke : letter.strokes()) {
            for (int i = 0; i + 3 < stroke.length; i += 2) {
                line(canvas, frame, stroke[i], stroke[i + 1], stroke[i + 2], stroke[i + 3]);
            }
        }
        if (serif > 0) {
            for (double[] end : letter.ends()) {
                line(canvas, frame, end[0] - serif, end[1], end[0] + serif, end[1]);
            }
        }
    }

    private void line(Canvas canvas, Frame frame, double fromX, double fromY, double toX, double toY) {
        canvas.line(frame.x(fromX, fromY), frame.y(fromX, fromY), frame.x(toX, toY), frame.y(toX, toY), weight);
    }

    /** From the grid of a letter to the canvas. */
    private record Frame(
            double x, double y, double cos, double sin, double right, double down, double stretch, double slant) {
        double x(double gridX, double gridY) {
            return x + cos * along(gridX, gridY) - sin * (down + gridY);
        }

        double y(double gridX, double gridY) {
            return y + sin * along(gridX, gridY) + cos * (down + gridY);
        }

        private double along(double gridX, double gridY) {
            return right + stretch * gridX + slant * (Letters.CAPITAL - gridY);
        }
    }
}
