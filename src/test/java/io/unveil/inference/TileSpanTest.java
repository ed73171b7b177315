package io.unveil.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Mirror;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an axis and a picture are cut. */
class TileSpanTest {
    @Test
    void what_fits_is_read_at_once_and_rounded_up_to_whole_strides() {
        assertThat(TileSpan.along(13, 4, 5, 16)).containsExactly(new TileSpan(0, 16, 0, 13));
        assertThat(TileSpan.along(1, 4, 5, 16)).containsExactly(new TileSpan(0, 4, 0, 1));
    }

    @Test
    void a_longer_axis_is_cut_evenly_with_the_overlap_rounded_up_to_whole_strides() {
        // 100 positions, overlap 5 -> margin 8, room 40 - 16 = 24: (100 - 16) / 24 -> 4 cuts, 21 -> 24 apart, the last
        // one at 100 - 40
        assertThat(TileSpan.along(100, 4, 5, 40))
                .containsExactly(
                        new TileSpan(0, 40, 0, 32),
                        new TileSpan(24, 40, 32, 56),
                        new TileSpan(48, 40, 56, 68),
                        new TileSpan(60, 40, 68, 100));
    }

    @Test
    void no_longer_stretch_is_read_than_evenness_asks_for() {
        // two cuts of 40 would do for 64; 40 + 40 - 16 = 64, but 60 needs only 2 x 40 with more overlap: 22 -> 24
        // apart, 40 long
        assertThat(TileSpan.along(50, 1, 5, 40)).extracting(TileSpan::length).containsExactly(30, 30);
    }

    @ParameterizedTest(name = "{0} positions, stride {1}, overlap {2}, longest {3}")
    @CsvSource({
        "41, 4, 5, 40",
        "100, 4, 5, 40",
        "101, 4, 8, 40",
        "999, 4, 31, 384",
        "4000, 4, 31, 384",
        "385, 8, 31, 384",
        "386, 1, 0, 385",
        "77, 16, 16, 64",
        "65, 16, 17, 100"
    })
    void every_position_is_kept_once_with_the_overlap_around_it(int size, int stride, int overlap, int longest) {
        int padded = (size + stride - 1) / stride * stride;
        int kept = 0;
        for (TileSpan cut : TileSpan.along(size, stride, overlap, longest)) {
            assertThat(cut.from()).as("the kept parts follow one another").isEqualTo(kept);
            assertThat(cut.to()).as("something is kept").isGreaterThan(cut.from());
            assertThat(cut.start() % stride)
                    .as("reading starts on a whole stride")
                    .isZero();
            assertThat(cut.length() % stride).isZero();
            assertThat(cut.length()).isLessThanOrEqualTo(longest);
            assertThat(cut.start() + cut.length()).isLessThanOrEqualTo(padded);
            assertThat(cut.start() == 0 || cut.from() - cut.start() >= overlap).isTrue();
            assertThat(cut.start() + cut.length() == padded || cut.start() + cut.length() - cut.to() >= overlap)
                    .isTrue();
            kept = cut.to();
        }
        assertThat(kept).isEqualTo(size);
    }

    @Test
    void an_overlap_that_leaves_nothing_to_keep_is_refused() {
        assertThatThrownBy(() -> TileSpan.along(100, 4, 20, 40))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tiles of 40 leave nothing to keep with an overlap of 20");
    }

    @Test
    void a_picture_is_cut_in_reading_order() {
        assertThat(Tiles.of(new Size(50, 20), 1, 5, 40))
                .extracting(tile -> List.of(tile.columns().from(), tile.rows().from(), tile.width(), tile.height()))
                .containsExactly(List.of(0, 0, 30, 20), List.of(25, 0, 30, 20));
    }

    @ParameterizedTest(name = "of {1} positions, number {0} beyond the edge is {2}")
    @CsvSource({"0,3,0", "2,3,2", "3,3,1", "4,3,0", "5,3,1", "6,3,2", "5,1,0", "1,2,1", "2,2,0", "3,2,1"})
    void pictures_go_on_as_in_a_mirror_on_the_middle_of_the_last_pixel(int position, int size, int expected) {
        assertThat(Mirror.at(position, size)).isEqualTo(expected);
    }

    @Test
    void a_tile_reads_mirrored_pixels_beyond_the_lower_right_corner_and_keeps_its_own() {
        Picture picture =
                Picture.of(new Pixels(3, 2, 1, new float[] {0, .2f, .4f, .6f, .8f, 1}), BitDepth.EIGHT, Format.PNG);
        Tile tile = Tiles.of(picture.size(), 4, 1, 64).get(0);
        Pixels read = tile.read(picture);
        assertThat(read.values())
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(0, .2f, .4f, .2f, .6f, .8f, 1, .8f, 0, .2f, .4f, .2f, .6f, .8f, 1, .8f);
        assertThat(tile.kept(read).values()).isEqualTo(picture.pixels().values());
    }
}
