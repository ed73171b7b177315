package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.autoencoder.layer.Layer;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that show a network from inside. */
class FeatureMapsTest {
    @TempDir
    Path folder;

    private ModelFolder trained(String recipe, String data) throws IOException {
        TinyAutoencoder.trained(recipe, data, folder.resolve("tiny"), 1);
        return ModelFolder.read(folder.resolve("tiny"));
    }

    private static Picture picture(int width, int height) {
        return Picture.of(Drawn.picture(width, height, 1), BitDepth.EIGHT, Format.PNG);
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    @Test
    void aPageShowsEveryLayerItsKernelsAndWhatItMakesOfThePicture() throws IOException {
        ModelFolder model = trained(TinyAutoencoder.text(""), TinyAutoencoder.BLOBS);

        String page = FeatureMaps.page(model, picture(16, 16));

        assertThat(page)
                .contains(
                        "<title>tiny</title>", "layers.0.kernel, 8 of 8, 3x3", "<b>layers.3</b> transposed-convolution")
                .doesNotContain("http", "NaN");
        assertThat(count(page, "<tr><td class=\"name inner\"")).isEqualTo(4);
        assertThat(count(page, "<img "))
                .isEqualTo(3 + 1 + 1 + 4); // what comes back, kernels, the input, a mosaic for each layer
    }

    @Test
    void kernelsOfADenseLayerAreShownAsThePicturesThatTheyWeigh() throws IOException {
        String dense = TinyAutoencoder.text("", """
                - dense: {out: 5}
                - code
                - dense: {out: 256}
                - reshape: {channels: 1, height: 16, width: 16}
            """);

        String page = FeatureMaps.page(trained(dense, TinyAutoencoder.BLOBS), picture(16, 16));

        assertThat(page).contains("layers.0.kernel, 5 of 5, 16x16");
    }

    @ParameterizedTest(name = "of {0} planes, {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2 | noise: {from: 20, to: 30, clipped: 0.5}
            3 | noise: {from: 20, to: 30, clipped: 0.5, told: sigma-and-clipping}
            1 | noises: {none: 0, gaussian: {weight: 1, from: 20, to: 30}, twice: 0, jpeg: {share: 0, from: 50, to: 90}}
            """)
    void aDenoiserOfAnySizeIsShownWithTheMiddleOfThePicture(int planes, String noise) throws IOException {
        String recipe = TinyRecipe.TEXT
                .replace("inputs: 2", "inputs: " + planes)
                .replace("noise: {from: 20, to: 30, clipped: 0.5}", noise)
                .replace("squared-error-over-sigma", "squared-error");
        ModelFolder model =
                trained(recipe, Drawn.folder(folder.resolve("data"), 3, 48).toString());

        String page = FeatureMaps.page(model, picture(203, 40));

        assertThat(page).contains("<td>%d x 40 x 96</td>".formatted(planes));
    }

    @Test
    void picturesThatTheNetworkDoesNotTakeAreRefused() throws IOException {
        ModelFolder model = trained(TinyAutoencoder.text(""), TinyAutoencoder.BLOBS);

        assertThatThrownBy(() -> FeatureMaps.page(model, picture(15, 16)))
                .isInstanceOf(Layer.DoesNotClose.class)
                .hasMessageContaining("16x16");
    }

    @Test
    void aTrainingsReportShowsCurvesPicturesErrorsAndTheNetwork() throws IOException {
        trained(TinyAutoencoder.text("noise: {from: 10, to: 30}"), TinyAutoencoder.BLOBS);

        assertThat(Files.readString(folder.resolve("tiny/report.html")))
                .contains(
                        "Logarithm of the loss",
                        "Validation, dB",
                        "Held-out pictures",
                        "Distribution of errors",
                        "<rect ",
                        "Kernels of the first layer",
                        "Maps of each layer for one picture");
    }

    @Test
    void signalsAreShownAsCurves() throws IOException {
        String line = TinyAutoencoder.text(
                        "noise: {from: 10, to: 30}", "- skip: [convolution: {out: 1, kernel: [1, 3], padding: same}]")
                .replace("height: 16", "height: 1")
                .replace("width: 16", "width: 32");

        trained(line, "synthetic:signals,length=32,count=40");

        assertThat(Files.readString(folder.resolve("tiny/report.html"))).contains(">output</text>");
    }
}
