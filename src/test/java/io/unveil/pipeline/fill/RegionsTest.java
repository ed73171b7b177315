package io.unveil.pipeline.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.Polygon;
import io.unveil.image.Polygon.Point;
import io.unveil.pipeline.InvalidParameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {
    @Test
    void rectanglesAndPolygonsMayStandInOneList() {
        MaskSource.Drawing drawing = Regions.parse(
                "[{\"x\": 1, \"y\": 2.5, \"width\": 3, \"height\": 4}, {\"polygon\": [[0, 0], [9, 0], [4, -7.5]]}]");
        assertThat(drawing.regions())
                .containsExactly(
                        Polygon.rectangle(1, 2.5, 3, 4),
                        new Polygon(List.of(new Point(0, 0), new Point(9, 0), new Point(4, -7.5))));
    }

    @Test
    void theExampleOfTheDescriptionIsOne() {
        assertThat(Regions.parse(Regions.EXAMPLE).regions()).containsExactly(Polygon.rectangle(8, 8, 24, 24));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "text                                                | a JSON list of rectangles",
                "[                                                   | a JSON list of rectangles",
                "[] x                                                | a JSON list of rectangles",
                "{\"x\":1,\"y\":1,\"width\":1,\"height\":1}          | a JSON list of rectangles",
                "[]                                                  | a JSON list of rectangles",
                "[7]                                                 | (region 1)",
                "[{\"x\":1,\"y\":1,\"width\":1}]                     | (region 1)",
                "[{\"x\":1,\"y\":1,\"width\":1,\"height\":1,\"z\":1}] | (region 1)",
                "[{\"x\":1,\"y\":1,\"width\":0,\"height\":1}]        | a width and a height above 0 (region 1)",
                "[{\"x\":1,\"y\":1,\"width\":1,\"height\":-1}]       | a width and a height above 0 (region 1)",
                "[{\"x\":\"a\",\"y\":1,\"width\":1,\"height\":1}]    | numbers of pixels from -1000000000 to 1000000000 (region 1)",
                "[{\"x\":1e999,\"y\":1,\"width\":1,\"height\":1}]    | numbers of pixels from -1000000000 to 1000000000 (region 1)",
                "[{\"x\":1e308,\"y\":1,\"width\":1e308,\"height\":1}] | numbers of pixels from -1000000000 to 1000000000 (region 1)",
                "[{\"x\":1,\"y\":1,\"width\":1,\"height\":1},{\"polygon\":[[0,0],[1,1]]}] | a polygon of at least 3 corners (region 2)",
                "[{\"polygon\":[[0,0],[1,1],[2]]}]                   | corners of two numbers, [x, y] (region 1)",
                "[{\"polygon\":[[0,0],[1,1],[null,2]]}]              | numbers of pixels from -1000000000 to 1000000000 (region 1)",
                "[{\"polygon\":7}]                                   | (region 1)"
            })
    void whatIsNoRegionIsSaidWithItsNumber(String word, String allowed) {
        assertThatThrownBy(() -> Regions.parse(word)).isInstanceOfSatisfying(InvalidParameter.class, wrong -> {
            assertThat(wrong.parameter()).isEqualTo("region");
            assertThat(wrong.rejected()).isEqualTo(word);
            assertThat(wrong.allowed()).contains(allowed);
        });
    }

    @Test
    void aListWithoutEndIsRefusedAndShownInPart() {
        String one = "{\"x\":1,\"y\":1,\"width\":1,\"height\":1}";
        String many = "[" + (one + ",").repeat(2500) + one + "]";
        assertThatThrownBy(() -> Regions.parse(many)).isInstanceOfSatisfying(InvalidParameter.class, wrong -> {
            assertThat(wrong.allowed()).isEqualTo("a list of at most 10000 corners in all, 4 a rectangle");
            assertThat(wrong.rejected()).hasSize(203).endsWith("...");
        });
    }
}
