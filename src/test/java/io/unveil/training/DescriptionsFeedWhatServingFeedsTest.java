package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

import ai.djl.ndarray.NDArray;
import io.unveil.autoencoder.Network;
import io.unveil.image.BitDepth;
import io.unveil.image.Drawn;
import io.unveil.image.Mask;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.inference.Deadline;
import io.unveil.inference.Device;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Model;
import io.unveil.inference.Models;
import io.unveil.inference.TestModels;
import io.unveil.model.ModelFolder;
import io.unveil.model.Task;
import io.unveil.pipeline.code.Reconstructing;
import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Denoising;
import io.unveil.pipeline.denoise.Method;
import io.unveil.pipeline.denoise.Sigma;
import io.unveil.pipeline.fill.FillMethod;
import io.unveil.pipeline.fill.FillOptions;
import io.unveil.pipeline.fill.Filling;
import io.unveil.pipeline.fill.MaskSource;
import io.unveil.pipeline.score.ScoreOptions;
import io.unveil.pipeline.score.Scoring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.util.ReflectionTestUtils;

/** {@code models describe --picture} shows a network with the planes that it reads when it serves. */
class DescriptionsFeedWhatServingFeedsTest {
    private static final Path SHIPPED = Path.of("models");

    @TempDir
    Path folder;

    /** All but those that measure pictures, which no request reaches. */
    static Stream<String> served() throws IOException {
        try (Stream<Path> folders = Files.list(SHIPPED)) {
            return folders
                    .filter(path -> ModelFolder.read(path).manifest().task() != Task.REGRESS)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("served")
    void aShippedModelIsShownWithWhatItReads(String name) {
        check(SHIPPED, name);
    }

    @ParameterizedTest(name = "{0} channels")
    @ValueSource(ints = {1, 3})
    void aModelThatFindsDefectsIsShownWithWhatItReads(int channels) {
        TestModels.spots(folder, "spots", channels, Optional.empty());

        check(folder, "spots");
    }

    private static void check(Path models, String name) {
        ModelFolder model = ModelFolder.read(models.resolve(name));
        Picture picture = picture(model);
        Pixels shown = FeatureMaps.fed(model, picture);

        List<float[]> read = read(models, model, picture);

        assertThat(read).isNotEmpty();
        if (model.manifest().task() == Task.FILL) {
            assertSameOutsideOfTheHole(shown, read.get(0));
        } else {
            assertThat(read.get(0)).containsExactly(shown.values());
        }
    }

    /** In the channels that the model cleans or fills; for others in colour, which they turn to gray where needed. */
    private static Picture picture(ModelFolder model) {
        Size size = model.convention().form().only().orElse(new Size(64, 64));
        boolean gray = model.manifest().task() == Task.DENOISE
                && model.convention().form().channels() == 1;
        return Drawn.picture(
                Math.max(size.width(), 64), Math.max(size.height(), 48), gray ? 1 : 3, BitDepth.EIGHT, false);
    }

    private static void assertSameOutsideOfTheHole(Pixels shown, float[] read) {
        int inputs = shown.channels();
        float[] expected = shown.values().clone();
        for (int i = 0; i < expected.length; i += inputs) {
            if (read[i + inputs - 1] == 1) {
                System.arraycopy(read, i, expected, i, inputs);
            }
        }
        assertThat(read).containsExactly(expected);
    }

    /** What goes into the network while a request is served, call by call. */
    private static List<float[]> read(Path root, ModelFolder model, Picture picture) {
        String name = model.manifest().name();
        List<float[]> read = new CopyOnWriteArrayList<>();
        try (Models models = Models.lazy(new InferenceSettings(root, Device.CPU, "fp32", 1, 576))) {
            listen(models.require(name, model.manifest().task()), read);
            serve(models, model.manifest().task(), name, picture);
        }
        return read;
    }

    private static void listen(Model model, List<float[]> read) {
        Object late = Objects.requireNonNull(ReflectionTestUtils.getField(model, "late"));
        Network network = Objects.requireNonNull(ReflectionTestUtils.<Network>invokeMethod(late, "get"));
        Network listening = spy(network);
        doAnswer(call -> {
                    read.add(((NDArray) call.getArgument(0)).toFloatArray());
                    return call.callRealMethod();
                })
                .when(listening)
                .run(any());
        ReflectionTestUtils.setField(late, "network", listening);
    }

    private static void serve(Models models, Task task, String name, Picture picture) {
        switch (task) {
            case DENOISE ->
                new Denoising(models)
                        .denoise(
                                picture,
                                new DenoiseOptions(
                                        models.require(name, task).card().blind()
                                                ? new Sigma.Auto()
                                                : new Sigma.Known(25),
                                        Optional.of(name),
                                        1,
                                        Optional.empty(),
                                        Method.MODEL),
                                Optional.empty());
            case FILL ->
                new Filling(models)
                        .fill(
                                picture,
                                new FillOptions(
                                        new MaskSource.Drawn(
                                                Mask.of(picture.size(), (x, y) -> x == y && x > 7 && x < 56)),
                                        false,
                                        0,
                                        0,
                                        Optional.of(name),
                                        FillMethod.MODEL),
                                Optional.empty());
            case AUTOENCODE -> new Reconstructing(models).reconstruct(picture, Optional.of(name), Optional.empty());
            case ANOMALY ->
                new Scoring(models)
                        .score(
                                picture,
                                new ScoreOptions(
                                        Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty()),
                                Deadline.none());
            case REGRESS -> throw new IllegalArgumentException("no request reaches a model that measures");
        }
    }
}
