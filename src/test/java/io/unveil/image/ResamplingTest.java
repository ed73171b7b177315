package io.unveil.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResamplingTest {
    private static Pixels gray(int width, float... values) {
        return new Pixels(width, values.length / width, 1, values);
    }

    @Test
    void shrinkingTakesMeansOverAreasAndGrowingLiesBetweenNeighbours() {
        assertThat(Resampling.resized(gray(4, 0, .5f, 1, 1), new Size(2, 1)).values())
                .containsExactly(.25f, 1);
        assertThat(Resampling.resized(gray(3, 0, .75f, 1.5f), new Size(2, 1)).values())
                .as("the middle pixel counts half on each side")
                .containsExactly(.25f, 1.25f);
        assertThat(Resampling.resized(gray(2, 0, 1), new Size(4, 1)).values()).containsExactly(0, .25f, .75f, 1);
    }

    @Test
    void theOwnSizeChangesNothing() {
        Pixels picture = gray(3, .1f, .2f, .3f, .4f, .5f, .6f);
        assertThat(Resampling.resized(picture, picture.size()).values()).containsExactly(picture.values());
    }

    @Test
    void axesAndChannelsGoTheirOwnWays() {
        Pixels colour = new Pixels(2, 2, 3, new float[] {0, .2f, 1, 1, .2f, 0, 0, .6f, 1, 1, .6f, 0});
        assertThat(Resampling.resized(colour, new Size(1, 2)).values()).containsExactly(.5f, .2f, .5f, .5f, .6f, .5f);
        assertThat(Resampling.resized(colour, new Size(2, 1)).values()).containsExactly(0, .4f, 1, 1, .4f, 0);
    }

    @Test
    void aRowIsThatOfTheWhole() {
        Pixels picture = gray(2, 0, 1, .5f, .5f, 1, 0);
        Size tall = new Size(3, 7);
        Pixels whole = Resampling.resized(picture, tall);
        Resampling rows = Resampling.between(picture.size(), tall);
        for (int y = 0; y < tall.height(); y++) {
            assertThat(rows.row(picture, y).values())
                    .containsExactly(whole.region(0, y, 3, 1).values());
        }
    }
}
