package io.unveil.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.file.Digests;
import io.unveil.image.Size;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Drawn pictures")
class DrawnDatasetTest {
    private static Dataset of(String data) throws IOException {
        return Dataset.read(data, DatasetPart.TRAINING, 1, new Size(1, 1));
    }

    @Test
    @DisplayName("are blobs of 91 x 91 with their width as label, ten thousand of them")
    void areBlobs() throws IOException {
        Dataset set = of("synthetic:gaussians");
        assertThat(set.count()).isEqualTo(10_000);
        assertThat(set.sizes()).containsExactly(new Size(91, 91));
        Set<Float> widths = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            widths.add(set.label(i).value());
        }
        assertThat(widths).hasSize(200).allSatisfy(width -> assertThat(width).isBetween(3f, 15f));
        assertThat(widths.stream().mapToDouble(Float::doubleValue).average().orElseThrow())
                .isCloseTo(9, within(1.2)); // even between 3 and 15: five standard deviations of the mean
    }

    @Test
    @DisplayName(
            "have the course's G times 2 pi s^2: white in the middle, 255 exp(-1/2) at one width, 255 exp(-2) at two")
    void followTheFormula() throws IOException {
        Example blob = of("synthetic:gaussians,width=10,centre=0.5,noise=0").example(0);
        assertThat(blob.level(45, 45, 0)).isEqualTo(255);
        assertThat(blob.level(55, 45, 0)).isEqualTo(155); // 154.66
        assertThat(blob.level(45, 25, 0)).isEqualTo(35); // 34.51
        assertThat(blob.level(51, 53, 0)).isEqualTo(155); // 6, 8, 10
        assertThat(blob.label()).isEqualTo(new Label.Measure(10));
    }

    @ParameterizedTest(name = "of {0} pixels")
    @ValueSource(doubles = {2, 4.5, 9})
    @DisplayName("have the integral 2 pi s^2, and their centre and width can be measured back from the moments")
    void haveTheMomentsOfAGaussian(double s) throws IOException {
        Example blob =
                of("synthetic:gaussians,noise=0,centre=0.4..0.6,width=" + s).example(5);
        double sum = 0;
        double x = 0;
        double y = 0;
        double square = 0;
        for (int j = 0; j < 91; j++) {
            for (int i = 0; i < 91; i++) {
                double value = blob.level(i, j, 0) / 255.;
                sum += value;
                x += i * value;
                y += j * value;
                square += (i * i + j * j) * value;
            }
        }
        double variance = (square / sum - (x / sum) * (x / sum) - (y / sum) * (y / sum)) / 2;
        assertThat(sum).isCloseTo(2 * Math.PI * s * s, within(0.02 * sum)); // levels are rounded
        assertThat(Math.sqrt(variance)).isCloseTo(s, within(0.03 * s));
        assertThat(x / sum).isBetween(36., 54.);
        assertThat(y / sum).isBetween(36., 54.);
    }

    @Test
    @DisplayName("lie where their centre was drawn, anywhere in the middle half")
    void lieAnywhereInTheMiddleHalf() throws IOException {
        Dataset set = of("synthetic:gaussians,width=3,noise=0");
        Set<Integer> quarters = new HashSet<>();
        for (int index = 0; index < 60; index++) {
            Example blob = set.example(index);
            int brightest = IntStream.range(0, 91 * 91)
                    .reduce((a, b) -> (blob.samples()[a] & 255) >= (blob.samples()[b] & 255) ? a : b)
                    .orElseThrow();
            int x = brightest % 91;
            int y = brightest / 91;
            assertThat(x).isBetween(22, 68);
            assertThat(y).isBetween(22, 68);
            quarters.add((x < 45 ? 0 : 1) + (y < 45 ? 0 : 2));
        }
        assertThat(quarters).hasSize(4);
    }

    @Test
    @DisplayName(
            "are hidden by as many bars as asked for, of one level across the whole picture, and are the same elsewhere")
    void areHiddenByBars() throws IOException {
        Dataset plain = of("synthetic:gaussians,noise=0,width=40");
        Dataset barred = of("synthetic:gaussians,noise=0,width=40,bars=1,bar=5..7");
        int upright = 0;
        Set<Integer> thicknesses = new HashSet<>();
        for (int index = 0; index < 30; index++) {
            Example before = plain.example(index);
            Example after = barred.example(index);
            List<Integer> columns = lines(after, true);
            List<Integer> rows = lines(after, false);
            assertThat(columns.isEmpty()).as("a bar either stands or lies").isNotEqualTo(rows.isEmpty());
            List<Integer> bar = columns.isEmpty() ? rows : columns;
            assertThat(bar.get(bar.size() - 1) - bar.get(0)).isEqualTo(bar.size() - 1);
            thicknesses.add(bar.size());
            upright += columns.isEmpty() ? 0 : 1;
            for (int y = 0; y < 91; y++) {
                for (int x = 0; x < 91; x++) {
                    if (!bar.contains(columns.isEmpty() ? y : x)) {
                        assertThat(after.level(x, y, 0)).isEqualTo(before.level(x, y, 0));
                    }
                }
            }
            assertThat(after.label()).isEqualTo(before.label());
        }
        assertThat(upright).isBetween(5, 25);
        assertThat(thicknesses).containsExactlyInAnyOrder(5, 6, 7);
    }

    /** The columns or rows that are of one level from end to end; of so wide a blob none is that by itself. */
    private static List<Integer> lines(Example picture, boolean columns) {
        return IntStream.range(0, 91)
                .filter(line -> IntStream.range(0, 91)
                                .map(at -> columns ? picture.level(line, at, 0) : picture.level(at, line, 0))
                                .distinct()
                                .count()
                        == 1)
                .boxed()
                .toList();
    }

    @Test
    @DisplayName("carry noise of the level asked for over all, clipped to black and white")
    void carryNoise() throws IOException {
        Dataset noisy = of("synthetic:gaussians,noise=12,width=15");
        Dataset clean = of("synthetic:gaussians,noise=0,width=15");
        double square = 0;
        int count = 0;
        for (int index = 0; index < 3; index++) {
            byte[] before = clean.example(index).samples();
            byte[] after = noisy.example(index).samples();
            for (int i = 0; i < before.length; i++) {
                if ((before[i] & 255) > 60 && (before[i] & 255) < 195) { // far enough from black and white
                    double difference = (after[i] & 255) - (before[i] & 255);
                    square += difference * difference;
                    count++;
                }
            }
        }
        assertThat(Math.sqrt(square / count)).isCloseTo(12, within(0.7));
        Example barred = of("synthetic:gaussians,noise=12,bars=1").example(0);
        assertThat(lines(barred, true)).as("columns without noise").isEmpty();
        assertThat(lines(barred, false)).as("rows without noise").isEmpty();
    }

    @Test
    @DisplayName("depend only on seed and number, on every machine: these are pinned")
    void followFromSeedAndNumber() throws IOException {
        Dataset set = of("synthetic:gaussians,bars=2");
        byte[] seventh = set.example(7).samples();
        set.example(8);
        assertThat(of("synthetic:gaussians,bars=2,count=9").example(7).samples())
                .isEqualTo(seventh);
        assertThat(of("synthetic:gaussians,bars=2,seed=2").example(7).samples()).isNotEqualTo(seventh);
        assertThat(set.example(8).samples()).isNotEqualTo(seventh);
        assertThat(set.label(0).value()).isEqualTo(10.313892f);
        assertThat(Digests.sha256(set.example(0).samples())).startsWith("ca125dcf5d0add15");
        assertThat(Digests.sha256(of("synthetic:signals,noise=10").example(0).samples()))
                .startsWith("9f0d9dbb0c1fe252");
    }

    @Test
    @DisplayName("have a digest of all their parameters")
    void areDistinguished() throws IOException {
        List<String> digests = List.of(
                of("synthetic:gaussians").set().digest(),
                of("synthetic:gaussians,bars=1").set().digest(),
                of("synthetic:gaussians,seed=2").set().digest(),
                of("synthetic:gaussians,count=5").set().digest(),
                of("synthetic:gaussians,noise=1..2").set().digest(),
                of("synthetic:signals").set().digest());
        assertThat(digests).doesNotHaveDuplicates();
        assertThat(of("synthetic:gaussians,noise=0..20,width=3..15,seed=1")
                        .set()
                        .digest())
                .as("defaults written out")
                .isEqualTo(digests.get(0));
        assertThat(of("synthetic:gaussians").set().licence()).isEqualTo("drawn by the program");
    }

    @Test
    @DisplayName("are signals of height 1 that reach from 0.1 to 0.9, some with steps and some without")
    void areSignals() throws IOException {
        Dataset set = of("synthetic:signals,length=200");
        int steps = 0;
        for (int index = 0; index < 50; index++) {
            Example signal = set.example(index);
            assertThat(signal.size()).isEqualTo(new Size(200, 1));
            assertThat(signal.label()).isEqualTo(Label.NONE);
            int least = IntStream.range(0, 200)
                    .map(x -> signal.level(x, 0, 0))
                    .min()
                    .orElseThrow();
            int most = IntStream.range(0, 200)
                    .map(x -> signal.level(x, 0, 0))
                    .max()
                    .orElseThrow();
            assertThat(least).isBetween(25, 26);
            assertThat(most).isBetween(229, 230);
            int jump = IntStream.range(1, 200)
                    .map(x -> Math.abs(signal.level(x, 0, 0) - signal.level(x - 1, 0, 0)))
                    .max()
                    .orElseThrow();
            steps += jump > 40 ? 1 : 0;
        }
        assertThat(steps).isBetween(15, 48);
    }

    @Test
    @DisplayName("of a million take no memory before they are asked for")
    void areDrawnWhenAskedFor() throws IOException {
        Dataset set = of("synthetic:gaussians,count=100000000");
        assertThat(set.example(99_999_999).samples()).hasSize(91 * 91);
    }
}
