package io.unveil.degradation.defect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.DrawnPictures;
import io.unveil.degradation.Draws;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Synthetic defects")
class SyntheticDefectsTest {
    private static final Size SIZE = new Size(64, 56);
    private static final DefectMixture USUAL = DefectMixture.usual();
    private static final SyntheticDefects DEFECTS = new SyntheticDefects(USUAL, Ground.SPREAD, SIZE, 1);
    private static final Pixels GRAY = Ground.lively(64, 56, 1);

    private static SyntheticDefects always(DefectShape shape, DefectFilling filling) {
        return DEFECTS.with(new DefectMixture(Map.of(shape, 1.), Map.of(filling, 1.), 0, .25), Ground.SPREAD);
    }

    private static Defective drawn(SyntheticDefects defects, Pixels normal, long seed) {
        return defects.draw(normal, Ground.pieces(normal), Ground.pieces(normal), new Draws(seed));
    }

    @Test
    @DisplayName("depend only on the seed and the draws")
    void followTheSeeds() {
        SyntheticDefects again = new SyntheticDefects(USUAL, Ground.SPREAD, SIZE, 1);
        SyntheticDefects others = new SyntheticDefects(USUAL, Ground.SPREAD, SIZE, 2);
        int sameFields = 0;
        for (long seed = 0; seed < 50; seed++) {
            Defective one = drawn(DEFECTS, GRAY, seed);
            Defective same = drawn(again, GRAY, seed);
            assertThat(same.picture().values()).isEqualTo(one.picture().values());
            assertThat(same.mask().without(one.mask()).isEmpty()
                            && one.mask().without(same.mask()).isEmpty())
                    .isTrue();
            sameFields += drawn(others, GRAY, seed).picture().equals(one.picture()) ? 1 : 0;
            if (!one.mask().isEmpty()) {
                assertThat(drawn(DEFECTS, GRAY, seed + 1000).picture().values())
                        .isNotEqualTo(one.picture().values());
            }
        }
        assertThat(sameFields).isLessThan(40);
    }

    @Test
    @DisplayName("leave a share of the pictures clean, which then are as they were, and the mask empty")
    void leaveAShareClean() {
        int clean = 0;
        for (long seed = 0; seed < 1500; seed++) {
            Defective drawn = drawn(DEFECTS, GRAY, seed);
            assertThat(drawn.mask().isEmpty()).isEqualTo(drawn.picture() == GRAY);
            clean += drawn.mask().isEmpty() ? 1 : 0;
        }
        assertThat(clean / 1500.).isCloseTo(.28, within(.04)); // a quarter, and those where nothing could be seen
        assertThat(drawn(DEFECTS.with(USUAL.withClean(1), Ground.SPREAD), GRAY, 3)
                        .mask()
                        .isEmpty())
                .isTrue();
    }

    @Test
    @DisplayName("are one to three: .55, .4 and .05 of the pictures")
    void areOneToThree() {
        int[] counts = new int[4];
        SyntheticDefects defects = always(DefectShape.OCCLUSIONS, DefectFilling.OTHERS);
        for (long seed = 0; seed < 1000; seed++) {
            CountedChecks checks = new CountedChecks();
            defects.draw(DrawnPictures.flat(64, 56, 1, .5), checks, checks, new Draws(seed));
            counts[Math.min(3, checks.asked)]++;
        }
        assertThat(counts[1] / 1000.).isCloseTo(.55, within(.06));
        assertThat(counts[2] / 1000.).isCloseTo(.4, within(.06));
        assertThat(counts[3] / 1000.).isCloseTo(.05, within(.03));
    }

    /** Texture so strong that it is seen at once: so it is asked for once a defect. */
    private static final class CountedChecks implements TextureSource {
        private int asked;

        @Override
        public Pixels piece(Size size, Draws draws) {
            asked++;
            float[] checks = new float[Math.toIntExact(size.pixels())];
            for (int i = 0; i < checks.length; i++) {
                checks[i] = i % 2;
            }
            return new Pixels(size.width(), size.height(), 1, checks);
        }
    }

    @ParameterizedTest(
            name = "of {0} change nothing further than their soft edge from the mask, and nothing leaves [0, 1]")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BLOBS") // their edge is as wide as their field is flat
    void changeNothingElse(DefectShape shape) {
        SyntheticDefects defects =
                DEFECTS.with(new DefectMixture(Map.of(shape, 1.), USUAL.fillings(), 0, .25), Ground.SPREAD);
        for (int channels : new int[] {1, 3}) {
            Pixels normal = Ground.lively(64, 56, channels);
            for (long seed = 0; seed < 40; seed++) {
                Defective drawn = drawn(defects, normal, seed);
                Mask near = drawn.mask().grown(10);
                int wrong = 0;
                for (int i = 0; i < normal.values().length; i++) {
                    float value = drawn.picture().values()[i];
                    int pixel = i / channels;
                    boolean mayChange = near.at(pixel % 64, pixel / 64);
                    wrong += value < 0 || value > 1 || value != normal.values()[i] && !mayChange ? 1 : 0;
                }
                assertThat(wrong).isZero();
            }
        }
    }

    @ParameterizedTest(name = "on a ground in {0} channels can be seen, each of them")
    @CsvSource({"1", "3"})
    void canBeSeen(int channels) {
        Pixels normal = Ground.lively(64, 56, channels);
        int some = 0;
        for (long seed = 0; seed < 500; seed++) {
            Defective drawn = drawn(DEFECTS, normal, seed);
            some += drawn.mask().isEmpty() ? 0 : 1;
            assertThat(drawn.mask().isEmpty() || change(drawn, normal) > .25 * Ground.SPREAD)
                    .isTrue(); // .4 of it where a defect is all there, less at edges and where two cover each other
        }
        assertThat(some).isGreaterThan(300);
    }

    private static double change(Defective drawn, Pixels normal) {
        double sum = 0;
        for (int i = 0; i < normal.values().length; i++) {
            int pixel = i / normal.channels();
            if (drawn.mask().at(pixel % 64, pixel / 64)) {
                sum += Math.abs(drawn.picture().values()[i] - normal.values()[i]) / normal.channels();
            }
        }
        return sum / drawn.mask().count();
    }

    @Test
    @DisplayName("that cannot be seen are left out: nothing is blurred where all is flat")
    void leaveOutTheUnseen() {
        SyntheticDefects blur = always(DefectShape.EDGES, DefectFilling.FOCUS);
        for (long seed = 0; seed < 50; seed++) {
            assertThat(drawn(blur, DrawnPictures.flat(64, 56, 1, .5), seed)
                            .mask()
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    @DisplayName("take 4 pixels or more and at most three quarters of the picture, each")
    void keepToTheirArea() {
        SyntheticDefects edges = always(DefectShape.EDGES, DefectFilling.OTHERS);
        SyntheticDefects cracks = always(DefectShape.CRACKS, DefectFilling.LEVEL);
        double most = 0;
        for (long seed = 0; seed < 400; seed++) {
            long crack = drawn(cracks, GRAY, seed).mask().count();
            assertThat(crack == 0 || crack >= 4).isTrue();
            CountedChecks checks = new CountedChecks();
            Mask edge = edges.draw(DrawnPictures.flat(64, 56, 1, .5), checks, checks, new Draws(seed))
                    .mask();
            most = checks.asked == 1 ? Math.max(most, edge.coverage()) : most; // one alone
        }
        assertThat(most).isBetween(.65, .75);
    }

    @ParameterizedTest(name = "come to an end on pictures of {0} x {1}")
    @CsvSource({"16, 16", "1, 1", "5, 40", "64, 56"})
    void fitSmallPictures(int width, int height) {
        for (int channels : new int[] {1, 3}) {
            Pixels normal = Ground.lively(width, height, channels);
            int some = 0;
            for (long seed = 0; seed < 60; seed++) {
                Defective drawn = drawn(DEFECTS, normal, seed);
                assertThat(drawn.mask().size()).isEqualTo(normal.size());
                some += drawn.mask().isEmpty() ? 0 : 1;
            }
            assertThat(some).isBetween(width == 1 ? 0 : 10, width == 1 ? 0 : 55);
        }
    }

    @Test
    @DisplayName("refuse pictures that are too large, texture that is not as asked for, and a spread of nothing")
    void refuse() {
        Pixels large = Ground.lively(64, 57, 1);
        assertThatThrownBy(() -> drawn(DEFECTS, large, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("defects are drawn for pictures of at most 64 x 56, this one is 64 x 57");
        SyntheticDefects textured = always(DefectShape.RECTANGLES, DefectFilling.ELSEWHERE);
        TextureSource dot = (size, draws) -> DrawnPictures.flat(1, 1, 3, 0);
        assertThatThrownBy(() -> textured.draw(GRAY, dot, dot, new Draws(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("the source gave texture of 1 x 1 in 3 channels instead of \\d+ x \\d+ in 1");
        assertThatThrownBy(() -> new SyntheticDefects(USUAL, 0, SIZE, 1))
                .hasMessage("the spread of pictures must be above 0, was 0.0");
        assertThatThrownBy(() -> DEFECTS.with(USUAL, Double.NaN))
                .hasMessage("the spread of pictures must be above 0, was NaN");
    }
}
