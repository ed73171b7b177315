package io.unveil.pipeline.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.filling.Fill;
import io.unveil.filling.HarmonicFill;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Mask;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Polygon;
import io.unveil.image.Rectangle;
import io.unveil.image.Size;
import io.unveil.inference.Deadline;
import io.unveil.inference.Device;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Models;
import io.unveil.inference.TestModels;
import io.unveil.model.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of a picture is looked at to fill its holes. */
class HolesTest {
    private static final Deadline NONE = Deadline.none();

    private static Picture slope(int width, int height) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = .1f + .8f * (i % width) / width;
        }
        return Picture.of(new Pixels(width, height, 1, values), BitDepth.SIXTEEN, Format.PNG);
    }

    private static Mask rectangles(Size size, Polygon... rectangles) {
        return Mask.of(size, List.of(rectangles));
    }

    private static void fill(Fill fill, Picture picture, Mask hole, Holes.Painter painter) {
        Holes holes = new Holes(fill, 128, NONE);
        holes.fill(picture, hole, holes.groups(hole), painter);
    }

    @Test
    void holesFarApartAreFilledByThemselvesAndNothingBetweenThemIsRead() {
        Picture picture = slope(3000, 1000);
        Mask hole =
                rectangles(picture.size(), Polygon.rectangle(100, 100, 20, 30), Polygon.rectangle(2900, 900, 50, 40));
        List<Size> read = new ArrayList<>();
        List<Rectangle> painted = new ArrayList<>();
        fill(
                (pixels, mask) -> {
                    read.add(pixels.size());
                    return new HarmonicFill().fill(pixels, mask);
                },
                picture,
                hole,
                (place, filled) -> painted.add(place));
        assertThat(read).containsExactly(new Size(228 + 20, 228 + 30), new Size(128 + 100, 128 + 100));
        assertThat(painted).containsExactly(new Rectangle(100, 100, 20, 30), new Rectangle(2900, 900, 50, 40));
    }

    @Test
    void aGroupTooLargeForMemoryIsFilledInPiecesThatMeet() {
        Picture picture = slope(2600, 1300);
        Mask lines =
                rectangles(picture.size(), Polygon.rectangle(0, 600, 2600, 40), Polygon.rectangle(1300, 0, 30, 1300));
        float[] values = picture.pixels().values().clone();
        List<Size> read = new ArrayList<>();
        fill(
                (pixels, mask) -> {
                    read.add(pixels.size());
                    return new HarmonicFill().fill(pixels, mask);
                },
                picture,
                lines,
                (place, filled) -> paste(filled, place, values, 2600));
        assertThat(read).allMatch(size -> size.width() <= 1280 && size.height() <= 1280);
        assertThat(read)
                .as("of six pieces the two that no line crosses are left out")
                .hasSize(4);
        assertCloseTo(picture, lines, values, .02); // a slope is its own harmonic fill
    }

    @Test
    void aHoleDeeperThanAPieceTakesItsMiddleFromHalfTheSize() {
        Picture picture = slope(1800, 1500);
        Mask hole = rectangles(picture.size(), Polygon.rectangle(150, 150, 1500, 1200));
        float[] values = new float[1800 * 1500];
        fill(new HarmonicFill(), picture, hole, (place, filled) -> paste(filled, place, values, 1800));
        assertCloseTo(picture, hole, values, .03);
    }

    private static void paste(Pixels filled, Rectangle place, float[] values, int width) {
        for (int y = 0; y < place.height(); y++) {
            System.arraycopy(
                    filled.values(), y * place.width(), values, (place.y() + y) * width + place.x(), place.width());
        }
    }

    private static void assertCloseTo(Picture picture, Mask hole, float[] values, double most) {
        float[] truth = picture.pixels().values();
        double worst = 0;
        for (int i = 0; i < truth.length; i++) {
            if (hole.at(i % picture.size().width(), i / picture.size().width())) {
                worst = Math.max(worst, Math.abs(values[i] - truth[i]));
            }
        }
        assertThat(worst).isLessThan(most);
    }

    @Test
    void theNetworkRunsOnlyOnTilesThatTouchTheHole(@TempDir Path root) {
        TestModels.lifter(root, "fill-gray", 1);
        try (Models models = Models.open(new InferenceSettings(root, Device.CPU, "fp32", 2, 64))) {
            Pixels pixels = slope(500, 400).pixels();
            NetworkFill spot = new NetworkFill(models.require("fill-gray", Task.FILL), NONE, 32);
            spot.fill(pixels, rectangles(pixels.size(), Polygon.rectangle(200, 200, 50, 50)));
            assertThat(spot.tiles())
                    .as("the hole and a pixel around it fit into one")
                    .isEqualTo(1);
            NetworkFill corners = new NetworkFill(models.require("fill-gray", Task.FILL), NONE, 32);
            Mask hole = rectangles(pixels.size(), Polygon.rectangle(0, 0, 9, 9), Polygon.rectangle(490, 390, 10, 10));
            Pixels filled = corners.fill(pixels, hole);
            assertThat(corners.tiles()).as("of 9 x 7 the first and the last").isEqualTo(2);
            assertThat((double) filled.values()[4 * 500 + 4]).isCloseTo(pixels.values()[4 * 500 + 4] + .2, within(.02));
            assertThat((double) filled.values()[395 * 500 + 495])
                    .isCloseTo(pixels.values()[395 * 500 + 495] + .2, within(.02));
        }
    }
}
