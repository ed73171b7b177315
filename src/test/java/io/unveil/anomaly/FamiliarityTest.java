package io.unveil.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On drawn products: what each model would know, and what it must not take for its own. */
class FamiliarityTest {
    private static List<double[]> looks(String kind, int count, DatasetPart part, int channels) throws IOException {
        Dataset set = Dataset.read(
                "synthetic:surfaces,size=128,kind=%s,count=%d".formatted(kind, count),
                part,
                channels,
                new Size(16, 16));
        return IntStream.range(0, set.count())
                .mapToObj(i -> Appearance.of(set.example(i).pixels(), channels))
                .toList();
    }

    private static double share(Familiarity known, List<double[]> looks) {
        return looks.stream().filter(one -> known.distance(one) <= 1).count() / (double) looks.size();
    }

    @Test
    void newPicturesOfAProductAreFamiliarAndThoseOfOtherProductsAreNot() throws IOException {
        Familiarity woven = Familiarity.of(looks("woven", 40, DatasetPart.TRAINING, 1));

        assertThat(share(woven, looks("woven", 60, DatasetPart.TEST, 1))).isGreaterThanOrEqualTo(.96);
        for (String other : List.of("brushed", "wood", "stone", "printed")) {
            assertThat(share(woven, looks(other, 10, DatasetPart.TEST, 1)))
                    .as(other)
                    .isZero();
        }
    }

    @Test
    void aLittleMoreLightIsFamiliarMuchMoreIsNot() throws IOException {
        Familiarity wood = Familiarity.of(looks("wood", 30, DatasetPart.TRAINING, 1));
        double[] one = looks("wood", 2, DatasetPart.TEST, 1).get(0);
        double[] other = one.clone();
        one[0] += .01;
        other[0] += .4;

        assertThat(wood.distance(one)).isLessThan(1);
        assertThat(wood.distance(other)).isGreaterThan(1);
    }

    @Test
    void coloursCountForAModelOfColourPictures() throws IOException {
        List<double[]> gray = looks("stone", 20, DatasetPart.TRAINING, 3);
        Familiarity known = Familiarity.of(gray);
        double[] red = gray.get(0).clone();
        assertThat(red).hasSize(16);
        red[12] += .2; // R - Y

        assertThat(known.distance(gray.get(0))).isLessThan(1);
        assertThat(known.distance(red)).isGreaterThan(1);
    }

    /** A step of 2 from left to right, none from top to bottom. */
    @Test
    void detailsAlongRowsAndColumnsAreTold() {
        float[] stripes = new float[192 * 192];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i % 2 == 0 ? .3f : .7f;
        }
        double[] look = Appearance.of(new Pixels(192, 192, 1, stripes), 1);

        assertThat(look[0]).isCloseTo(.5, within(1e-3));
        assertThat(Math.exp(look[3])).as("along rows, at the finest scale").isGreaterThan(.3);
        assertThat(Math.exp(look[4])).as("along columns").isLessThan(.01);
        assertThat(Math.exp(look[5])).as("at the next scale").isLessThan(.01);
    }

    @Test
    void aDistanceNeedsAsManyNumbersAsTheModelKnows() {
        Familiarity known = new Familiarity(new double[] {0}, new double[] {4}, .5);

        assertThat(known.distance(new double[] {3}))
                .as("1.5 standard deviations, twice that in limits")
                .isEqualTo(3);
        assertThatThrownBy(() -> known.distance(new double[] {3, 4}))
                .hasMessage("an appearance of 2 numbers is not compared with one of 1");
        assertThatThrownBy(() -> new Familiarity(new double[] {0}, new double[0], 1))
                .hasMessageContaining("d (d + 1) / 2 covariances");
    }

    @Test
    void twoProductsInOneFolderAreTwoKindsAndOneProductIsOne() throws IOException {
        List<double[]> woven = looks("woven", 20, DatasetPart.TRAINING, 1);
        List<double[]> both = new ArrayList<>(woven);
        both.addAll(looks("wood", 8, DatasetPart.TRAINING, 1));

        assertThat(TwoKinds.of(woven).fewer()).isEmpty();
        assertThat(TwoKinds.of(both).fewer())
                .containsExactlyElementsOf(IntStream.range(20, 28).boxed().toList());
    }
}
