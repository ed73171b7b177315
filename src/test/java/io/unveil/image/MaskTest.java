package io.unveil.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where holes are: what tells of them, how they grow, and where they lie. */
class MaskTest {
    private static final Size SIZE = new Size(37, 29);

    private static Mask random(double share, long seed) {
        Random random = new Random(seed);
        return Mask.of(SIZE, (x, y) -> random.nextDouble() < share);
    }

    /** Rows of a drawing, # for the hole. */
    private static Mask drawn(String... rows) {
        return Mask.of(new Size(rows[0].length(), rows.length), (x, y) -> rows[y].charAt(x) == '#');
    }

    private static String[] rows(Mask mask) {
        String[] rows = new String[mask.size().height()];
        for (int y = 0; y < rows.length; y++) {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < mask.size().width(); x++) {
                row.append(mask.at(x, y) ? '#' : '.');
            }
            rows[y] = row.toString();
        }
        return rows;
    }

    private static Picture gray(BitDepth depth, int... levels) {
        float[] values = new float[levels.length];
        for (int i = 0; i < levels.length; i++) {
            values[i] = (float) levels[i] / depth.white();
        }
        return Picture.of(new Pixels(levels.length, 1, 1, values), depth, Format.PNG);
    }

    /** Distance from a pixel to the nearest that is, or is not, of the hole; infinite where there is none. */
    private static double distance(Mask mask, int x, int y, boolean hole) {
        double least = Double.POSITIVE_INFINITY;
        for (int v = 0; v < mask.size().height(); v++) {
            for (int u = 0; u < mask.size().width(); u++) {
                if (mask.at(u, v) == hole) {
                    least = Math.min(least, Math.hypot(u - x, v - y));
                }
            }
        }
        return least;
    }

    @Test
    void aLevelAbove127Of255IsTheHoleAtEitherDepth() {
        assertThat(rows(Mask.ofBright(gray(BitDepth.EIGHT, 0, 127, 128, 255)))).containsExactly("..##");
        assertThat(rows(Mask.ofBright(gray(BitDepth.SIXTEEN, 0, 32767, 32768, 65535))))
                .containsExactly("..##");
    }

    @Test
    void coloursCountByTheirLuma() {
        float[] redGreenBlueYellow = {1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 0};
        Picture picture = Picture.of(new Pixels(4, 1, 3, redGreenBlueYellow), BitDepth.EIGHT, Format.PNG);
        assertThat(rows(Mask.ofBright(picture))).containsExactly(".#.#"); // .299, .587, .114, .886
    }

    @ParameterizedTest
    @CsvSource({"EIGHT, 127, 128", "SIXTEEN, 32767, 32768"})
    void anAlphaUpTo127Of255IsTheHoleAndInADrawnMaskItIsNone(BitDepth depth, int clear, int opaque) {
        Picture white = gray(depth, depth.white(), depth.white());
        Picture layer = new Picture(
                white.size(),
                1,
                depth,
                white.samples(),
                Optional.of(new short[] {(short) clear, (short) opaque}),
                Origin.of(Format.PNG));
        assertThat(rows(Mask.ofTransparent(layer))).containsExactly("#.");
        assertThat(rows(Mask.ofBright(layer))).containsExactly(".#");
        assertThat(Mask.ofTransparent(white).isEmpty()).isTrue();
    }

    @ParameterizedTest(name = "by {0}")
    @ValueSource(ints = {1, 2, 3, 5, 8, 13})
    void aHoleGrowsByExactDiscs(int radius) {
        for (long seed = 0; seed < 4; seed++) {
            Mask mask = random(.02, seed);
            Mask grown = mask.grown(radius);
            for (int y = 0; y < SIZE.height(); y++) {
                for (int x = 0; x < SIZE.width(); x++) {
                    assertThat(grown.at(x, y)).isEqualTo(distance(mask, x, y, true) <= radius);
                }
            }
        }
    }

    @Test
    void growingByNothingChangesNothingAndAnEmptyHoleStaysEmpty() {
        Mask mask = random(.1, 1);
        assertThat(rows(mask.grown(0))).isEqualTo(rows(mask));
        assertThat(random(0, 1).grown(500).isEmpty()).isTrue();
        assertThat(mask.grown(500).isFull()).isTrue();
    }

    @Test
    void theCoreOfAHoleIsWhatLiesFarFromAllThatIsKnownAndBordersAreNotKnown() {
        Mask mask = random(.93, 5);
        Mask core = mask.core(2);
        assertThat(core.isEmpty()).isFalse();
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                assertThat(core.at(x, y)).isEqualTo(distance(mask, x, y, false) > 2);
            }
        }
    }

    @Test
    void aSoftEdgeRisesWithTheExactDistanceAndAHardOneIsAllOrNothing() {
        Mask mask = random(.95, 6);
        Rectangle part = Rectangle.between(3, 5, 30, 21);
        float[] soft = mask.weights(part, 3).values();
        float[] hard = mask.weights(part, 0).values();
        for (int i = 0; i < soft.length; i++) {
            double distance = distance(mask, part.x() + i % part.width(), part.y() + i / part.width(), false);
            assertThat((double) soft[i]).isCloseTo(Math.min(1, distance / 4), within(1e-6));
            assertThat(hard[i]).isEqualTo(distance > 0 ? 1 : 0);
        }
    }

    @Test
    void aRectangleHoldsThePixelsWhoseCentresLieInside() {
        Size size = new Size(6, 4);
        assertThat(rows(Mask.of(size, List.of(Polygon.rectangle(1, 1, 3, 2)))))
                .containsExactly("......", ".###..", ".###..", "......");
        assertThat(rows(Mask.of(size, List.of(Polygon.rectangle(0.5, 0.6, 1, 1)))))
                .containsExactly("......", "#.....", "......", "......");
        assertThat(rows(Mask.of(size, List.of(Polygon.rectangle(-9, 2, 100, 100)))))
                .containsExactly("......", "......", "######", "######");
    }

    @Test
    void polygonsThatShareASideShareNoPixelAndLeaveNoneOut() {
        Size size = new Size(20, 20);
        Polygon.Point corner = new Polygon.Point(0, 0);
        Polygon.Point other = new Polygon.Point(20, 20);
        Mask upper = Mask.of(size, List.of(new Polygon(List.of(corner, new Polygon.Point(20, 0), other))));
        Mask lower = Mask.of(size, List.of(new Polygon(List.of(corner, other, new Polygon.Point(0, 20)))));
        assertThat(upper.union(lower).isFull()).isTrue();
        assertThat(upper.count() + lower.count()).isEqualTo(400);
        assertThat(upper.at(15, 3)).isTrue();
        assertThat(lower.at(3, 15)).isTrue();
    }

    @Test
    void aRegionThatHoldsNoPixelIsNamed() {
        List<Polygon> regions = List.of(Polygon.rectangle(0, 0, 2, 2), Polygon.rectangle(50, 0, 9, 9));
        assertThatThrownBy(() -> Mask.of(SIZE, regions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("region 2 holds no pixel of the picture, which is 37 x 29");
    }

    @Test
    void holesAreCountedInvertedJoinedAndTakenApart() {
        Mask left = drawn("##..", "#...");
        Mask right = drawn(".##.", "....");
        assertThat(rows(left.union(right))).containsExactly("###.", "#...");
        assertThat(rows(left.without(right))).containsExactly("#...", "#...");
        assertThat(rows(left.inverted())).containsExactly("..##", ".###");
        assertThat(left.count()).isEqualTo(3);
        assertThat(left.coverage()).isEqualTo(.375);
        assertThatThrownBy(() -> left.union(drawn("#")))
                .hasMessage("masks of 4 x 2 and 1 x 1 have no pixels in common");
    }

    @Test
    void partsBoundsAndTouchAgreeWithTheDrawing() {
        Mask mask = drawn("......", "..##..", "..#...", "......");
        assertThat(mask.bounds()).hasValue(Rectangle.between(2, 1, 4, 3));
        assertThat(rows(mask.part(Rectangle.between(3, 1, 6, 3)))).containsExactly("#..", "...");
        assertThat(mask.touches(Rectangle.between(0, 0, 2, 4))).isFalse();
        assertThat(mask.touches(Rectangle.between(0, 2, 3, 3))).isTrue();
        assertThat(drawn("...").bounds()).isEmpty();
    }

    @Test
    void groupsHoldEveryHoleAndLieApart() {
        Size size = new Size(900, 700);
        for (long seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            Mask mask = Mask.of(size, List.of(spot(random, 40), spot(random, 9), spot(random, 200), spot(random, 3)));
            List<Rectangle> groups = mask.groups(64);
            long held =
                    groups.stream().mapToLong(group -> mask.part(group).count()).sum();
            assertThat(held).as("each pixel in one group").isEqualTo(mask.count());
            for (Rectangle one : groups) {
                assertThat(mask.part(one).bounds()).as("drawn tight").hasValue(Rectangle.of(one.size()));
                assertThat(groups.stream().filter(other -> other.grown(64, size).touches(one)))
                        .containsExactly(one);
            }
        }
    }

    private static Polygon spot(Random random, int side) {
        return Polygon.rectangle(random.nextInt(900 - side), random.nextInt(700 - side), side, side);
    }

    @Test
    void farHolesAreGroupsOfTheirOwnAndOneThatWindsAroundAnotherTakesItIn() {
        Size size = new Size(1000, 1000);
        Polygon far = Polygon.rectangle(900, 900, 10, 10);
        Polygon spot = Polygon.rectangle(300, 300, 10, 10);
        Polygon across = Polygon.rectangle(0, 0, 600, 5);
        Polygon down = Polygon.rectangle(0, 0, 5, 600);
        assertThat(Mask.of(size, List.of(far, spot)).groups(100))
                .containsExactlyInAnyOrder(
                        Rectangle.between(900, 900, 910, 910), Rectangle.between(300, 300, 310, 310));
        assertThat(Mask.of(size, List.of(far, spot, across, down)).groups(100))
                .containsExactlyInAnyOrder(Rectangle.between(900, 900, 910, 910), Rectangle.between(0, 0, 600, 600));
    }

    /** Marking it took twenty seconds and all memory. */
    @Test
    void aPolygonThatGoesUpAndDownATallPictureWithoutEndIsRefused() {
        List<Polygon.Point> corners = new ArrayList<>();
        for (int i = 0; i < 9_999; i++) {
            corners.add(new Polygon.Point(i % 100, i % 2 * 30_000));
        }

        assertThatThrownBy(() -> Mask.of(new Size(100, 30_000), List.of(new Polygon(corners))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the sides of the regions cross the picture's 30000 rows 299940000 times, allowed are"
                        + " 20000000; send a mask instead");
    }

    @Test
    void aPolygonWithManyCornersIsMarkedByTheEvenOddRule() {
        List<Polygon.Point> comb = new ArrayList<>();
        for (int tooth = 0; tooth < 1_000; tooth++) { // every second column, from the top to the middle
            comb.add(new Polygon.Point(2 * tooth, 100));
            comb.add(new Polygon.Point(2 * tooth, 0));
            comb.add(new Polygon.Point(2 * tooth + 1, 0));
            comb.add(new Polygon.Point(2 * tooth + 1, 100));
        }
        Mask mask = Mask.of(new Size(2_000, 200), List.of(new Polygon(comb)));

        assertThat(mask.count()).isEqualTo(100_000);
        assertThat(mask.at(0, 0)).isTrue();
        assertThat(mask.at(1, 0)).isFalse();
        assertThat(mask.at(1_998, 99)).isTrue();
        assertThat(mask.at(1_998, 100)).isFalse();
    }
}
