package io.unveil.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.image.Size;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Boxes")
class BoxTest {
    /** A digit is a place. */
    private static List<Box> boxes(int width, String digits, double limit, Size picture) {
        float[] values = new float[digits.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = digits.charAt(i) - '0';
        }
        return Box.of(new AnomalyMap(new Pixels(width, values.length / width, 1, values)), limit, picture);
    }

    @Test
    @DisplayName("stand around the places that reach the limit, each with its highest number")
    void aroundRegions() {
        assertThat(boxes(4, "0000" + "0560" + "0050" + "0000", 5, new Size(4, 4)))
                .containsExactly(new Box(Rectangle.between(1, 1, 3, 3), 6));
    }

    @Test
    @DisplayName("hold together what touches by sides or corners, and part what does not")
    void connected() {
        assertThat(boxes(5, "90000" + "09000" + "00090" + "00090", 1, new Size(5, 4)))
                .extracting(Box::place)
                .containsExactlyInAnyOrder(Rectangle.between(0, 0, 2, 2), Rectangle.between(3, 2, 4, 4));
    }

    @Test
    @DisplayName("do not go round the end of a row")
    void rowEnds() {
        assertThat(boxes(3, "001" + "100" + "000", 1, new Size(3, 3))).hasSize(2);
    }

    @Test
    @DisplayName("come with the highest peak first")
    void order() {
        assertThat(boxes(7, "2040907", 1, new Size(7, 1))).extracting(Box::peak).containsExactly(9d, 7d, 4d, 2d);
    }

    @Test
    @DisplayName("are in pixels of the picture: all that a place covers, and nothing beyond the border")
    void scaled() {
        assertThat(boxes(2, "90" + "00", 1, new Size(8, 6)).get(0).place()).isEqualTo(Rectangle.between(0, 0, 4, 3));
        assertThat(boxes(3, "090", 1, new Size(5, 1)).get(0).place()).isEqualTo(Rectangle.between(1, 0, 4, 1));
        assertThat(boxes(3, "009", 1, new Size(5, 1)).get(0).place()).isEqualTo(Rectangle.between(3, 0, 5, 1));
        assertThat(boxes(4, "0009", 1, new Size(2, 1)).get(0).place()).isEqualTo(Rectangle.between(1, 0, 2, 1));
    }

    @Test
    @DisplayName("are none where nothing reaches the limit")
    void none() {
        assertThat(boxes(2, "44" + "44", 4.1, new Size(2, 2))).isEmpty();
    }
}
