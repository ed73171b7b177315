package io.unveil.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The pixels of maps, ranked")
class PixelRankingTest {
    private static Pixels map(int width, double... values) {
        float[] floats = new float[values.length];
        IntStream.range(0, values.length).forEach(i -> floats[i] = (float) values[i]);
        return new Pixels(width, values.length / width, 1, floats);
    }

    /** Anomalous where a cross stands. */
    private static Mask mask(int width, String drawn) {
        return Mask.of(new Size(width, drawn.length() / width), (x, y) -> drawn.charAt(y * width + x) == 'x');
    }

    private static PixelRanking of(Pixels map, Mask defect) {
        PixelRanking ranking = new PixelRanking();
        ranking.add(map, defect);
        return ranking;
    }

    @ParameterizedTest(name = "numbers up to {0} in steps of 1 / {1}")
    @CsvSource({"3, 1", "40, 1", "4000, 64", "1000000, 1048576"})
    @DisplayName("come to the AUROC of all their numbers, negative and positive, few of them equal or most")
    void agreesWithAuroc(int most, double steps) {
        SplittableRandom random = new SplittableRandom(most);
        PixelRanking ranking = new PixelRanking();
        List<Double> normal = new ArrayList<>();
        List<Double> anomalous = new ArrayList<>();
        for (int picture = 0; picture < 3; picture++) {
            double[] values = random.doubles(20 * 30)
                    .map(share -> Math.rint((2 * share - 1) * most) / steps)
                    .toArray();
            Mask defect = Mask.of(new Size(20, 30), (x, y) -> x < 7 && y % 5 < 3);
            ranking.add(map(20, values), defect);
            IntStream.range(0, values.length)
                    .forEach(i -> (defect.at(i % 20, i / 20) ? anomalous : normal).add(values[i]));
        }
        double exact = Auroc.of(array(normal), array(anomalous));
        assertThat(ranking.auroc()).isCloseTo(exact, within(1e-4));
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    @DisplayName("below zero, the number nearer to it is the higher one; -0 is 0")
    void negativeNumbers() {
        assertThat(of(map(4, -3, -2, -1e-6, -1e6), mask(4, "..x.")).auroc()).isEqualTo(1);
        assertThat(of(map(4, -3, -2, -1, 0), mask(4, "x...")).auroc()).isEqualTo(0);
        assertThat(of(map(2, -0.0, 0), mask(2, "x.")).auroc()).isEqualTo(.5);
    }

    @Test
    @DisplayName(
            "come to the mean over regions of what is found, against the normal pixels found with it, up to three in ten")
    void aupro() {
        // From the top: half of the first region (1/4), a normal pixel, the second region (3/4), a normal pixel, the
        // rest (1), a normal pixel; seven more.
        Pixels map = map(13, 9, 5, 8, 7, 6, 4, 0, 0, 0, 0, 0, 0, 0);
        PixelRanking ranking = of(map, mask(13, "xx.x........."));
        assertThat(ranking.aupro()).isCloseTo((.1 * .25 + .1 * .75 + .1 * 1) / .3, within(1e-12));
    }

    @Test
    @DisplayName("count a region of one pixel as much as one of nine; pixel AUROC counts pixels")
    void smallRegions() {
        // The large region lies above all normal pixels, the small one below.
        Pixels map = map(5, 9, 9, 9, 5, 5, 9, 9, 9, 5, 5, 9, 9, 9, 5, 1);
        PixelRanking ranking = of(map, mask(5, "xxx.." + "xxx.." + "xxx.x"));
        assertThat(ranking.aupro()).isCloseTo(.5, within(1e-12));
        assertThat(ranking.auroc()).isCloseTo(.9, within(1e-12));
    }

    @Test
    @DisplayName("are of one region where they touch by a corner")
    void corners() {
        Pixels map = map(5, 9, 5, 5, 5, 5, 5, 9, 5, 5, 1);
        assertThat(of(map, mask(5, "x...." + ".x..x")).aupro()).isCloseTo(.5, within(1e-12));
        assertThat(of(map, mask(5, "x...." + ".x...")).aupro()).isCloseTo(1, within(1e-12));
    }

    @Test
    @DisplayName("where all numbers are equal, come to chance: AUROC one half, AUPRO half of three in ten")
    void equalNumbers() {
        PixelRanking ranking = of(map(5, 1, 1, 1, 1, 1), mask(5, "x...."));
        assertThat(ranking.auroc()).isCloseTo(.5, within(1e-12));
        assertThat(ranking.aupro()).isCloseTo(.15, within(1e-12));
    }

    @Test
    @DisplayName("of two sets together are those of all pictures at once")
    void together() {
        Pixels first = map(4, 3, 1, -2, .5);
        Pixels second = map(4, .25, 2, -7, 4);
        PixelRanking all = of(first, mask(4, "x..x"));
        all.add(second, mask(4, ".x.."));
        PixelRanking sum = of(second, mask(4, ".x.."));
        sum.add(of(first, mask(4, "x..x")));
        assertThat(sum.auroc()).isEqualTo(all.auroc());
        assertThat(sum.aupro()).isCloseTo(all.aupro(), within(1e-12));
        assertThat(all.auroc()).isNotEqualTo(of(first, mask(4, "x..x")).auroc());
    }

    @Test
    @DisplayName("tell nothing where none is anomalous, or all are")
    void oneKind() {
        assertThat(of(map(2, 1, 2), mask(2, "..")).auroc()).isNaN();
        assertThat(of(map(2, 1, 2), mask(2, "..")).aupro()).isNaN();
        assertThat(of(map(2, 1, 2), mask(2, "xx")).auroc()).isNaN();
        assertThat(of(map(2, 1, 2), mask(2, "xx")).aupro()).isNaN();
    }

    @Test
    @DisplayName("are compared only with a mask of their own size")
    void otherSize() {
        assertThatThrownBy(() -> of(map(2, 1, 2), mask(1, "x.")))
                .hasMessage("a map of 2 x 1 cannot be compared with a mask of 1 x 2");
    }
}
