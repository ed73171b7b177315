package io.unveil.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static Chart.Point at(double x, double y) {
        return new Chart.Point(x, y);
    }

    @Test
    void aCurveGoesFromTheLeftToTheRightOfAWideChart() {
        assertThat(Chart.of("step", "dB", List.of(new Chart.Curve("loss", List.of(at(0, 1), at(200, 3))))))
                .contains(
                        "<polyline points=\"130.0,240.0 890.0,10.0 \"",
                        ">0</text>",
                        ">200 step</text>",
                        ">3 dB</text>");
    }

    @Test
    void oneAndOneAreAsLongInASquareChart() {
        assertThat(Chart.of(Chart.Layout.SQUARE, "x", "y", List.of(new Chart.Rule("", List.of(at(0, 0), at(1, 1))))))
                .contains("<polyline points=\"130.0,370.0 490.0,10.0 \"", "stroke-dasharray");
    }

    @Test
    void barsStandOnZeroUpwardsAndHangFromItDownwards() {
        assertThat(Chart.of("x", "y", List.of(new Chart.Bars("bars", List.of(at(.5, 1), at(1.5, -1)), 1))))
                .contains("<rect x=\"130.0\" y=\"10.0\" width=\"378.0\" height=\"115.0\"")
                .contains("<rect x=\"510.0\" y=\"125.0\" width=\"378.0\" height=\"115.0\"");
    }

    @Test
    void coloursComeAgainDashed() {
        List<Chart.Curve> curves = IntStream.range(0, 8)
                .mapToObj(i -> new Chart.Curve("c" + i, List.of(at(0, i), at(1, i))))
                .toList();
        String chart = Chart.of("x", "y", curves);

        assertThat(chart.split("#0072b2\" stroke-width=\"2\"", -1)).hasSize(3);
        assertThat(chart.split("stroke-dasharray", -1)).hasSize(2);
    }

    @Test
    void namesAreText() {
        assertThat(Chart.of("<x>", "y", List.of(new Chart.Curve("a & b", List.of(at(0, 0))))))
                .contains("a &amp; b", "&lt;x>");
    }
}
