package io.unveil.degradation.defect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.DrawnPictures;
import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.image.Size;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The filling of a defect:")
class DefectFillingTest {
    private static final Size SIZE = new Size(80, 64);
    private static final NoiseFields FIELDS = new NoiseFields(SIZE, new Draws(1));
    private static final double SPREAD = Ground.SPREAD;
    private static final int TIMES = 400;
    private static final TextureSource FORBIDDEN = (size, draws) -> {
        throw new AssertionError("no texture of this source is wanted");
    };

    /** A rectangle of 30 x 20 pixels at (25, 20), all covered. */
    private static DefectSite site(Pixels picture, TextureSource own, TextureSource others) {
        SoftMask mask = new SoftMask(SIZE);
        mask.rectangle(40, 30, 30, 20, 0, 1);
        Rectangle box = mask.box().orElseThrow();
        return new DefectSite(picture, mask, box, SPREAD, FIELDS, own, others);
    }

    private static DefectSite site(Pixels picture) {
        return site(picture, FORBIDDEN, FORBIDDEN);
    }

    private static Pixels drawn(DefectFilling filling, DefectSite site, int seed) {
        return filling.filling().draw(site, Draws.of(seed, 7));
    }

    private static double share(DefectFilling filling, DefectSite site, Predicate<Pixels> such) {
        return IntStream.range(0, TIMES)
                        .filter(seed -> such.test(drawn(filling, site, seed)))
                        .count()
                / (double) TIMES;
    }

    private static Set<Float> levels(Pixels pixels) {
        Set<Float> levels = new TreeSet<>();
        for (float value : pixels.values()) {
            levels.add(value);
        }
        return levels;
    }

    /** Mean square difference of neighbours along rows. */
    private static double roughness(Pixels pixels) {
        double sum = 0;
        for (int i = pixels.channels(); i < pixels.values().length; i++) {
            double off = pixels.values()[i] - pixels.values()[i - pixels.channels()];
            sum += off * off;
        }
        return sum / pixels.values().length;
    }

    @ParameterizedTest(name = "{0} fill only the box, in as many channels, and follow the draws")
    @EnumSource
    void followsTheDraws(DefectFilling filling) {
        for (int channels : new int[] {1, 3}) {
            Pixels ground = Ground.lively(80, 64, channels);
            DefectSite site = site(ground, Ground.pieces(ground), Ground.pieces(ground));
            Pixels one = drawn(filling, site, 1);
            assertThat(one.size()).isEqualTo(new Size(30, 20));
            assertThat(one.channels()).isEqualTo(channels);
            assertThat(drawn(filling, site, 1).values()).isEqualTo(one.values());
            assertThat(drawn(filling, site, 2).values()).isNotEqualTo(one.values());
            for (float value : one.values()) {
                assertThat(value).isFinite();
            }
        }
    }

    @ParameterizedTest(
            name =
                    "{0}: what is cut and pasted keeps its histogram, but for level and contrast; a quarter keeps those too")
    @EnumSource(names = {"OTHERS", "ELSEWHERE"})
    void keepsTheHistogram(DefectFilling filling) {
        TextureSource twoLevels = Ground.twoLevels(.3, .7, 1);
        Pixels ground = Ground.lively(80, 64, 1);
        DefectSite site = filling == DefectFilling.OTHERS
                ? site(ground, FORBIDDEN, twoLevels) // each asks its own source and never the other
                : site(ground, twoLevels, FORBIDDEN);
        assertThat(share(filling, site, piece -> levels(piece).size() == 2)).isEqualTo(1);
        assertThat(share(filling, site, piece -> levels(piece).equals(Set.of(.3f, .7f))))
                .isCloseTo(.25, within(.06));
        assertThat(share(filling, site, piece -> contrast(piece) > .4 * .699 && contrast(piece) < .4 * 1.501))
                .isEqualTo(1);
    }

    private static double contrast(Pixels pixels) {
        TreeSet<Float> levels = new TreeSet<>(levels(pixels));
        return (double) levels.last() - levels.first();
    }

    @Test
    @DisplayName("three in four pieces of texture come to about the level that they replace, a quarter exactly")
    void textureIsBroughtToItsLevel() {
        DefectSite site = site(DrawnPictures.flat(80, 64, 1, .2), FORBIDDEN, Ground.twoLevels(.7, .9, 1));
        assertThat(share(DefectFilling.OTHERS, site, piece -> Math.abs(DrawnPictures.mean(piece) - .2) < 1e-5))
                .isCloseTo(.25, within(.06));
        assertThat(share(DefectFilling.OTHERS, site, piece -> Math.abs(DrawnPictures.mean(piece) - .2) < 2 * SPREAD))
                .isCloseTo(.75, within(.06));
    }

    @Test
    @DisplayName("a level is one, .3 to 3.5 spreads off, mostly darker; half of them carry noise")
    void levelIsLevel() {
        DefectSite site = site(DrawnPictures.flat(80, 64, 1, .5));
        assertThat(share(DefectFilling.LEVEL, site, filled -> levels(filled).size() == 1))
                .isCloseTo(.5, within(.07));
        assertThat(share(DefectFilling.LEVEL, site, filled -> DrawnPictures.mean(filled) < .5))
                .isCloseTo(.6, within(.07));
        assertThat(share(DefectFilling.LEVEL, site, filled -> {
                    double off = Math.abs(DrawnPictures.mean(filled) - .5) / SPREAD;
                    return off > .25 && off < 3.55 && DrawnPictures.deviation(filled) < .55 * SPREAD;
                }))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("half of the levels in colour change only brightness, the others the colour")
    void levelsAreTinted() {
        DefectSite site = site(DrawnPictures.flat(80, 64, 3, .5));
        assertThat(share(DefectFilling.LEVEL, site, filled -> {
                    double[] means = site.levels(filled);
                    return Math.abs(means[0] - means[1]) + Math.abs(means[1] - means[2]) < .05;
                }))
                .isCloseTo(.55, within(.1)); // a faint colour passes for none
    }

    @Test
    @DisplayName(
            "shading changes brightness evenly in three of five, else by a smooth field, and contrast in three of five")
    void shadingShades() {
        Pixels flat = DrawnPictures.flat(80, 64, 1, .5);
        assertThat(share(
                        DefectFilling.SHADING,
                        site(flat),
                        filled -> levels(filled).size() == 1))
                .isCloseTo(.6, within(.07));
        assertThat(share(DefectFilling.SHADING, site(flat), filled -> {
                    double off = Math.abs(DrawnPictures.mean(filled) - .5) / SPREAD;
                    return levels(filled).size() > 1 || off > .249 && off < 2.501;
                }))
                .isEqualTo(1);
        Pixels twoLevels = Ground.twoLevels(.4, .6, 1).piece(SIZE, new Draws(1));
        assertThat(share(
                        DefectFilling.SHADING,
                        site(twoLevels),
                        filled -> levels(filled).size() == 2 && Math.abs(contrast(filled) - .2) < 1e-5))
                .isCloseTo(.24, within(.06)); // even, and with the contrast left
    }

    @Test
    @DisplayName("patterns are noise fields or waves, some of them checks of two levels, of .3 to 2 spreads")
    void patternsAreDrawn() {
        DefectSite site = site(DrawnPictures.flat(80, 64, 1, .5));
        assertThat(share(DefectFilling.PATTERN, site, filled -> levels(filled).size() == 2))
                .isCloseTo(.15, within(.05));
        assertThat(share(DefectFilling.PATTERN, site, filled -> {
                    double swing = contrast(filled) / 2 / SPREAD;
                    return levels(filled).size() != 2 || swing > .299 && swing < 2.001;
                }))
                .isEqualTo(1);
        assertThat(share(DefectFilling.PATTERN, site, filled -> DrawnPictures.deviation(filled) > .1 * SPREAD))
                .isGreaterThan(.9);
    }

    @Test
    @DisplayName("focus blurs three in five and sharpens the others, the level staying where it was")
    void focusBlursOrSharpens() {
        DefectSite site = site(Ground.lively(80, 64, 3));
        double before = roughness(site.before());
        assertThat(share(DefectFilling.FOCUS, site, filled -> roughness(filled) < .5 * before))
                .isCloseTo(.6, within(.07));
        assertThat(share(DefectFilling.FOCUS, site, filled -> roughness(filled) > 1.3 * before))
                .isCloseTo(.4, within(.07));
        double level = DrawnPictures.mean(site.before());
        assertThat(share(DefectFilling.FOCUS, site, filled -> Math.abs(DrawnPictures.mean(filled) - level) < .05))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("a blur is the mean of means over windows, of what of them lies in the picture")
    void blursByHand() {
        float[] values = new float[80 * 64];
        values[30 * 80 + 40] = 81; // one bright pixel spreads over windows of 3 x 3, twice: 1 2 3 2 1 along and down
        Pixels dot = new Pixels(80, 64, 1, values);
        long smallest = IntStream.range(0, TIMES)
                .mapToObj(seed -> drawn(DefectFilling.FOCUS, site(dot), seed).values())
                .filter(filled -> Math.abs(filled[10 * 30 + 15] - 9) < 1e-4)
                .peek(filled -> {
                    assertThat(filled[10 * 30 + 16]).isCloseTo(6, within(1e-4f));
                    assertThat(filled[12 * 30 + 17]).isCloseTo(1, within(1e-4f));
                    assertThat(filled[10 * 30 + 18]).isCloseTo(0, within(1e-4f));
                })
                .count();
        assertThat(smallest).isGreaterThan(TIMES / 10);
    }

    @Test
    @DisplayName("noise leaves the mean and has a deviation of .2 to 1.5 spreads")
    void noiseIsNoise() {
        DefectSite site = site(DrawnPictures.flat(80, 64, 3, .5));
        assertThat(share(DefectFilling.NOISE, site, filled -> {
                    double sigma = DrawnPictures.deviation(filled) / SPREAD;
                    return sigma > .19 && sigma < 1.6 && Math.abs(DrawnPictures.mean(filled) - .5) < .03;
                }))
                .isEqualTo(1);
    }
}
