package io.unveil.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.Mask;
import io.unveil.image.Size;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The matches of patches")
class PatchFieldTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 32;
    private static final Mask HOLE = FillPictures.rectangle(new Size(WIDTH, HEIGHT), 15, 11, 9, 8);

    @ParameterizedTest(name = "cost the sum of squared differences of 7 x 7 pixels, of {0} channels")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void costTheirDistance(int channels) {
        PatchLevel level = level(channels);
        PatchField field = matched(level);
        for (int target : field.targets()) {
            double sum = 0;
            for (int y = -3; y <= 3; y++) {
                for (int i = -3 * channels; i < 4 * channels; i++) {
                    double difference = level.values()[(target + y * WIDTH) * channels + i]
                            - level.values()[(field.match(target) + y * WIDTH) * channels + i];
                    sum += difference * difference;
                }
            }
            assertThat(field.cost(target)).isCloseTo((float) sum, within(1e-5f * (float) sum));
        }
    }

    @Test
    @DisplayName("spread only from neighbour to neighbour where search has no reach: no number is drawn")
    void spreadWithoutReach() {
        PatchField field = matched(level(1));
        double before = costs(field);
        SplittableRandom random = new SplittableRandom(7);
        field.search(true, 0, random);
        double once = costs(field);
        field.search(false, 0, random);
        assertThat(once).isLessThan(before);
        assertThat(costs(field)).isLessThan(once); // backwards they come from other neighbours
        assertThat(random.nextLong()).isEqualTo(new SplittableRandom(7).nextLong());
    }

    @ParameterizedTest(
            name = "are patches inside of the picture that are known all over, after a search with a reach of {0}")
    @ValueSource(ints = {0, 4, WIDTH})
    void areKnown(int reach) {
        PatchField field = matched(level(1));
        SplittableRandom random = new SplittableRandom(7);
        for (int pass = 0; pass < 6; pass++) {
            field.search(pass % 2 == 0, reach, random);
        }
        for (int target : field.targets()) {
            int x = field.match(target) % WIDTH;
            int y = field.match(target) / WIDTH;
            assertThat(x).isBetween(3, WIDTH - 4);
            assertThat(y).isBetween(3, HEIGHT - 4);
            boolean apart = x < 15 - 3 || x > 23 + 3 || y < 11 - 3 || y > 18 + 3; // by three pixels from the hole
            assertThat(apart).as("a match at %d, %d", x, y).isTrue();
        }
    }

    private static PatchField matched(PatchLevel level) {
        PatchField field = new PatchField(level, Interruption.none());
        field.matchAtRandom(new SplittableRandom(3));
        field.measure();
        return field;
    }

    private static double costs(PatchField field) {
        double sum = 0;
        for (int target : field.targets()) {
            sum += field.cost(target);
        }
        return sum;
    }

    private static PatchLevel level(int channels) {
        boolean[] hole = new boolean[WIDTH * HEIGHT];
        for (int i = 0; i < hole.length; i++) {
            hole[i] = HOLE.at(i % WIDTH, i / WIDTH);
        }
        float[] values = FillPictures.noise(WIDTH, HEIGHT, channels, 1).values();
        return new PatchLevel(values, hole, hole, WIDTH, HEIGHT, channels);
    }
}
