package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.data.UnusableData;
import io.unveil.image.Size;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model before examples that it has not learnt from. */
class LessonEvaluationTest {
    private static final String FRESH = "synthetic:gaussians,side=16,width=1..4,noise=0,count=20,seed=2";

    @TempDir
    Path folder;

    private ModelFolder trained(String recipe) throws IOException {
        TinyAutoencoder.trained(recipe, TinyAutoencoder.BLOBS, folder.resolve("tiny"), 30);
        return ModelFolder.read(folder.resolve("tiny"));
    }

    @Test
    void picturesAreMeasuredInDecibelsAndSquaredLevels() throws IOException {
        LessonEvaluation.Result result = LessonEvaluation.of(
                        trained(TinyAutoencoder.text("noise: {from: 20, to: 20}")), FRESH)
                .run();

        assertThat(result.examples()).isEqualTo(20);
        assertThat(result.rows()).singleElement().satisfies(row -> {
            assertThat(row.condition()).isEqualTo("noise=20");
            assertThat(Math.sqrt(row.squaredErrorBefore())).isBetween(12.0, 20.0); // half of it is clipped off on black
            assertThat(row.before()).isCloseTo(10 * Math.log10(255 * 255 / row.squaredErrorBefore()), within(1.0));
        });
    }

    @Test
    void measuresHaveTheirOwnUnit() throws IOException {
        String measure = TinyAutoencoder.text("", "- dense: {out: 1}").replace("autoencode", "regress");

        LessonEvaluation.Result result =
                LessonEvaluation.of(trained(measure), FRESH).run();

        assertThat(result.measure()).isEqualTo(ScoreUnit.SQUARED_ERROR);
        assertThat(result.rows()).singleElement().satisfies(row -> {
            assertThat(row.before()).isBetween(0.3, 1.3); // the variance of 1 to 4 is 9 / 12
            assertThat(row.squaredErrorAfter()).isCloseTo(row.after(), within(1e-9));
        });
    }

    @Test
    void answersAreShownBelowWhatWasGiven() throws IOException {
        PredictionSheet answers = LessonEvaluation.of(trained(TinyAutoencoder.text("noise: {from: 20, to: 20}")), FRESH)
                .answers(3);

        int shown = 84 / 16 * 16;
        assertThat(answers.sheet().size()).isEqualTo(new Size(3 * (shown + 4) - 4, 3 * (shown + 4) - 4));
        assertThat(answers.captions()).hasSize(3).allMatch(caption -> caption.startsWith("noise=20, "));
    }

    @Test
    void dataOfAnotherSizeAreRefused() throws IOException {
        ModelFolder model = trained(TinyAutoencoder.text(""));

        assertThatThrownBy(() -> LessonEvaluation.of(model, "synthetic:gaussians,count=2")
                        .run())
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("gaussian number 0, 91 x 91, does not fit the network");
    }
}
