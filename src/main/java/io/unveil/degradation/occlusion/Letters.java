package io.unveil.degradation.occlusion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The program's own letters as pen strokes, so that text can be drawn where no font is installed. A letter is written
 * as strokes of points, two digits each, x from the left and y from the top: capitals stand from 0 to 7, small letters
 * from 2 to 7, tails go down to 9. A stroke begins with its kind: {@code l} is a line through the points; {@code c} and
 * {@code o} are quadratic B-splines (de Boor 1978) that take the points as control points, the one from the first to
 * the last, the other closed.
 */
final class Letters {
    /** From the line of the capitals' tops down to where letters stand. */
    static final int CAPITAL = 7;

    private static final String WRITTEN = """
            A l072047 l1535; B l0700 c00404303 c03535707; C c413000073746; D l0700 c00505707; E l40000747 l0333; F l400007 l0333
            G c51400007575444 l5434; H l0007 l4047 l0343; I l0007; J c3034370705; K l0007 l4004 l1347; L l000747; M l0700356067
            N l07004740; O o00505707; P l0700 c00404404; Q o00505707 l3558; R l0700 c00404404 l2447; S c4140000343470706
            T l0040 l2027; U c000407474440; V l002740; W l0027324760; X l0047 l4007; Y l002340 l2327; Z l00400747; a o02424707 l4247
            b l0007 o02424707; c c433202073746; d l4047 o02424707; e l0444 c444202073746; f c30101217 l0232; g o02424707 c4247490908
            h l0007 c0402424447; i l0207 l0000; j c22272909 l2020; k l0007 l3205 l1437; l l0007; m l0207 c0402323437 c3432626467
            n l0207 c0402424447; o o02424707; p l0209 o02424707; q l4249 o02424707; r l0207 c050232; s c4342020445470706
            t c10151737 l0232; u c020507474542 l4247; v l022742; w l0227334762; x l0247 l4207; y l0227 l4219; z l02420747
            0 o00404707; 1 l122027; 2 c0200404307 l0747; 3 c0100404313 c1343470706; 4 l37300545; 5 l400003 c0343470706
            6 c300005 o03434707; 7 l004017; 8 o00404303 o03434707; 9 o00404404 c424717; . l0707; , l1708; : l0303 l0707
            ! l0005 l0707; ? c010040432325 l2727; - l0434; ' l0002; ( c20000727; ) c00202707; / l4007; + l0545 l2337
            & c470210303204073744; \u00a9 o00808808 c534222264655
            """;

    private static final int STEPS = 5; // lines per piece of a curve
    private static final Map<Character, Letter> TABLE = new HashMap<>();

    private Letters() {}

    /**
     * @param strokes each a chain of points x0, y0, x1, y1, …
     * @param ends each an end of a straight stroke that goes up or down, x, y: where a serif may stand
     * @param width from the leftmost to the rightmost point
     */
    record Letter(List<double[]> strokes, List<double[]> ends, double width) {}

    static {
        for (String written : WRITTEN.strip().split(";\\s+|\n", -1)) {
            TABLE.put(written.charAt(0), read(written.substring(2).split(" ")));
        }
    }

    static Letter of(char letter) {
        Letter found = TABLE.get(letter);
        if (found == null) {
            throw new IllegalArgumentException("there is no letter '%s'".formatted(letter));
        }
        return found;
    }

    private static Letter read(String[] written) {
        List<double[]> strokes = new ArrayList<>();
        List<double[]> ends = new ArrayList<>();
        double width = 0;
        for (String stroke : written) {
            double[] points = new double[stroke.length() - 1];
            for (int i = 0; i < points.length; i++) {
                points[i] = stroke.charAt(i + 1) - '0';
                width = Math.max(width, i % 2 == 0 ? points[i] : 0);
            }
            switch (stroke.charAt(0)) {
                case 'l' -> {
                    strokes.add(points);
                    addEnds(points, ends);
                }
                case 'c' -> strokes.add(spline(points, false));
                default -> strokes.add(spline(points, true));
            }
        }
        return new Letter(strokes, ends, width);
    }

    private static void addEnds(double[] line, List<double[]> ends) {
        int last = line.length - 2;
        if (line[1] != line[3]) {
            ends.add(new double[] {line[0], line[1]});
        }
        if (line[last + 1] != line[last - 1]) {
            ends.add(new double[] {line[last], line[last + 1]});
        }
    }

    /**
     * Each inner control point shapes a parabola between the midpoints of its two sides; an open curve reaches its end
     * points.
     */
    private static double[] spline(double[] points, boolean closed) {
        int n = points.length / 2;
        int pieces = closed ? n : n - 2;
        double[] curve = new double[2 * (pieces * STEPS + 1)];
        for (int piece = 0; piece < pieces; piece++) {
            int middle = closed ? piece : piece + 1;
            for (int step = 0; step <= STEPS; step++) {
                double t = (double) step / STEPS;
                for (int axis = 0; axis < 2; axis++) {
                    double control = points[2 * middle + axis];
                    double before = points[2 * ((middle + n - 1) % n) + axis];
                    double after = points[2 * ((middle + 1) % n) + axis];
                    double from = closed || middle > 1 ? (before + control) / 2 : before;
                    double to = closed || middle < n - 2 ? (control + after) / 2 : after;
                    curve[2 * (piece * STEPS + step) + axis] =
                            (1 - t) * (1 - t) * from + 2 * t * (1 - t) * control + t * t * to;
                }
            }
        }
        return curve;
    }
}
