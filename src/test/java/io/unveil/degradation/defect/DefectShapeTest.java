package io.unveil.degradation.defect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.Draws;
import io.unveil.image.Mask;
import io.unveil.image.Rectangle;
import io.unveil.image.Size;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The shape of a defect:")
class DefectShapeTest {
    private static final Size SIZE = new Size(128, 112);
    private static final NoiseFields FIELDS = new NoiseFields(SIZE, new Draws(1));
    private static final int TIMES = 200;

    private static SoftMask drawn(DefectShape shape, Size size, long seed) {
        SoftMask mask = new SoftMask(size);
        shape.outline().draw(mask, FIELDS, Draws.of(seed, 3));
        return mask;
    }

    /** Those of so many that take some area. */
    private static List<Mask> some(DefectShape shape) {
        return LongStream.range(0, TIMES)
                .mapToObj(seed -> Ground.covered(drawn(shape, SIZE, seed)))
                .filter(mask -> mask.count() >= 12)
                .toList();
    }

    private static double quantile(List<Mask> masks, double share, ToDoubleFunction<Mask> measure) {
        double[] sorted = masks.stream().mapToDouble(measure).sorted().toArray();
        return sorted[(int) (share * (sorted.length - 1))];
    }

    @ParameterizedTest(name = "{0} follow the draws, and lie in their box with shares of 0 to 1")
    @EnumSource
    void followsTheDraws(DefectShape shape) {
        for (long seed = 0; seed < 20; seed++) {
            SoftMask one = drawn(shape, SIZE, seed);
            SoftMask same = drawn(shape, SIZE, seed);
            Rectangle box = one.box().orElse(new Rectangle(0, 0, 1, 1));
            assertThat(same.box()).isEqualTo(one.box());
            int wrong = 0;
            for (int y = 0; y < SIZE.height(); y++) {
                for (int x = 0; x < SIZE.width(); x++) {
                    float share = one.at(x, y);
                    boolean inBox = box.touches(new Rectangle(x, y, 1, 1));
                    wrong += share != same.at(x, y) || share < 0 || share > 1 || share > 0 && !inBox ? 1 : 0;
                }
            }
            assertThat(wrong).isZero();
        }
        assertThat(some(shape)).hasSizeGreaterThan(TIMES / 2);
        assertThat(some(shape).stream().mapToLong(Mask::count).distinct().count())
                .isGreaterThan(TIMES / 6);
    }

    @ParameterizedTest(name = "{0} fit pictures of any size, down to one pixel")
    @EnumSource
    void fitsSmallPictures(DefectShape shape) {
        for (Size size : List.of(new Size(16, 16), new Size(1, 1), new Size(3, 90), new Size(28, 2))) {
            for (long seed = 0; seed < 30; seed++) {
                assertThat(drawn(shape, size, seed).area()).isLessThanOrEqualTo((int) size.pixels());
            }
        }
        assertThat(LongStream.range(0, 30)
                        .map(seed -> drawn(shape, new Size(16, 16), seed).area())
                        .filter(area -> area >= 4)
                        .count())
                .isGreaterThan(5);
    }

    /** Width is twice the area by the outline; of the thinnest and the widest tenth but one. */
    @ParameterizedTest(name = "{0} are mostly {1} to {2} pixels wide")
    @CsvSource({"CRACKS, .8, 2.2", "STROKES, 1, 7", "SCARS, 1.5, 14", "RECTANGLES, 2, 40", "BLOBS, 1.5, 40"})
    void areAsWideAsTheyAreCalled(DefectShape shape, double least, double most) {
        assertThat(quantile(some(shape), .1, Ground::width)).isGreaterThan(least);
        assertThat(quantile(some(shape), .9, Ground::width)).isLessThan(most);
    }

    @Test
    @DisplayName("some strokes and most cracks are one pixel wide in places, and no stroke is wider than 20")
    void areThin() {
        assertThat(quantile(some(DefectShape.STROKES), .05, Ground::width)).isLessThan(1.4);
        assertThat(quantile(some(DefectShape.CRACKS), .4, Ground::width)).isLessThan(1.6);
        assertThat(quantile(some(DefectShape.STROKES), 1, Ground::width)).isLessThan(20);
    }

    @Test
    @DisplayName("cracks branch, in about half of all cases; scars as thin hardly ever seem to")
    void cracksBranch() {
        assertThat(branched(DefectShape.CRACKS)).isBetween(.35, .8);
        assertThat(branched(DefectShape.SCARS)).isLessThan(.05);
    }

    private static double branched(DefectShape shape) {
        List<Mask> thin =
                some(shape).stream().filter(mask -> Ground.width(mask) < 2.5).toList();
        assertThat(thin).hasSizeGreaterThan(20);
        return thin.stream().filter(mask -> Ground.arms(mask, 7) > 2).count() / (double) thin.size();
    }

    @Test
    @DisplayName("edges reach the border of the picture, in one stretch; bands mostly in two")
    void edgesReachTheBorder() {
        List<Mask> edges = some(DefectShape.EDGES);
        List<Mask> bands = some(DefectShape.BANDS);
        assertThat(edges.stream()
                        .filter(mask -> Ground.entriesAtBorder(mask) > 0)
                        .count())
                .isGreaterThan(edges.size() * 95L / 100);
        assertThat(quantile(edges, .5, Ground::entriesAtBorder)).isEqualTo(1);
        assertThat(quantile(bands, .5, Ground::entriesAtBorder)).isEqualTo(2);
    }

    @Test
    @DisplayName("rectangles fill their box in half of all cases and are never larger than an eighth of the picture")
    void rectanglesAreRectangles() {
        List<Mask> masks = some(DefectShape.RECTANGLES);
        assertThat(masks.stream().filter(DefectShapeTest::fillsItsBox).count() / (double) masks.size())
                .isBetween(.4, .7);
        assertThat(masks).allMatch(mask -> mask.coverage() < .13);
    }

    private static boolean fillsItsBox(Mask mask) {
        return mask.count() > .97 * mask.bounds().orElseThrow().size().pixels();
    }

    @Test
    @DisplayName("scars are at least twice as long as wide")
    void scarsAreLong() {
        List<Mask> masks = some(DefectShape.SCARS).stream()
                .filter(mask -> Ground.entriesAtBorder(mask) == 0)
                .toList();
        assertThat(quantile(masks, .03, mask -> Ground.axes(mask)[0] / Ground.axes(mask)[1]))
                .isGreaterThan(1.7); // 2, less what pixels take from it
        assertThat(quantile(masks, .8, mask -> Ground.axes(mask)[0] / Ground.axes(mask)[1]))
                .isGreaterThan(4);
    }

    @Test
    @DisplayName("ellipses have an ellipse's area for its axes, where there is only one")
    void ellipsesAreEllipses() {
        assertThat(quantile(
                        some(DefectShape.ELLIPSES),
                        .5,
                        mask -> mask.count() / (4 * Math.PI * Ground.axes(mask)[0] * Ground.axes(mask)[1])))
                .isCloseTo(1, within(.04));
    }

    @Test
    @DisplayName("blobs come singly or in crowds, small or large")
    void blobsVary() {
        List<Mask> masks = some(DefectShape.BLOBS);
        assertThat(quantile(masks, .1, mask -> mask.groups(1).size())).isEqualTo(1);
        assertThat(quantile(masks, .9, mask -> mask.groups(1).size())).isGreaterThan(4);
        assertThat(quantile(masks, .1, Mask::coverage)).isLessThan(.02);
        assertThat(quantile(masks, .9, Mask::coverage)).isGreaterThan(.15);
    }

    @Test
    @DisplayName("occlusions have hard edges; of the other edges half are soft")
    void edgesAreHardOrSoft() {
        for (long seed = 0; seed < 40; seed++) {
            SoftMask mask = drawn(DefectShape.OCCLUSIONS, SIZE, seed);
            int soft = 0;
            for (int i = 0; i < SIZE.pixels(); i++) {
                float share = mask.at(i % SIZE.width(), i / SIZE.width());
                soft += share > 0 && share < 1 ? 1 : 0;
            }
            assertThat(soft).isZero();
        }
        Draws draws = new Draws(1);
        double[] edges = LongStream.range(0, 1000)
                .mapToDouble(i -> DefectOutline.edge(6, draws))
                .sorted()
                .toArray();
        assertThat(edges[400]).isEqualTo(1);
        assertThat(edges[600]).isBetween(1.2, 3.);
        assertThat(edges[999]).isBetween(5.5, 6.);
    }

    @Test
    @DisplayName("a rectangle at a place covers the pixels whose centres lie inside, its edges half")
    void rectangleByHand() {
        SoftMask mask = new SoftMask(new Size(8, 6));
        mask.rectangle(3.5, 3, 3, 2, 0, 1);
        assertThat(mask.area()).isEqualTo(6);
        assertThat(mask.box()).hasValue(Rectangle.between(2, 2, 5, 4));
        SoftMask soft = new SoftMask(new Size(8, 6));
        soft.rectangle(3.5, 3, 3, 2, 0, 4);
        assertThat(soft.at(3, 2)).isEqualTo(.625f); // half a pixel inside of an edge that takes 4
        assertThat(soft.at(3, 1)).isEqualTo(.375f); // half a pixel outside
        SoftMask turned = new SoftMask(new Size(8, 6));
        turned.rectangle(3.5, 3.5, 5, 1, Math.PI / 2, 1);
        assertThat(Ground.covered(turned).bounds()).hasValue(Rectangle.between(3, 1, 4, 6));
    }

    @Test
    @DisplayName("a line covers what is nearer than half its width, which may change along it")
    void lineByHand() {
        SoftMask mask = new SoftMask(new Size(12, 7));
        mask.line(1.5, 3.5, 1.5, 9.5, 3.5, .5);
        assertThat(Ground.covered(mask).bounds()).hasValue(Rectangle.between(0, 2, 10, 5));
        assertThat(mask.at(1, 2)).isEqualTo(1);
        assertThat(mask.at(8, 2)).isEqualTo(.125f); // half the width is .625 there, and the centre 1 off
        assertThat(mask.at(8, 3)).isEqualTo(1);
    }
}
