package io.unveil.filling;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.Mask;
import io.unveil.image.Size;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Groups of a hole")
class HoleGroupsTest {
    @ParameterizedTest(name = "two pixels at a distance of ({0}, {1}) make {2}")
    @CsvSource({"1, 0, 1", "10, 10, 1", "31, 16, 1", "33, 0, 2", "0, 200, 2"})
    void holdTogetherWhatIsNear(int right, int down, int groups) {
        Mask hole = Mask.of(new Size(300, 300), (x, y) -> x == 16 && y == 16 || x == 16 + right && y == 16 + down);
        assertThat(HoleGroups.of(hole)).hasSize(groups);
    }

    @Test
    @DisplayName("have every pixel of the hole once, within their bounds, and no other")
    void coverTheHoleOnce() {
        Mask hole = Drawn.scattered(new Size(211, 173), .001, 1);
        List<HoleGroups.Group> groups = HoleGroups.of(hole);
        assertThat(groups).hasSizeGreaterThan(1);
        int[] seen = new int[211 * 173];
        for (HoleGroups.Group group : groups) {
            Bounds bounds = group.bounds();
            boolean[] marks = bounds.marks(group.test());
            for (int i = 0; i < marks.length; i++) {
                seen[(bounds.top() + i / bounds.width()) * 211 + bounds.left() + i % bounds.width()] +=
                        marks[i] ? 1 : 0;
            }
        }
        for (int i = 0; i < seen.length; i++) {
            assertThat(seen[i]).isEqualTo(hole.at(i % 211, i / 211) ? 1 : 0);
        }
    }

    @Test
    @DisplayName("are cut into blocks where one stretches over a large picture, so that memory stays bounded")
    void areCutIntoBlocks() {
        Mask scratch = Mask.of(new Size(4000, 3000), (x, y) -> x / 4 == y / 3);
        List<HoleGroups.Group> groups = HoleGroups.of(scratch);
        assertThat(groups).hasSizeBetween(4, 12).allSatisfy(group -> {
            assertThat(group.bounds().width()).isLessThan(1600);
            assertThat(group.bounds().height()).isLessThan(1600);
        });
    }
}
