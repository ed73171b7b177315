package io.unveil.pipeline.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.pipeline.InvalidParameter;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The allowed options, and the errors for others. */
class DenoiseOptionsTest {
    private static void assertRefused(ThrowingCallable call, String parameter, String rejected, String allowed) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidParameter.class, wrong -> {
            assertThat(wrong.parameter()).isEqualTo(parameter);
            assertThat(wrong.rejected()).isEqualTo(rejected);
            assertThat(wrong.allowed()).isEqualTo(allowed);
            assertThat(wrong).hasMessage("%s was '%s', allowed is %s".formatted(parameter, rejected, allowed));
        });
    }

    @ParameterizedTest(name = "''{0}'' is {1} levels")
    @CsvSource({"0, 0", "25, 25", "12.5, 12.5", ".5, .5", "100, 100", "1e1, 10"})
    void sigmaIsANumberOfLevels(String word, double levels) {
        assertThat(Sigma.parse(word)).isEqualTo(new Sigma.Known(levels));
    }

    @Test
    void sigmaMayBeLeftToTheService() {
        assertThat(Sigma.parse("auto")).isEqualTo(new Sigma.Auto());
        assertThat(DenoiseOptions.DEFAULT.sigma()).isEqualTo(new Sigma.Auto());
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"-1", "100.5", "NaN", "Infinity", "abc", "", "25;", "Auto", "25f", "0x1p3", "1,5", " 25"})
    void sigmaIsNothingElse(String word) {
        assertRefused(() -> Sigma.parse(word), "sigma", word, "'auto' or a number from 0 to 100");
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"-0.1", "2.01", "NaN", "all"})
    void strengthIsFromNoneToTwice(String word) {
        assertThat(DenoiseOptions.parseStrength("0.25")).isEqualTo(0.25);
        assertRefused(() -> DenoiseOptions.parseStrength(word), "strength", word, "a number from 0 to 2");
    }

    @Test
    void optionsBuiltInCodeHaveTheSameBounds() {
        assertRefused(() -> new Sigma.Known(Double.NaN), "sigma", "NaN", Sigma.ALLOWED);
        assertRefused(
                () -> new DenoiseOptions(new Sigma.Auto(), Optional.empty(), 2.5, Optional.empty(), Method.MODEL),
                "strength",
                "2.5",
                "a number from 0 to 2");
    }

    @Test
    void qualityAndMethodAreWordsFromAList() {
        assertThat(Quality.parse("best")).isEqualTo(Quality.BEST);
        assertThat(Method.parse("nlm")).isEqualTo(Method.NLM);
        assertRefused(() -> Quality.parse("BEST"), "quality", "BEST", "'fast' or 'best'");
        assertRefused(() -> Method.parse("bm3d"), "method", "bm3d", "'model' or 'nlm'");
    }
}
