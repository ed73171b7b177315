package io.unveil.degradation.occlusion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.unveil.degradation.Draws;
import io.unveil.image.Mask;
import io.unveil.image.Size;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An occlusion")
class OcclusionTest {
    private static final Size SIZE = new Size(320, 240);

    /** Fixed once: another machine, Java release or an innocent-looking change must not move a bit. */
    @ParameterizedTest(name = "of {0}, seed 7, is the same on every machine")
    @CsvSource({
        "strokes, f4bed570",
        "text, 316f2883",
        "rectangles, 97800f0f",
        "polygons, eda72c56",
        "hairs, 11e209b0",
        "scratches, 509a8784",
        "pixels, c4c94386",
        "union, ad65cfbd"
    })
    void isTheSameEverywhere(String text, String digest) {
        assertThat(digest(Occlusion.parse(text).draw(SIZE, 7))).isEqualTo(digest);
    }

    @ParameterizedTest(name = "of {0} follows the seed")
    @ValueSource(
            strings = {
                "strokes",
                "text",
                "rectangles",
                "polygons",
                "hairs",
                "scratches",
                "pixels",
                "union",
                "text+hairs"
            })
    void followsTheSeed(String text) {
        Occlusion occlusion = Occlusion.parse(text);
        String first = digest(occlusion.draw(SIZE, 1));
        assertThat(digest(occlusion.draw(SIZE, 1))).isEqualTo(first);
        assertThat(digest(occlusion.draw(SIZE, 2))).isNotEqualTo(first);
    }

    @Test
    @DisplayName("needs no font and no screen: nothing here knows the platform's graphics")
    void needsNoFont() {
        noClasses()
                .that()
                .resideInAPackage("io.unveil.degradation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.awt..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.unveil.degradation"));
    }

    @ParameterizedTest(name = "{0} covers from {1} to {2} of the picture")
    @CsvSource({
        "strokes:0.3, .3, .33",
        "text:0.1, .1, .16", // the last block of lines goes over it
        "rectangles:0.5, .5, .56",
        "polygons:0.02, .02, .12",
        "hairs:0.05, .05, .06",
        "scratches:0.03, .03, .04",
        "pixels:0.5, .49, .51",
        "pixels:0.1-0.2, .09, .21",
        "pixels, .09, .91",
        "strokes:0.9, .9, .93"
    })
    void coversWhatIsAskedFor(String text, double least, double most) {
        for (long seed = 0; seed < 5; seed++) {
            assertThat(share(Occlusion.parse(text).draw(SIZE, seed))).isBetween(least, most);
        }
    }

    @Test
    @DisplayName("of random pixels loses each on its own")
    void scattersPixels() {
        Mask mask = Occlusion.parse("pixels:0.5").draw(SIZE, 1);
        Mask neighbours = Mask.of(SIZE, (x, y) -> x > 0 && mask.at(x, y) && mask.at(x - 1, y));
        assertThat(share(neighbours)).isCloseTo(.25, within(.01));
    }

    /** Opened by a square of n pixels: what is narrower is gone. */
    @ParameterizedTest(name = "of {0} is {1} pixels wide or more in a share of {2} to {3} of the hole")
    @CsvSource({
        "strokes, 5, .8, 1",
        "rectangles, 9, .8, 1",
        "polygons, 7, .8, 1",
        "text, 2, .5, 1",
        "text, 7, 0, .2",
        "hairs, 5, 0, .1",
        "scratches, 5, 0, .1"
    })
    void isAsWideAsItsKind(String text, int side, double least, double most) {
        double kept = 0;
        for (long seed = 0; seed < 4; seed++) {
            Mask mask = Occlusion.parse(text).draw(SIZE, seed);
            kept += opened(mask, side) / mask.count() / 4;
        }
        assertThat(kept).isBetween(least, most);
    }

    @Test
    @DisplayName("grows with large pictures")
    void growsWithThePicture() {
        Mask large = Occlusion.parse("text:0.05").draw(new Size(2000, 1600), 3);
        assertThat(opened(large, 4) / large.count()).isGreaterThan(.5);
    }

    @ParameterizedTest(name = "of {0} fits a picture of {1} x {2} pixels")
    @CsvSource({
        "strokes, 1, 1",
        "text, 1, 40",
        "text, 28, 28",
        "rectangles, 500, 2",
        "polygons, 3, 3",
        "hairs, 8, 8",
        "union, 5, 9"
    })
    void fitsSmallPictures(String text, int width, int height) {
        Mask mask = Occlusion.parse(text).draw(new Size(width, height), 1);
        assertThat(mask.size()).isEqualTo(new Size(width, height));
        assertThat(mask.count()).isPositive();
    }

    @Test
    @DisplayName("of two kinds hides what either hides")
    void unites() {
        Mask both = Occlusion.parse("rectangles:0.2+pixels:0.3").draw(SIZE, 1);
        Draws seeds = new Draws(1);
        Mask rectangles = Occlusion.parse("rectangles:0.2").draw(SIZE, seeds.seed());
        Mask pixels = Occlusion.parse("pixels:0.3").draw(SIZE, seeds.seed());
        assertThat(digest(both)).isEqualTo(digest(Mask.of(SIZE, (x, y) -> rectangles.at(x, y) || pixels.at(x, y))));
    }

    @ParameterizedTest(name = "is read from ''{0}''")
    @CsvSource(
            delimiter = '|',
            value = {
                "strokes             | Shapes[shape=STROKES, coverage=0.1-0.3]",
                "Text: 0.08          | Shapes[shape=TEXT, coverage=0.08]",
                "pixels:0.5          | RandomPixels[coverage=0.5]",
                "pixels : 0.2 - 0.4  | RandomPixels[coverage=0.2-0.4]",
                "union               | TwoShapes[]",
                "hairs + pixels:0.1  | Union[first=Shapes[shape=HAIRS, coverage=0.02-0.08], second=RandomPixels[coverage=0.1]]"
            })
    void isRead(String text, String occlusion) {
        assertThat(Occlusion.parse(text)).hasToString(occlusion);
    }

    @ParameterizedTest(name = "''{0}'' is refused: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "fog           | 'fog' is not a known kind",
                "\"\"            | '' is not a known kind",
                "text+         | '' is not a known kind",
                "union:0.3     | 'union' takes no share of its own",
                "text:much     | 'much' is not a number",
                "text:0.1-0.2-0.3 | '0.1-0.2-0.3' is neither one share nor two",
                "pixels:50     | coverage must be a share from 0.001 to 0.95, or two with the smaller first; was 50.0",
                "pixels:NaN    | 'nan' is not a number",
                "pixels:0      | coverage must be a share from 0.001 to 0.95, or two with the smaller first; was 0.0",
                "strokes:0.3-0.1 | coverage must be a share from 0.001 to 0.95, or two with the smaller first; was 0.3-0.1"
            })
    void isRefused(String text, String reason) {
        assertThatThrownBy(() -> Occlusion.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "holes '%s': %s; allowed: strokes, text, rectangles, polygons, hairs, scratches, bars, glasses or pixels, as KIND, "
                                        .formatted(text, reason)
                                + "KIND:SHARE or KIND:LEAST-MOST (of the picture, 0.001 to 0.95); KIND+KIND for two on one picture; "
                                + "union for two kinds drawn at random");
    }

    private static double share(Mask mask) {
        return (double) mask.count() / mask.size().pixels();
    }

    /** How many pixels of the hole lie in some square of this side that is all hole. */
    private static double opened(Mask mask, int side) {
        boolean[][] kept = new boolean[mask.size().height()][mask.size().width()];
        for (int y = 0; y + side <= kept.length; y++) {
            for (int x = 0; x + side <= kept[0].length; x++) {
                if (allHole(mask, x, y, side)) {
                    for (int j = 0; j < side; j++) {
                        Arrays.fill(kept[y + j], x, x + side, true);
                    }
                }
            }
        }
        return Mask.of(mask.size(), (x, y) -> kept[y][x]).count();
    }

    private static boolean allHole(Mask mask, int left, int top, int side) {
        for (int i = 0; i < side * side; i++) {
            if (!mask.at(left + i % side, top + i / side)) {
                return false;
            }
        }
        return true;
    }

    private static String digest(Mask mask) {
        CRC32 digest = new CRC32();
        for (int y = 0; y < mask.size().height(); y++) {
            for (int x = 0; x < mask.size().width(); x++) {
                digest.update(mask.at(x, y) ? 1 : 0);
            }
        }
        return Long.toHexString(digest.getValue());
    }
}
