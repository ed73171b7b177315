package io.unveil.inference;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.ArchitectureReader;
import io.unveil.autoencoder.Weights;
import io.unveil.file.Digests;
import io.unveil.model.Answer;
import io.unveil.model.Manifest;
import io.unveil.model.ModelFolder;
import io.unveil.model.ScoringMethod;
import io.unveil.model.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/** Small models whose results are known, written as training writes them. */
public final class TestModels {
    private TestModels() {}

    /** One 3 x 3 convolution over the picture's planes and, if there is one, that of sigma or of the mask. */
    private static final String LINEAR = """
            net:
              inputs: %d
              layers:
                - convolution: {out: %d, kernel: 3, padding: 1}
            """;

    /**
     * Strided down and up again by four, with skips and residual blocks: every kind of layer, a receptive field worth
     * an overlap.
     */
    private static final String DEEP = """
            net:
              inputs: %d
              layers:
                - convolution: {out: 8, kernel: 3, padding: 1}
                - skip:
                    - convolution: {out: 12, kernel: 2, stride: 2}
                    - skip:
                        - convolution: {out: 16, kernel: 2, stride: 2}
                        - skip:
                            - convolution: {out: 16, kernel: 3, padding: 1}
                            - relu: {}
                            - convolution: {out: 16, kernel: 3, padding: 1}
                        - transposed-convolution: {out: 12, kernel: 2, stride: 2}
                    - transposed-convolution: {out: 8, kernel: 2, stride: 2}
                - convolution: {out: %d, kernel: 3, padding: 1}
            """;

    private static final String QUADRANTS = """
            net:
              inputs: 1
              height: 8
              width: 8
              layers:
                - dense: {out: 4}
                - code
                - dense: {out: 64}
                - reshape: {channels: 1, height: 8, width: 8}
            """;

    private static final String BLOCKS = """
            net:
              inputs: %d
              layers:
                - convolution: {out: %d, kernel: 2, stride: 2}
                - code
                - transposed-convolution: {out: %d, kernel: 2, stride: 2}
            """;

    /** Noise = picture - mean of its 3 x 3 neighbourhood, plane by plane: what is cleaned is blurred by a box. */
    public static void box(Path root, String name, int channels) {
        linear(root, name, channels, (kernel, plane) -> {
            for (int tap = 0; tap < 9; tap++) {
                kernel[plane * 9 + tap] = (tap == 4 ? 1f : 0f) - 1f / 9;
            }
        });
    }

    /** Noise = sigma / 255 everywhere: what is cleaned is darker by sigma levels. */
    public static void darkener(Path root, String name, int channels) {
        linear(root, name, channels, (kernel, plane) -> kernel[channels * 9 + 4] = 1);
    }

    /** Noise = a quarter of what the network reads one pixel to the right, plane by plane: it knows left from right. */
    public static void looker(Path root, String name, int channels) {
        linear(root, name, channels, (kernel, plane) -> kernel[plane * 9 + 5] = .25f);
    }

    /** Noise = 15 levels where it is told that noise is clipped as in files, none where it is not. */
    public static void clippingTeller(Path root, String name, int channels) {
        String recipe = LINEAR.formatted(channels + 2, channels);
        Architecture architecture = ArchitectureReader.ofRecipe(name, recipe);
        float[] weights = new float[architecture.parameters()];
        for (int plane = 0; plane < channels; plane++) {
            weights[(plane * (channels + 2) + channels + 1) * 9 + 4] = 1 / 17f;
        }
        write(root, name, Task.DENOISE, architecture, weights, recipe);
    }

    /**
     * Blind: noise of plane 1, 2, 3 = 1, 2, 3 twentieths of what the network reads of it: what is cleaned is grayer,
     * each plane by another share.
     */
    public static void fader(Path root, String name, int channels) {
        String recipe = LINEAR.formatted(channels, channels);
        Architecture architecture = ArchitectureReader.ofRecipe(name, recipe);
        float[] weights = new float[architecture.parameters()];
        for (int plane = 0; plane < channels; plane++) {
            weights[(plane * channels + plane) * 9 + 4] = (plane + 1) / 20f;
        }
        write(root, name, Task.DENOISE, architecture, weights, recipe);
    }

    /**
     * Correction = a fifth of the share of the hole in the 3 x 3 neighbourhood: what is filled is 51 levels brighter
     * than its start, less at the rim.
     */
    public static void lifter(Path root, String name, int channels) {
        linear(root, name, Task.FILL, channels, (kernel, plane) -> {
            for (int tap = 0; tap < 9; tap++) {
                kernel[channels * 9 + tap] = .2f / 9;
            }
        });
    }

    /**
     * An autoencoder of gray pictures of 8 x 8 alone: its code is the means of the four quadrants, and comes back as
     * flat quadrants.
     */
    public static void quadrants(Path root, String name) {
        Architecture net = ArchitectureReader.ofRecipe(name, QUADRANTS);
        float[] weights = new float[net.parameters()];
        for (int pixel = 0; pixel < 64; pixel++) {
            int quadrant = pixel / 32 * 2 + pixel % 8 / 4;
            weights[quadrant * 64 + pixel] = 1f / 16; // after 4 x 64 weights and 4 biases the way back
            weights[4 * 64 + 4 + pixel * 4 + quadrant] = 1;
        }
        write(root, name, Task.AUTOENCODE, net, weights, QUADRANTS);
    }

    /**
     * An autoencoder of pictures of all sizes: its code holds each block of 2 x 2 pixels as channels; what comes back
     * is half as bright.
     */
    public static void dimmer(Path root, String name, int channels) {
        String recipe = BLOCKS.formatted(channels, 4 * channels, channels);
        Architecture net = ArchitectureReader.ofRecipe(name, recipe);
        int kernel = 4 * channels * channels * 4;
        float[] weights = new float[net.parameters()];
        for (int out = 0; out < 4 * channels; out++) {
            int tap = (out * channels + out / 4) * 4 + out % 4;
            weights[tap] = 1;
            weights[kernel + 4 * channels + tap] = .5f; // after the biases the way back
        }
        write(root, name, Task.AUTOENCODE, net, weights, recipe);
    }

    /** An autoencoder of all sizes whose code is the picture, and which gives it back ten times as bright. */
    public static void tenfold(Path root, String name) {
        String recipe = """
                net:
                  inputs: 1
                  layers:
                    - convolution: {out: 1, kernel: 1}
                    - code
                    - convolution: {out: 1, kernel: 1}
                """;
        write(
                root,
                name,
                Task.AUTOENCODE,
                ArchitectureReader.ofRecipe(name, recipe),
                new float[] {1, 0, 10, 0},
                recipe);
    }

    /** An autoencoder without a code. */
    public static void codeless(Path root, String name) {
        String recipe = """
                net:
                  inputs: 1
                  layers:
                    - convolution: {out: 1, kernel: 1}
                """;
        Architecture net = ArchitectureReader.ofRecipe(name, recipe);
        write(root, name, Task.AUTOENCODE, net, new float[] {1, 0}, recipe);
    }

    /**
     * Tells how anomalous pictures are: as many times the brightness of a place, in spreads off the mean, as it is
     * told; by its one scoring, segmentation.
     */
    public static void brightnessInspector(
            Path root, String name, float times, Optional<Manifest.Calibration> calibration) {
        String recipe = """
                net:
                  inputs: 1
                  area: 32
                  layers:
                    - convolution: {out: 1, kernel: 1}
                """;
        Architecture net = ArchitectureReader.ofRecipe(name, recipe);
        write(
                root,
                name,
                Task.ANOMALY,
                net,
                new float[] {times, 0},
                recipe,
                Optional.of(new Manifest.Inspection(
                        Answer.DEFECT, List.of(new Manifest.Scoring(ScoringMethod.SEGMENTATION, calibration)))));
    }

    private static final String SPOTS = """
            task: anomaly
            net:
              inputs: %d
              area: 64
              layers:
                - convolution: {out: %d, kernel: 1}
            """;

    /**
     * Takes what is bright for a defect: the odds of it are 2 x - 4, where x is how far a pixel of the first plane lies
     * above the mean, in spreads of the picture.
     */
    public static void spots(Path root, String name, int channels, Optional<Manifest.Calibration> calibration) {
        float[] weights = new float[channels + 1];
        weights[0] = 2;
        weights[channels] = -4;
        inspector(
                root,
                name,
                channels,
                Answer.DEFECT,
                weights,
                List.of(new Manifest.Scoring(ScoringMethod.SEGMENTATION, calibration)));
    }

    /** The same of gray pictures, and it says what they should be: the mean throughout. */
    public static void evener(Path root, String name) {
        inspector(
                root,
                name,
                1,
                Answer.CORRECTION_AND_DEFECT,
                new float[] {-1, 2, 0, -4},
                Answer.CORRECTION_AND_DEFECT.scorings().stream()
                        .map(scoring -> new Manifest.Scoring(scoring, Optional.empty()))
                        .toList());
    }

    /** What {@link #spots} makes of even pictures with a little noise, about. */
    public static Manifest.Calibration calm() {
        List<Double> scores =
                IntStream.range(0, 24).mapToObj(i -> -2 + 0.02 * i).toList();
        List<Double> peaks =
                IntStream.range(0, 24).mapToObj(i -> -3.9 + 0.02 * i).toList();
        return new Manifest.Calibration("even pictures", 24, scores, peaks, "2026-11-23", "unveil calibrate");
    }

    private static void inspector(
            Path root, String name, int channels, Answer answer, float[] weights, List<Manifest.Scoring> scorings) {
        int planes = weights.length / (channels + 1);
        String recipe = SPOTS.formatted(channels, planes);
        Architecture net = ArchitectureReader.ofRecipe(name, recipe);
        write(
                root,
                name,
                Task.ANOMALY,
                net,
                weights,
                recipe,
                Optional.of(new Manifest.Inspection(answer, scorings, Optional.empty())));
    }

    private static void linear(Path root, String name, int channels, ObjIntConsumer<float[]> taps) {
        linear(root, name, Task.DENOISE, channels, taps);
    }

    /** Fills the kernel of each output plane: nine taps, in reading order, for each input plane. */
    private static void linear(Path root, String name, Task task, int channels, ObjIntConsumer<float[]> taps) {
        String recipe = LINEAR.formatted(channels + 1, channels);
        Architecture architecture = ArchitectureReader.ofRecipe(name, recipe);
        float[] weights = new float[architecture.parameters()];
        for (int plane = 0; plane < channels; plane++) {
            float[] kernel = new float[(channels + 1) * 9];
            taps.accept(kernel, plane);
            System.arraycopy(kernel, 0, weights, plane * kernel.length, kernel.length);
        }
        write(root, name, task, architecture, weights, recipe);
    }

    /** Random weights in a net with strides, from a seed. */
    public static void deep(Path root, String name, int channels, Task task) {
        String recipe = DEEP.formatted(channels + 1, channels);
        Architecture architecture = ArchitectureReader.ofRecipe(name, recipe);
        write(root, name, task, architecture, Weights.start(architecture, 7), recipe);
    }

    public static void write(Path root, String name, Task task, Architecture net, float[] weights, String recipe) {
        write(root, name, task, net, weights, recipe, Optional.empty());
    }

    private static void write(
            Path root,
            String name,
            Task task,
            Architecture net,
            float[] weights,
            String recipe,
            Optional<Manifest.Inspection> inspection) {
        Manifest manifest = new Manifest(
                name,
                "test",
                task,
                net.inputs(),
                net.outputs(),
                net.sides(),
                net.stride(),
                net.digest(),
                Digests.sha256(Weights.file(net, weights)),
                Digests.sha256(recipe.getBytes(UTF_8)),
                net.parameters(),
                net.multiplyAddsPerPixel(),
                net.receptiveField().size(),
                net.receptiveField().reach(),
                inspection,
                List.of(),
                new Manifest.Provenance(
                        List.of(), 0, 0, 7, "cpu", "fp32", 1, "none", "17", "test", Optional.empty(), Optional.empty()),
                "test");
        try {
            new ModelFolder(manifest, net, weights, recipe).write(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
