package io.unveil.degradation.occlusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A canvas")
class CanvasTest {
    private final Canvas canvas = new Canvas(new Size(9, 5));

    @Test
    @DisplayName("draws a line with round ends: what is no further than half its width off")
    void drawsALine() {
        canvas.line(2.5, 2.5, 5.5, 2.5, 2);
        assertThat(picture()).isEqualTo("""
                .........
                ..####...
                .######..
                ..####...
                .........
                """);
    }

    @Test
    @DisplayName("draws a line as wide as a pixel without gaps, however it runs")
    void drawsAThinLine() {
        canvas.line(.5, .5, 8.5, 4.5, 1);
        assertThat(picture()).isEqualTo("""
                ##.......
                .###.....
                ...###...
                .....###.
                .......##
                """);
    }

    @Test
    @DisplayName("draws a line of no length as a disc")
    void drawsADisc() {
        canvas.line(4.5, 2.5, 4.5, 2.5, 4.2);
        assertThat(picture()).isEqualTo("""
                ....#....
                ...###...
                ..#####..
                ...###...
                ....#....
                """);
    }

    @Test
    @DisplayName("fills a polygon's inside, not the box around it, and leaves out what it encloses twice")
    void fillsAPolygon() {
        canvas.polygon(new double[] {0, 5, 0}, new double[] {0, 0, 5});
        canvas.polygon(new double[] {6, 9, 9, 6, 6, 7, 7, 8, 8, 7}, new double[] {0, 0, 3, 3, 0, 1, 2, 2, 1, 1});
        assertThat(picture()).isEqualTo("""
                ####..###
                ###...#.#
                ##....###
                #........
                .........
                """);
    }

    @Test
    @DisplayName("cuts off what lies outside")
    void cutsOff() {
        canvas.line(-50, 4, 70, 4, 3);
        canvas.polygon(new double[] {8, 100, 100, 8}, new double[] {-100, -100, 2, 2});
        assertThat(picture()).isEqualTo("""
                ........#
                ........#
                #########
                #########
                #########
                """);
    }

    @Test
    @DisplayName("counts each covered pixel once")
    void counts() {
        canvas.polygon(new double[] {0, 4, 4, 0}, new double[] {0, 0, 2, 2});
        canvas.polygon(new double[] {2, 6, 6, 2}, new double[] {0, 0, 2, 2});
        assertThat(canvas.count()).isEqualTo(12);
        assertThat(canvas.mask().count()).isEqualTo(12);
    }

    private String picture() {
        StringBuilder picture = new StringBuilder();
        for (int i = 0; i < canvas.covered().length; i++) {
            picture.append(canvas.covered()[i] ? '#' : '.').append(i % 9 == 8 ? "\n" : "");
        }
        return picture.toString();
    }
}
