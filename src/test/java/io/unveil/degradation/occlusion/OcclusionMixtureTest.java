package io.unveil.degradation.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.occlusion.OcclusionMixture.Share;
import io.unveil.image.Mask;
import io.unveil.image.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A mixture of occlusions")
class OcclusionMixtureTest {
    private static final OcclusionMixture ALL = mixture(
            .05, .6, "text 2", "strokes 2", "rectangles 2", "hairs .5", "pixels 3", "union 1", "polygons+pixels:0.1 1");

    @Test
    @DisplayName("hides a share of each patch within its bounds")
    void keepsToItsBounds() {
        SplittableRandom random = new SplittableRandom(1);
        boolean[] hole = new boolean[48 * 32];
        double least = 1;
        double most = 0;
        for (int i = 0; i < 2000; i++) {
            ALL.draw(48, 32, hole, random);
            least = Math.min(least, share(hole));
            most = Math.max(most, share(hole));
        }
        assertThat(least).isBetween(.05, .07); // and uses them
        assertThat(most).isBetween(.57, .6);
    }

    @Test
    @DisplayName("follows its own seed and that of the draws")
    void followsTheSeeds() {
        assertThat(draws(ALL, 5)).isEqualTo(draws(ALL, 5)).isNotEqualTo(draws(ALL, 6));
        List<Share> strokes = List.of(new Share(Occlusion.parse("strokes"), 1));
        List<Integer> one = draws(OcclusionMixture.ofPatches(strokes, .01, .9, 1), 5);
        assertThat(draws(OcclusionMixture.ofPatches(strokes, .01, .9, 1), 5)).isEqualTo(one);
        assertThat(draws(OcclusionMixture.ofPatches(strokes, .01, .9, 2), 5)).isNotEqualTo(one);
    }

    @Test
    @DisplayName("takes each kind as often as its weight says")
    void keepsToItsWeights() {
        OcclusionMixture mixture = mixture(.01, .9, "pixels:0.5 3", "rectangles:0.5 1");
        SplittableRandom random = new SplittableRandom(1);
        boolean[] hole = new boolean[32 * 32];
        int scattered = 0;
        for (int i = 0; i < 2000; i++) {
            mixture.draw(32, 32, hole, random);
            scattered +=
                    changes(hole) > 300 ? 1 : 0; // of 1024 neighbours half differ, where pixels are lost one by one
        }
        assertThat(scattered / 2000.).isCloseTo(.75, within(.05)); // rectangles are drawn again now and then
    }

    @Test
    @DisplayName(
            "hides whole pictures as an occlusion drawn for that size does: glasses upright, and small in small pictures")
    void suitsWholePictures() {
        List<Share> glasses = List.of(new Share(Occlusion.parse("glasses"), 1));
        OcclusionMixture mixture = OcclusionMixture.ofPictures(glasses, .001, .9);
        SplittableRandom random = new SplittableRandom(1);
        boolean[] hole = new boolean[92 * 112];
        double mixed = 0;
        double drawn = 0;
        for (int i = 0; i < 300; i++) {
            mixture.draw(92, 112, hole, random);
            mixed += extent(hole);
            drawn += extent(bits(Occlusion.parse("glasses").draw(new Size(92, 112), i)));
        }
        assertThat(mixed / drawn)
                .isCloseTo(1, within(.1)); // turned ones reach half as wide, those of large pictures further
    }

    /** How many columns a hole touches. */
    private static int extent(boolean[] hole) {
        boolean[] columns = new boolean[92];
        for (int i = 0; i < hole.length; i++) {
            columns[i % 92] |= hole[i];
        }
        int count = 0;
        for (boolean touched : columns) {
            count += touched ? 1 : 0;
        }
        return count;
    }

    private static boolean[] bits(Mask mask) {
        boolean[] bits = new boolean[92 * 112];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = mask.at(i % 92, i / 92);
        }
        return bits;
    }

    @Test
    @DisplayName("turns and mirrors: upright scratches lie down in half of the patches")
    void turns() {
        OcclusionMixture mixture = mixture(.005, .9, "scratches:0.04 1");
        SplittableRandom random = new SplittableRandom(1);
        boolean[] hole = new boolean[64 * 64];
        int along = 0;
        int across = 0;
        for (int i = 0; i < 500; i++) {
            mixture.draw(64, 64, hole, random);
            along += changes(hole);
            across += changes(transposed(hole, 64));
        }
        assertThat((double) along / across).isCloseTo(1, within(.1));
    }

    @Test
    @DisplayName("writes a whole patch anew, whatever stood there")
    void overwrites() {
        boolean[] hole = new boolean[64 * 64];
        Arrays.fill(hole, true);
        ALL.draw(64, 64, hole, new SplittableRandom(1));
        boolean[] clean = new boolean[64 * 64];
        ALL.draw(64, 64, clean, new SplittableRandom(1));
        assertThat(hole).isEqualTo(clean);
    }

    @Test
    @DisplayName("seldom repeats itself")
    void seldomRepeats() {
        OcclusionMixture mixture = mixture(.01, .9, "strokes 1");
        SplittableRandom random = new SplittableRandom(1);
        Set<Integer> seen = new HashSet<>();
        boolean[] hole = new boolean[64 * 64];
        for (int i = 0; i < 1000; i++) {
            mixture.draw(64, 64, hole, random);
            seen.add(Arrays.hashCode(hole));
        }
        assertThat(seen).hasSizeGreaterThan(990);
    }

    @Test
    @DisplayName("says so if no kind can cover as much as it shall")
    void saysWhatCannotBe() {
        OcclusionMixture hairs = mixture(.7, .8, "hairs 1");
        assertThatThrownBy(() -> hairs.draw(64, 64, new boolean[64 * 64], new SplittableRandom(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no hole of 64 x 64 pixels reached a coverage of 0.7 to 0.8 in 1500 attempts");
    }

    @ParameterizedTest(name = "refuses coverage from {0} to {1}")
    @CsvSource({"-0.1, 0.5", "0.5, 0.5", "0.6, 0.5", "0.1, 1", "NaN, 0.5"})
    void refusesBounds(double least, double most) {
        assertThatThrownBy(() -> mixture(least, most, "hairs 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("coverage of examples must rise within 0 to 0.99, was %s to %s", least, most);
    }

    @Test
    @DisplayName("refuses to be empty, weights of nothing, and patches that do not fit")
    void refusesTheRest() {
        assertThatThrownBy(() -> mixture(.1, .5)).hasMessage("a mixture of occlusions needs at least one kind");
        assertThatThrownBy(() -> mixture(.1, .5, "union 0"))
                .hasMessage("the weight of TwoShapes[] must be above 0, was 0.0");
        assertThatThrownBy(() -> ALL.draw(8, 9, new boolean[71], new SplittableRandom(1)))
                .hasMessage("8 x 9 pixels do not fit an array of 71");
        OcclusionMixture strokes = mixture(.1, .5, "strokes 1");
        assertThatThrownBy(() -> strokes.draw(401, 2, new boolean[802], new SplittableRandom(1)))
                .hasMessage("holes for patches are cut from pages of 400 x 400 pixels, 401 x 2 do not fit");
    }

    private static OcclusionMixture mixture(double least, double most, String... shares) {
        List<Share> kinds = new ArrayList<>();
        for (String share : shares) {
            int space = share.lastIndexOf(' ');
            kinds.add(new Share(
                    Occlusion.parse(share.substring(0, space)), Double.parseDouble(share.substring(space + 1))));
        }
        return OcclusionMixture.ofPatches(kinds, least, most, 3);
    }

    private static List<Integer> draws(OcclusionMixture mixture, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> holes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            boolean[] hole = new boolean[32 * 32];
            mixture.draw(32, 32, hole, random);
            holes.add(Arrays.hashCode(hole));
        }
        return holes;
    }

    private static double share(boolean[] hole) {
        int count = 0;
        for (boolean missing : hole) {
            count += missing ? 1 : 0;
        }
        return (double) count / hole.length;
    }

    private static int changes(boolean[] hole) {
        int changes = 0;
        for (int i = 1; i < hole.length; i++) {
            changes += hole[i] != hole[i - 1] ? 1 : 0;
        }
        return changes;
    }

    private static boolean[] transposed(boolean[] hole, int side) {
        boolean[] turned = new boolean[hole.length];
        for (int i = 0; i < hole.length; i++) {
            turned[i % side * side + i / side] = hole[i];
        }
        return turned;
    }
}
