package io.unveil.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import io.unveil.autoencoder.Onnx;
import io.unveil.autoencoder.Planes;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import io.unveil.inference.Deadline;
import io.unveil.inference.Device;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Model;
import io.unveil.inference.Models;
import io.unveil.model.Convention;
import io.unveil.model.ModelFolder;
import io.unveil.model.OnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The models in {@code models/} leave as ONNX files that answer as the service's engine does. */
class ShippedModelsInOnnxTest {
    private static final Path MODELS = Path.of("models");

    /** No stride divides these sides. */
    private static final Size ODD = new Size(301, 203);

    private static Models models;

    @BeforeAll
    static void open() {
        models = Models.lazy(InferenceSettings.of(MODELS, Device.CPU, "fp32"));
    }

    @AfterAll
    static void close() {
        models.close();
    }

    static List<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(MODELS)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void onnxRuntimeAnswersWithinATenThousandthOfTheEngine(String name) throws OrtException {
        ModelFolder folder = ModelFolder.read(MODELS.resolve(name));
        Pixels planes = planes(folder.convention());
        Pixels expected = answer(models.require(name), planes);

        try (Onnx onnx = Onnx.of(OnnxFile.of(folder))) {
            Pixels found = interleaved(onnx.run(planar(planes)));

            assertThat(found.size()).isEqualTo(expected.size());
            assertThat(found.channels()).isEqualTo(expected.channels());
            assertThat(spread(expected)).as("spread of the answer").isGreaterThan(0);
            for (int i = 0; i < expected.values().length; i++) {
                assertThat(found.values()[i]).isCloseTo(expected.values()[i], within(1e-4f));
            }
        }
    }

    @Test
    void aDenoiserSaysWhatItsPlanesAre() throws OrtException {
        try (Onnx onnx = Onnx.of(OnnxFile.of(ModelFolder.read(MODELS.resolve("denoise-color"))))) {
            assertThat(onnx.session().getInputNames()).containsExactly("planes");
            assertThat(onnx.session().getOutputNames()).containsExactly("noise");
            assertThat(onnx.session().getMetadata().getDescription()).isNotBlank();
            Map<String, String> metadata = onnx.session().getMetadata().getCustomMetadata();
            assertThat(metadata)
                    .containsEntry("model", "denoise-color")
                    .containsEntry("task", "denoise")
                    .containsEntry("sides", "free")
                    .containsEntry("output", "the noise in the same planes; the clean picture is v - noise")
                    .doesNotContainKey("calibration");
            assertThat(Objects.requireNonNull(metadata.get("input")).lines())
                    .containsExactly(
                            "red: v - 1/2",
                            "green: v - 1/2",
                            "blue: v - 1/2",
                            "sigma / 255, the noise's standard deviation in 8-bit levels",
                            "1 where the noise is clipped and rounded, as in files, else 0");
        }
    }

    @Test
    void anInspectorCarriesItsCalibration() throws OrtException {
        ModelFolder folder = ModelFolder.read(MODELS.resolve("anomaly-surfaces"));
        try (Onnx onnx = Onnx.of(OnnxFile.of(folder))) {
            Map<String, String> metadata = onnx.session().getMetadata().getCustomMetadata();
            JsonNode scoring = JsonMapper.shared()
                    .readTree(metadata.get("calibration"))
                    .path("scorings")
                    .path(0);
            assertThat(scoring.path("name").asString()).isEqualTo("segmentation");
            assertThat(scoring.path("calibration").path("scores").size()).isGreaterThanOrEqualTo(4);
            assertThat(JsonMapper.shared()
                            .readTree(metadata.get("manifest"))
                            .path("weights")
                            .asString())
                    .isEqualTo(folder.manifest().weights());
        }
    }

    /** What a model reads of a photograph. */
    private static Pixels planes(Convention convention) {
        Picture photograph = TestPictures.colour();
        Picture odd = Picture.of(Resampling.resized(photograph, ODD), BitDepth.EIGHT, Format.PNG);
        return convention.planes(convention.prepared(odd));
    }

    private static Pixels answer(Model model, Pixels planes) {
        if (model.card().only().isPresent()) {
            return model.answers(List.of(planes), Deadline.none()).all().get(0);
        }
        List<Pixels> made = new ArrayList<>();
        model.run(
                planes.size(),
                (tile, network) -> tile.kept(network.apply(tile.read(planes))),
                (tile, kept) -> made.add(kept),
                Deadline.none());
        assertThat(made).as("tiles").hasSize(1);
        return made.get(0);
    }

    private static double spread(Pixels answer) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : answer.values()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return answer.values().length == 1 ? Math.abs(most) : most - least;
    }

    private static Planes planar(Pixels pixels) {
        Planes planes = Planes.zeros(new Shape(pixels.channels(), pixels.height(), pixels.width()));
        planes.fill((c, y, x) -> pixels.values()[(y * pixels.width() + x) * pixels.channels() + c]);
        return planes;
    }

    private static Pixels interleaved(Planes planes) {
        Shape shape = planes.shape();
        float[] values = new float[shape.count()];
        planes.each((c, y, x) -> values[(y * shape.width() + x) * shape.channels() + c] = planes.get(c, y, x));
        return new Pixels(shape.width(), shape.height(), shape.channels(), values);
    }
}
