package io.unveil.degradation.defect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.Draws;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A mixture of defects")
class DefectMixtureTest {
    @Test
    @DisplayName("usually has every shape and every filling, and leaves a quarter clean")
    void isUsuallyAll() {
        DefectMixture usual = DefectMixture.usual();
        assertThat(usual.shapes()).containsOnlyKeys(DefectShape.values());
        assertThat(usual.fillings()).containsOnlyKeys(DefectFilling.values());
        assertThat(usual.clean()).isEqualTo(.25);
        assertThat(usual.leastOpacity()).isEqualTo(.25);
    }

    @Test
    @DisplayName("draws each as often as its weight says, and half of the defects opaque")
    void keepsToItsWeights() {
        DefectMixture mixture = new DefectMixture(
                Map.of(DefectShape.BLOBS, 3., DefectShape.SCARS, 1.),
                Map.of(DefectFilling.NOISE, 1., DefectFilling.FOCUS, 4.),
                0,
                .4);
        Draws draws = new Draws(1);
        double blobs = 0;
        double focus = 0;
        double opaque = 0;
        double least = 1;
        for (int i = 0; i < 4000; i++) {
            blobs += mixture.shape(draws) == DefectShape.BLOBS ? 1 : 0;
            focus += mixture.filling(draws) == DefectFilling.FOCUS ? 1 : 0;
            double opacity = mixture.opacity(draws);
            opaque += opacity == 1 ? 1 : 0;
            least = Math.min(least, opacity);
        }
        assertThat(blobs / 4000).isCloseTo(.75, within(.03));
        assertThat(focus / 4000).isCloseTo(.8, within(.03));
        assertThat(opaque / 4000).isCloseTo(.5, within(.03));
        assertThat(least).isBetween(.4, .41);
    }

    @Test
    @DisplayName("keeps its weights in the order of the words, whatever order they came in, and cannot be changed")
    void isImmutable() {
        Map<DefectShape, Double> given = new EnumMap<>(DefectShape.class);
        given.put(DefectShape.SCARS, 1.);
        given.put(DefectShape.BLOBS, 1.);
        DefectMixture mixture =
                new DefectMixture(Map.copyOf(given), DefectMixture.usual().fillings(), 0, 1);
        given.put(DefectShape.BANDS, 1.);
        assertThat(List.copyOf(mixture.shapes().keySet())).containsExactly(DefectShape.BLOBS, DefectShape.SCARS);
        assertThatThrownBy(() -> mixture.shapes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest(name = "is read from ''{0}'': {1} shapes, {2} fillings")
    @CsvSource({"usual, 9, 7", "cracks, 1, 7", "Noise, 9, 1", "scars+elsewhere, 1, 1", "level + bands, 1, 1"})
    void isRead(String text, int shapes, int fillings) {
        DefectMixture mixture = DefectMixture.parse(text);
        assertThat(mixture.shapes()).hasSize(shapes);
        assertThat(mixture.fillings()).hasSize(fillings);
    }

    @ParameterizedTest(name = "''{0}'' is refused, with what is allowed")
    @ValueSource(strings = {"", "fog", "cracks+", "cracks+scars", "noise+focus", "cracks+noise+level", "usual+cracks"})
    void isRefused(String text) {
        assertThatThrownBy(() -> DefectMixture.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("defects '%s': allowed: %s", text, DefectMixture.FORMS);
    }

    @Test
    @DisplayName("names every shape and filling in its help")
    void namesAll() {
        for (DefectShape shape : DefectShape.values()) {
            assertThat(DefectMixture.FORMS).contains(shape.word());
        }
        for (DefectFilling filling : DefectFilling.values()) {
            assertThat(DefectMixture.FORMS).contains(filling.word());
        }
    }

    @ParameterizedTest(name = "refuses weight {0}, clean {1}, opacity {2}: {3}")
    @CsvSource({
        "0,   .2,   1,  'the weight of BLOBS must be above 0, was 0.0'",
        "NaN, .2,   1,  'the weight of BLOBS must be above 0, was NaN'",
        "1,   1.01, 1,  'the share that stays clean must be from 0 to 1, was 1.01'",
        "1,   -.1,  1,  'the share that stays clean must be from 0 to 1, was -0.1'",
        "1,   .2,   0,  'the least opacity must be above 0 and at most 1, was 0.0'",
        "1,   .2,   1.1,'the least opacity must be above 0 and at most 1, was 1.1'"
    })
    void refuses(double weight, double clean, double opacity, String message) {
        Map<DefectShape, Double> shapes = Map.of(DefectShape.BLOBS, weight);
        Map<DefectFilling, Double> fillings = Map.of(DefectFilling.NOISE, 1.);
        assertThatThrownBy(() -> new DefectMixture(shapes, fillings, clean, opacity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> new DefectMixture(Map.of(), fillings, .2, 1))
                .hasMessage("a mixture of defects needs at least one shape");
    }
}
