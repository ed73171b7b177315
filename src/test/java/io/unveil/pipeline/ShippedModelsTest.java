package io.unveil.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.noise.Noise;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.inference.Device;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.ModelState;
import io.unveil.inference.Models;
import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Denoised;
import io.unveil.pipeline.denoise.Denoising;
import io.unveil.pipeline.denoise.Method;
import io.unveil.pipeline.denoise.Quality;
import io.unveil.pipeline.denoise.Sigma;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The weights in {@code models/}: they load, and they clean a photograph that they were not trained on. */
class ShippedModelsTest {
    private static Models models;

    @BeforeAll
    static void open() {
        models = Models.open(new InferenceSettings(Path.of("models"), Device.CPU, "fp32", 2, 448));
    }

    @AfterAll
    static void close() {
        models.close();
    }

    @Test
    void everyShippedFolderIsSound() {
        assertThat(models.all())
                .isNotEmpty()
                .allSatisfy(state -> assertThat(state).isInstanceOf(ModelState.Ready.class));
    }

    @ParameterizedTest(name = "{0} takes sigma {1} down by at least {2} dB")
    @CsvSource({
        "denoise-color, 15, 7", "denoise-color, 25, 8.7", "denoise-color, 50, 10.7",
        "denoise-gray, 15, 6.3", "denoise-gray, 25, 7.7", "denoise-gray, 50, 9.3",
        "denoise-color-fast, 25, 8.7", "denoise-gray-fast, 25, 7.7"
    })
    void aNoisyPhotographBecomesCleaner(String name, double sigma, double gain) {
        Optional<Quality> quality = name.endsWith("fast") ? Optional.of(Quality.FAST) : Optional.empty();
        Picture clean = name.contains("gray") ? TestPictures.gray() : TestPictures.colour();
        Picture noisy = noisy(clean, sigma);

        Denoised denoised = denoise(noisy, clean, new Sigma.Known(sigma), quality);
        Denoised blind = denoise(noisy, clean, new Sigma.Auto(), quality);

        Denoised.Reference reference = denoised.reference().orElseThrow();
        assertThat(denoised.model()).isEqualTo(name);
        assertThat(reference.after().psnr()).isGreaterThan(reference.before().psnr() + gain);
        assertThat(blind.reference().orElseThrow().after().psnr())
                .as("with sigma estimated as %.1f", blind.sigma().orElseThrow())
                .isCloseTo(reference.after().psnr(), within(0.3));
    }

    @Test
    void aCleanPhotographComesBackUntouched() {
        Picture clean = TestPictures.colour();

        Denoised denoised = denoise(clean, clean, new Sigma.Auto(), Optional.empty());

        assertThat(denoised.untouched()).isTrue();
        assertThat(denoised.error().mse()).isZero();
    }

    private static Denoised denoise(Picture noisy, Picture clean, Sigma sigma, Optional<Quality> quality) {
        return new Denoising(models)
                .denoise(
                        noisy,
                        new DenoiseOptions(sigma, Optional.empty(), 1, quality, Method.MODEL),
                        Optional.of(clean));
    }

    private static Picture noisy(Picture clean, double sigma) {
        return Picture.of(new Noise.Gaussian(sigma).addTo(clean.pixels(), 7), BitDepth.EIGHT, Format.PNG);
    }
}
