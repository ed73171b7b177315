package io.unveil.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A collage")
class CollageTest {
    private static final Pixels PART = new Pixels(2, 1, 1, new float[] {.1f, .2f});

    @Test
    @DisplayName("has a part where it was put, and stays white elsewhere")
    void putsIntoWhite() {
        Collage collage = Collage.white(3, 2, 1);
        collage.put(PART, 1, 1);
        assertThat(collage.pixels().values()).containsExactly(1, 1, 1, 1, .1f, .2f);
        assertThat(collage.pixels().size()).isEqualTo(new Size(3, 2));
    }

    @Test
    @DisplayName("takes gray into all its channels")
    void putsGrayIntoColour() {
        Collage collage = Collage.over(new Pixels(2, 1, 3, new float[6]));
        collage.put(PART, 0, 0);
        assertThat(collage.pixels().values()).containsExactly(.1f, .1f, .1f, .2f, .2f, .2f);
    }

    @Test
    @DisplayName("changes neither the pixels below nor earlier results")
    void copies() {
        Pixels below = new Pixels(2, 1, 1, new float[2]);
        Collage collage = Collage.over(below);
        Pixels before = collage.pixels();
        collage.put(PART, 0, 0);
        assertThat(below.values()).containsOnly(0);
        assertThat(before.values()).containsOnly(0);
        assertThat(collage.pixels().values()).containsExactly(.1f, .2f);
    }

    @ParameterizedTest
    @DisplayName("refuses what reaches out of it")
    @CsvSource({"-1, 0", "2, 0", "0, -1", "0, 2"})
    void refusesOutside(int left, int top) {
        assertThatThrownBy(() -> Collage.white(3, 2, 1).put(PART, left, top))
                .hasMessage("2 x 1 pixels at %d, %d do not lie within 3 x 2 pixels", left, top);
    }

    @Test
    @DisplayName("refuses other channels")
    void refusesOtherChannels() {
        assertThatThrownBy(() -> Collage.white(3, 2, 1).put(new Pixels(1, 1, 3, new float[3]), 0, 0))
                .hasMessage("3 channels do not go into 1");
    }
}
