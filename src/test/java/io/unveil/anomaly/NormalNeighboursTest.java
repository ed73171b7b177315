package io.unveil.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The nearest normal pictures, against a search that looks at every one of them. */
class NormalNeighboursTest {
    private static final Size SIZE = new Size(5, 4);

    private final SplittableRandom random = new SplittableRandom(7);

    private byte[] drawn(int count, int channels) {
        byte[] levels = new byte[count * 20 * channels];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (random.nextInt(3) == 0 ? 0 : random.nextInt(256));
        }
        return levels;
    }

    private static Pixels picture(byte[] levels, int index, int channels) {
        float[] values = new float[20 * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (levels[index * values.length + i] & 255) / 255f;
        }
        return new Pixels(5, 4, channels, values);
    }

    /** By the definition: roots of the levels, smoothed, the root of the mean squared difference. */
    private static double distance(Pixels one, Pixels other) {
        float[] a = smoothRoots(one);
        float[] b = smoothRoots(other);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum / a.length);
    }

    private static float[] smoothRoots(Pixels picture) {
        int channels = picture.channels();
        float[] all = new float[picture.values().length];
        for (int channel = 0; channel < channels; channel++) {
            float[] roots = new float[all.length / channels];
            for (int i = 0; i < roots.length; i++) {
                roots[i] = (float) Math.sqrt(picture.values()[i * channels + channel]);
            }
            float[] smooth = Blur.gaussian(
                            new Pixels(picture.width(), picture.height(), 1, roots), picture.width() / 28.)
                    .values();
            for (int i = 0; i < smooth.length; i++) {
                all[i * channels + channel] = smooth[i];
            }
        }
        return all;
    }

    @ParameterizedTest(name = "in {0} channels")
    @ValueSource(ints = {1, 3})
    void theDistanceIsTheMeanOfTheFiveSmallest(int channels) {
        byte[] kept = drawn(300, channels);
        NormalNeighbours neighbours = new NormalNeighbours(SIZE, channels, kept);
        byte[] asked = drawn(40, channels);

        for (int i = 0; i < 40; i++) {
            Pixels picture = picture(asked, i, channels);
            int[] order = IntStream.range(0, 300)
                    .boxed()
                    .sorted((a, b) -> Double.compare(
                            distance(picture, picture(kept, a, channels)),
                            distance(picture, picture(kept, b, channels))))
                    .mapToInt(Integer::intValue)
                    .toArray();
            NormalNeighbours.Found found = neighbours.of(picture);

            double expected = Arrays.stream(order)
                    .limit(5)
                    .mapToDouble(j -> distance(picture, picture(kept, j, channels)))
                    .average()
                    .orElseThrow();
            assertThat(found.distance()).isCloseTo(expected, within(1e-6));
            assertThat(found.nearest().values())
                    .containsExactly(picture(kept, order[0], channels).values());
            double mean = Arrays.stream(order)
                    .limit(5)
                    .mapToDouble(j -> picture(kept, j, channels).values()[7])
                    .average()
                    .orElseThrow();
            assertThat((double) found.mean().values()[7]).isCloseTo(mean, within(1e-6));
        }
    }

    @Test
    void aKeptPictureIsItsOwnNearest() {
        byte[] kept = drawn(50, 1);
        NormalNeighbours.Found found = new NormalNeighbours(SIZE, 1, kept).of(picture(kept, 31, 1));

        assertThat(found.nearest().values())
                .containsExactly(picture(kept, 31, 1).values());
    }

    @Test
    void whereFewerThanFiveAreKeptAllCount() {
        NormalNeighbours two = new NormalNeighbours(new Size(1, 1), 1, new byte[] {0, (byte) 255});

        NormalNeighbours.Found found = two.of(new Pixels(1, 1, 1, new float[] {0.25f}));

        assertThat(found.distance()).isCloseTo((0.5 + 0.5) / 2, within(1e-6)); // the root of .25 lies in the middle
        assertThat(found.mean().values()).containsExactly(0.5f);
    }

    @Test
    void equalPicturesCountAsOftenAsTheyAreKept() {
        byte[] kept = {100, 100, 100, 100, 100, 100, 100, 20};

        NormalNeighbours.Found found =
                new NormalNeighbours(new Size(1, 1), 1, kept).of(new Pixels(1, 1, 1, new float[] {100 / 255f}));

        assertThat(found.distance()).isZero();
    }

    @Test
    void aSmallShiftCountsLessThanAnotherShape() {
        byte[] kept = new byte[28 * 28];
        float[] shifted = new float[28 * 28];
        float[] other = new float[28 * 28];
        for (int i = 0; i < kept.length; i++) {
            int x = i % 28;
            int y = i / 28;
            kept[i] = (byte) (x >= 10 && x < 14 && y >= 6 ? 255 : 0);
            shifted[i] = x >= 11 && x < 15 && y >= 6 ? 1 : 0;
            other[i] = x >= 10 && x < 14 && y >= 17 ? 1 : 0;
        }
        NormalNeighbours neighbours = new NormalNeighbours(new Size(28, 28), 1, kept);

        double ofShift = neighbours.of(new Pixels(28, 28, 1, shifted)).distance();
        double ofOther = neighbours.of(new Pixels(28, 28, 1, other)).distance();

        assertThat(ofShift).isLessThan(0.75 * ofOther); // pixel by pixel they are equally far
    }

    @Test
    void aPictureOfAnotherSizeIsRefused() {
        NormalNeighbours neighbours = new NormalNeighbours(SIZE, 1, drawn(3, 1));

        assertThatThrownBy(() -> neighbours.of(new Pixels(4, 5, 1, new float[20])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a picture of 4 x 5 in 1 channels is not compared with those of 5 x 4 in 1");
    }
}
