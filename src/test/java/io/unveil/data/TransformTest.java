package io.unveil.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.Draws;
import io.unveil.image.Size;
import io.unveil.recipe.BadRecipe;
import io.unveil.recipe.Faults;
import io.unveil.recipe.Fields;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Transforms")
class TransformTest {
    /** A gray picture of so many columns. */
    private static Example gray(int width, int... levels) {
        byte[] samples = new byte[levels.length];
        for (int i = 0; i < levels.length; i++) {
            samples[i] = (byte) levels[i];
        }
        return new Example("worked", new Size(width, levels.length / width), 1, samples, new Label.OfClass(3));
    }

    private static List<Integer> levels(Example picture) {
        return IntStream.range(0, picture.samples().length)
                .mapToObj(i -> picture.samples()[i] & 255)
                .toList();
    }

    private static Transforms read(String yaml) {
        Faults faults = new Faults();
        Transforms transforms = Transforms.read(Fields.parse("r.yaml", yaml, faults), "transforms");
        faults.throwIfAny("r.yaml");
        return transforms;
    }

    /** How often each picture comes out of many draws. */
    private static Map<List<Integer>, Integer> outcomes(Transforms transforms, Example in, int draws) {
        Map<List<Integer>, Integer> seen = new HashMap<>();
        for (int i = 0; i < draws; i++) {
            seen.merge(levels(transforms.inTraining(in, Draws.of(1, i))), 1, Integer::sum);
        }
        return seen;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "reflect, '2 1 2, 1 2 3, 2 3 2'", // 3 2 [1 2 3] 2 1
        "edge,    '1 1 2, 1 2 3, 2 3 3'",
        "black,   '0 1 2, 1 2 3, 2 3 0'"
    })
    @DisplayName("shift by up to so many whole pixels; the fill says what comes in")
    void shift(String fill, String expected) {
        Transforms shift = read("transforms: [shift: {pixels: 1, fill: %s}]".formatted(fill));
        Set<String> rows = new HashSet<>();
        for (List<Integer> row : outcomes(shift, gray(3, 1, 2, 3), 50).keySet()) {
            rows.add("%d %d %d".formatted(row.toArray()));
        }
        assertThat(rows).containsExactlyInAnyOrder(expected.split(", "));
    }

    @Test
    @DisplayName("shift down and across, each on its own")
    void shiftBothWays() {
        Transforms shift = read("transforms: [shift: {pixels: 1, fill: black}]");
        Map<List<Integer>, Integer> seen = outcomes(shift, gray(3, 0, 0, 0, 0, 9, 0, 0, 0, 0), 900);
        assertThat(seen)
                .hasSize(9)
                .allSatisfy((picture, times) -> assertThat(times).isBetween(55, 150));
    }

    @Test
    @DisplayName("reflect across more than one picture's width, and a line of one pixel into itself")
    void reflectFar() {
        assertThat(IntStream.rangeClosed(-6, 6).map(i -> BorderMode.REFLECT.inside(i, 3)))
                .containsExactly(2, 1, 0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2);
        assertThat(BorderMode.REFLECT.inside(-7, 1)).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"horizontal, '2 1 4 3'", "vertical, '3 4 1 2'"})
    @DisplayName("flip every other picture if nothing else is said")
    void flip(String along, String flipped) {
        Map<List<Integer>, Integer> seen =
                outcomes(read("transforms: [flip: {along: %s}]".formatted(along)), gray(2, 1, 2, 3, 4), 400);
        assertThat(seen).hasSize(2);
        List<Integer> expected =
                List.of(flipped.split(" ")).stream().map(Integer::valueOf).toList();
        assertThat(seen.get(expected)).isBetween(150, 250); // five standard deviations
    }

    @Test
    @DisplayName("flip always or never if the chance says so")
    void flipByChance() {
        Example in = gray(2, 1, 2);
        assertThat(outcomes(read("transforms: [flip: {along: horizontal, chance: 1}]"), in, 20))
                .containsOnlyKeys(List.of(2, 1));
        assertThat(outcomes(read("transforms: [flip: {along: horizontal, chance: 0}]"), in, 20))
                .containsOnlyKeys(List.of(1, 2));
    }

    @Test
    @DisplayName("rotate counter-clockwise about the middle: by 90 degrees the right column becomes the upper row")
    void rotateByARightAngle() {
        Example in = gray(3, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(levels(new Rotate(180, BorderMode.BLACK).turned(in, 90))).containsExactly(3, 6, 9, 2, 5, 8, 1, 4, 7);
        assertThat(levels(new Rotate(180, BorderMode.BLACK).turned(in, 0))).isEqualTo(levels(in));
    }

    @Test
    @DisplayName("rotate with levels bilinear between four pixels")
    void rotateBilinearly() {
        Example in = gray(3, 0, 0, 0, 0, 100, 200, 0, 0, 0);
        // by 45 degrees (x, y) = (1, 0) comes from (.707, .707): (1 - .707) of (100 + .707 (200 - 100)) = 50.0
        assertThat(new Rotate(45, BorderMode.BLACK).turned(in, 45).level(2, 1, 0))
                .isEqualTo(50);
        assertThat(new Rotate(45, BorderMode.BLACK).turned(in, 45).level(2, 0, 0))
                .as("from (1.414, 0): 1 - .414 of 200")
                .isEqualTo(117);
        assertThat(new Rotate(45, BorderMode.EDGE).turned(in, 45).level(2, 0, 0))
                .isEqualTo(200);
    }

    @Test
    @DisplayName("rotate by angles to both sides, none beyond the one given")
    void rotateToBothSides() {
        byte[] line = new byte[101];
        Example in = new Example("line", new Size(101, 1), 1, line, Label.NONE);
        byte[] point = new byte[101 * 101];
        point[50 * 101 + 100] = (byte) 255;
        Example east = new Example("point", new Size(101, 101), 1, point, Label.NONE);
        Transforms rotate = read("transforms: [rotate: {degrees: 20, fill: black}]");
        double most = 0;
        double least = 0;
        for (int i = 0; i < 60; i++) {
            Example turned = rotate.inTraining(east, Draws.of(2, i));
            int at = IntStream.range(0, point.length)
                    .reduce((a, b) -> (turned.samples()[a] & 255) >= (turned.samples()[b] & 255) ? a : b)
                    .orElseThrow();
            double angle = Math.toDegrees(Math.atan2(50 - at / 101, at % 101 - 50));
            assertThat(angle).isCloseTo(0, within(20.6)); // a pixel is half a degree
            most = Math.max(most, angle);
            least = Math.min(least, angle);
        }
        assertThat(most).isGreaterThan(14);
        assertThat(least).isLessThan(-14);
        assertThat(rotate.inTraining(in, Draws.of(1)).size()).isEqualTo(in.size());
    }

    @Test
    @DisplayName("resize to a smaller size by the mean over the area that a pixel covers")
    void resizeByArea() {
        Example in = gray(4, 10, 20, 30, 40, 50, 60, 70, 80);
        assertThat(levels(new Resize(new Size(2, 1)).apply(in))).containsExactly(35, 55);
        assertThat(levels(new Resize(new Size(3, 1)).apply(gray(4, 40, 80, 120, 160))))
                .containsExactly(
                        50, 100, 150); // (40 + 80/3) / (4/3); (2/3 80 + 2/3 120) / (4/3); (120/3 + 160) / (4/3)
    }

    @Test
    @DisplayName("resize to a larger size linearly between the centres")
    void resizeLinearly() {
        assertThat(levels(new Resize(new Size(4, 1)).apply(gray(2, 0, 100)))).containsExactly(0, 25, 75, 100);
        assertThat(levels(new Resize(new Size(2, 3)).apply(gray(1, 7)))).containsExactly(7, 7, 7, 7, 7, 7);
        assertThat(levels(new Resize(new Size(1, 4)).apply(gray(2, 0, 100, 40, 60))))
                .as("one axis shrinks, the other grows")
                .containsExactly(50, 50, 50, 50);
    }

    @Test
    @DisplayName("turn colour to gray by Rec. 601, and leave gray unchanged")
    void gray() {
        byte[] samples = {(byte) 255, 0, 0, 0, (byte) 255, 0, 0, 0, (byte) 255};
        Example colour = new Example("colour", new Size(3, 1), 3, samples, Label.NONE);
        assertThat(levels(new Gray().apply(colour))).containsExactly(76, 150, 29);
        assertThat(new Gray().apply(colour).channels()).isEqualTo(1);
        assertThat(levels(new Gray().apply(gray(2, 4, 5)))).containsExactly(4, 5);
        assertThat(read("transforms: [gray]").channels(3)).isEqualTo(1);
    }

    @Test
    @DisplayName("crop at random: every place as likely as the others, the last included; in measuring the middle")
    void crop() {
        Transforms crop = read("transforms: [crop: {height: 1, width: 2}]");
        Example in = gray(4, 1, 2, 3, 4);
        assertThat(outcomes(crop, in, 300))
                .containsOnlyKeys(List.of(1, 2), List.of(2, 3), List.of(3, 4))
                .allSatisfy((picture, times) -> assertThat(times).isBetween(60, 140));
        assertThat(levels(crop.inMeasuring(in))).containsExactly(2, 3);
        Transforms middle = read("transforms: [crop: {height: 1, width: 2, at: middle}]");
        assertThat(outcomes(middle, in, 20)).containsOnlyKeys(List.of(2, 3));
        assertThat(crop.size(new Size(9, 9))).isEqualTo(new Size(2, 1));
    }

    @Test
    @DisplayName("turn and mirror a square in all eight ways, equally often")
    void symmetries() {
        assertThat(outcomes(read("transforms: [symmetries]"), gray(2, 1, 2, 3, 4), 800))
                .containsOnlyKeys(
                        List.of(1, 2, 3, 4),
                        List.of(2, 1, 4, 3),
                        List.of(3, 4, 1, 2),
                        List.of(4, 3, 2, 1),
                        List.of(1, 3, 2, 4),
                        List.of(3, 1, 4, 2),
                        List.of(2, 4, 1, 3),
                        List.of(4, 2, 3, 1))
                .allSatisfy((picture, times) -> assertThat(times).isBetween(55, 150));
    }

    @Test
    @DisplayName("are applied in the order in which they are written")
    void order() {
        Example in = gray(4, 0, 100, 200, 40);
        assertThat(levels(read("transforms: [crop: {height: 1, width: 2, at: middle}, resize: {height: 1, width: 1}]")
                        .inMeasuring(in)))
                .containsExactly(150);
        assertThatThrownBy(() -> read("transforms: [resize: {height: 1, width: 1}, crop: {height: 1, width: 2}]")
                        .size(in.size()))
                .isInstanceOf(UnusableData.class)
                .hasMessage("a crop of 2 x 1 does not fit into 1 x 1");
    }

    @Test
    @DisplayName("that are random are left out in measuring; name and label stay in both")
    void fixedOnes() {
        Transforms all = read("""
                transforms:
                  - shift: {pixels: 3}
                  - flip: {along: vertical, chance: 1}
                  - rotate: {degrees: 90}
                  - resize: {height: 4, width: 4}
                  - symmetries
                """);
        Example in = gray(2, 10, 20, 30, 40);
        assertThat(all.inMeasuring(in).samples())
                .isEqualTo(new Resize(new Size(4, 4)).apply(in).samples());
        assertThat(all.inMeasuring(in).label()).isEqualTo(new Label.OfClass(3));
        assertThat(all.inTraining(in, new Draws(1)).label()).isEqualTo(new Label.OfClass(3));
        assertThat(all.inTraining(in, new Draws(1)).name()).isEqualTo("worked");
        assertThat(Transforms.read(Fields.parse("r.yaml", "seed: 1", new Faults()), "transforms")
                        .steps())
                .isEmpty();
    }

    @Test
    @DisplayName("say what a picture must at least measure: the first crop, unless pictures are resized before")
    void smallest() {
        assertThat(
                        read("transforms: [flip: {along: vertical}, crop: {height: 8, width: 9}, crop: {height: 2, width: 2}]")
                                .smallest())
                .isEqualTo(new Size(9, 8));
        assertThat(read("transforms: [resize: {height: 20, width: 20}, crop: {height: 8, width: 9}]")
                        .smallest())
                .isEqualTo(new Size(1, 1));
        assertThat(Transforms.NONE.smallest()).isEqualTo(new Size(1, 1));
    }

    @Test
    @DisplayName("of squares refuse what is none")
    void symmetriesOfSquares() {
        assertThatThrownBy(() -> read("transforms: [symmetries]").size(new Size(92, 112)))
                .isInstanceOf(UnusableData.class)
                .hasMessage("symmetries need squares, not 92 x 112: crop before, or use flip");
    }

    @Test
    @DisplayName("that are wrong are refused all at once, each with its line")
    void faults() {
        assertThatThrownBy(() -> read("""
                transforms:
                  - shift: {pixels: -2, fill: pink}
                  - blur
                  - crop: {height: 8}
                  - rotate: {degrees: 5, clockwise: true}
                  - flip
                """))
                .isInstanceOf(BadRecipe.class)
                .hasMessage(
                        "r.yaml: line 2, transforms[0].shift.pixels must be a whole number from 1 to 8192, was '-2'; "
                                + "line 2, transforms[0].shift.fill must be one of reflect, edge, black, was 'pink'; "
                                + "line 3, transforms[1] must be one of crop, symmetries, resize, gray, shift, flip, rotate, exposure, was 'blur'; "
                                + "line 4, transforms[2].crop.width is missing; "
                                + "line 5, transforms[3].rotate.clockwise is unknown; known are degrees, fill; "
                                + "line 6, transforms[4].flip.along is missing");
    }
}
