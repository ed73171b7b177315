package io.unveil.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Pictures at half their size, and back. */
class HalvingTest {
    @Test
    void aPixelIsTheMeanOfTheFourItCoversAndAtAnOddEdgeOfThoseThatAreThere() {
        Pixels three = new Pixels(3, 3, 1, new float[] {0, 1, 4, 2, 3, 6, 5, 7, 9});

        Pixels half = Halving.halved(three);

        assertThat(half.size()).isEqualTo(new Size(2, 2));
        assertThat(half.values()).containsExactly(1.5f, 5, 6, 9);
    }

    @Test
    void enlargingWeighsTheNearestAndTheSecondNearestByThreeQuartersAndOne() {
        Pixels two = new Pixels(2, 1, 1, new float[] {0, 1});

        Pixels enlarged = Halving.enlarged(two, new Rectangle(0, 0, 4, 2));

        assertThat(enlarged.values()).containsExactly(0, 0.25f, 0.75f, 1, 0, 0.25f, 0.75f, 1);
    }

    @Test
    void aSlopeComesBackFromHalfItsSizeAsItWas() {
        float[] slope = new float[16 * 16 * 3];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (i / 3 % 16 + 2 * (i / 48)) / 64f + i % 3;
        }
        Pixels whole = new Pixels(16, 16, 3, slope);

        Pixels back = Halving.enlarged(Halving.halved(whole), Rectangle.of(whole.size()));

        Pixels middle = back.region(2, 2, 12, 12); // the border has no second neighbour
        assertThat(middle.values()).containsExactly(whole.region(2, 2, 12, 12).values(), within(1e-6f));
    }
}
