package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.ArchitectureReader;
import io.unveil.autoencoder.CompiledModule;
import io.unveil.autoencoder.Network;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.autoencoder.layer.Mode;
import io.unveil.image.Difference;
import io.unveil.image.Pixels;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Losses in the engine against their formulas in plain loops, and their gradients against finite differences; in double
 * precision.
 */
class LossTest {
    private static final int EXAMPLES = 2;
    private static final int SIDE = 12;
    private static final int COUNT = SIDE * SIDE;
    private static final double[] SIGMA = {0.1, 0.02};
    private static final Architecture NET = ArchitectureReader.ofRecipe(
            "test", "net: {inputs: 1, layers: [convolution: {out: 1, kernel: 3, padding: 1}]}");
    private static final Lesson EVERYWHERE = new ReconstructionLesson(new NoCorruption());
    private static final Lesson IN_THE_HOLE = new HoleLesson(new HoleMixture(List.of(), 0, 0.5), 0);

    private final NDManager manager = TorchEngine.newManager(Device.cpu());
    private final SplittableRandom random = new SplittableRandom(5);
    private NDArray read;
    private NDArray wanted;
    private NDArray sigma;
    private NDArray hole;
    private double[] weights;

    @BeforeEach
    void draw() {
        TorchEngine.noGradients();
        Shape shape = new Shape(EXAMPLES, 1, SIDE, SIDE);
        read = manager.create(drawn(EXAMPLES * COUNT), shape);
        wanted = manager.create(drawn(EXAMPLES * COUNT), shape);
        sigma = manager.create(SIGMA, new Shape(EXAMPLES, 1, 1, 1));
        hole = manager.create(
                random.doubles(EXAMPLES * COUNT).map(u -> u < 0.3 ? 1 : 0).toArray(), shape);
        weights = drawn(NET.parameters());
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private double[] drawn(int count) {
        return random.doubles(count).toArray();
    }

    private CompiledModule compiled(Loss loss, Lesson lesson) {
        String arguments = "(self: __torch__.M, i: Tensor, t: Tensor, s: Tensor, hole: Tensor, w: Tensor) -> Tensor:\n";
        return CompiledModule.load(
                manager,
                Network.script("net", NET, Mode.TRAINING, Precision.FP32)
                        + "  def loss" + arguments + loss.script(lesson) + "    return loss\n"
                        + "  def gradient" + arguments
                        + "    p = torch.requires_grad_(torch.detach(w))\n"
                        + "    loss = (self).loss(i, t, s, hole, p, )\n"
                        + "    return unchecked_cast(Tensor, (torch.autograd.grad([loss], [p]))[0])\n");
    }

    private double loss(CompiledModule module, double[] at) {
        try (NDArray w = manager.create(at)) {
            return module.call("loss", read, wanted, sigma, hole, w).toDoubleArray()[0];
        }
    }

    private double[] outputs() {
        try (CompiledModule net =
                        CompiledModule.load(manager, Network.script("net", NET, Mode.TRAINING, Precision.FP32));
                NDArray w = manager.create(weights)) {
            return net.call("net", read, w).toDoubleArray();
        }
    }

    private static double mean(double[] o, double[] t, ToDoubleBiFunction<Double, Double> error) {
        double sum = 0;
        for (int i = 0; i < o.length; i++) {
            sum += error.applyAsDouble(o[i], t[i]);
        }
        return sum / o.length;
    }

    private static double squared(double[] o, double[] t) {
        return mean(o, t, (a, b) -> (a - b) * (a - b));
    }

    private static double correlation(double[] o, double[] t) {
        double mo = Arrays.stream(o).average().orElseThrow();
        double mt = Arrays.stream(t).average().orElseThrow();
        double vo = mean(o, o, (a, b) -> (a - mo) * (b - mo));
        double vt = mean(t, t, (a, b) -> (a - mt) * (b - mt));
        return mean(o, t, (a, b) -> (a - mo) * (b - mt)) / Math.sqrt(vo * vt);
    }

    private static double crossEntropy(double[] o, double[] t) {
        double all = Arrays.stream(o).map(Math::exp).sum();
        double sum = 0;
        for (int i = 0; i < o.length; i++) {
            sum -= t[i] * Math.log(Math.exp(o[i]) / all);
        }
        return sum;
    }

    /** (1 - q)^2 (-log q), where log q is what the entropy of the truth t and the probability sigmoid(o) comes to. */
    private static double focal(double o, double t) {
        double entropy = t * Math.log(1 + Math.exp(-o)) + (1 - t) * Math.log(1 + Math.exp(o));
        return Math.pow(1 - Math.exp(-entropy), 2) * entropy;
    }

    private static double dissimilarity(double[] o, double[] t) {
        return 1 - Difference.between(pixels(o), pixels(t)).ssim();
    }

    private static Pixels pixels(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return new Pixels(SIDE, SIDE, 1, floats);
    }

    private interface Formula {
        double of(double[] o, double[] t, double sigma);
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                formula(new Loss.SquaredError(), (o, t, s) -> squared(o, t)),
                formula(new Loss.AbsoluteError(), (o, t, s) -> mean(o, t, (a, b) -> Math.abs(a - b))),
                formula(
                        new Loss.Charbonnier(0.3),
                        (o, t, s) -> mean(o, t, (a, b) -> Math.sqrt((a - b) * (a - b) + 0.09))),
                formula(new Loss.SquaredErrorOverSigma(), (o, t, s) -> squared(o, t) / (s + 5 / 255.)),
                formula(new Loss.LogSquaredError(0.01), (o, t, s) -> 0.05 * Math.log(squared(o, t) + 0.01)),
                formula(
                        new Loss.SquaredErrorAndActivity(0.01),
                        (o, t, s) ->
                                squared(o, t) + 0.01 * Math.abs(Arrays.stream(o).sum())),
                formula(new Loss.NegativeCorrelation(), (o, t, s) -> -correlation(o, t)),
                formula(new Loss.CrossEntropy(), (o, t, s) -> crossEntropy(o, t)),
                formula(new Loss.Focal(2), (o, t, s) -> mean(o, t, LossTest::focal)),
                formula(new Loss.Ssim(), (o, t, s) -> dissimilarity(o, t)));
    }

    private static Arguments formula(Loss loss, Formula formula) {
        return Arguments.of(loss, formula);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void aLossIsTheMeanOverTheExamplesOfItsFormula(Loss loss, Formula formula) {
        double[] o = outputs();
        double[] t = wanted.toDoubleArray();
        double expected = 0;
        for (int i = 0; i < EXAMPLES; i++) {
            double[] output = Arrays.copyOfRange(o, i * COUNT, (i + 1) * COUNT);
            double[] truth = Arrays.copyOfRange(t, i * COUNT, (i + 1) * COUNT);
            expected += formula.of(output, truth, SIGMA[i]) / EXAMPLES;
        }
        try (CompiledModule module = compiled(loss, EVERYWHERE)) {
            assertThat(loss(module, weights)).isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void itsGradientIsThatOfFiniteDifferences(Loss loss, Formula formula) {
        double step = 1e-6;
        try (CompiledModule module = compiled(loss, EVERYWHERE);
                NDArray w = manager.create(weights)) {
            double[] gradient = module.callWithGradients("gradient", read, wanted, sigma, hole, w)
                    .toDoubleArray();
            for (int i = 0; i < weights.length; i++) {
                double[] up = weights.clone();
                double[] down = weights.clone();
                up[i] += step;
                down[i] -= step;
                double difference = (loss(module, up) - loss(module, down)) / (2 * step);
                assertThat(gradient[i])
                        .as("weight %d", i)
                        .isCloseTo(difference, within(1e-6 * (1 + Math.abs(difference))));
            }
        }
    }

    @Test
    void whereALessonCountsItsHoleAloneTheRestOfTheExampleIsFree() {
        double[] o = outputs();
        double[] t = wanted.toDoubleArray();
        double[] counts = hole.toDoubleArray();
        double expected = 0;
        for (int i = 0; i < EXAMPLES; i++) {
            double sum = 0;
            double covered = 0;
            for (int j = i * COUNT; j < (i + 1) * COUNT; j++) {
                sum += counts[j] * (o[j] - t[j]) * (o[j] - t[j]);
                covered += counts[j];
            }
            expected += sum / covered / EXAMPLES;
        }
        try (CompiledModule module = compiled(new Loss.SquaredError(), IN_THE_HOLE)) {
            assertThat(loss(module, weights)).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void repairIsWeighedBesideTheOddsWhichAreTheLastPlane() {
        String lines = new Loss.FocalAndRepair(2, 0.4).perExample(EVERYWHERE);
        double[] o = drawn(EXAMPLES * 2 * COUNT);
        double[] t = drawn(EXAMPLES * 2 * COUNT);
        Shape shape = new Shape(EXAMPLES, 2, SIDE, SIDE);
        try (CompiledModule module = CompiledModule.load(
                        manager,
                        "  def d(self: __torch__.M, o: Tensor, t: Tensor) -> Tensor:\n" + lines + "    return d\n");
                NDArray given = manager.create(o, shape);
                NDArray truth = manager.create(t, shape)) {
            double[] d = module.call("d", given, truth).toDoubleArray();
            for (int i = 0; i < EXAMPLES; i++) {
                int at = 2 * i * COUNT;
                double repair = mean(part(o, at), part(t, at), (a, b) -> Math.abs(a - b));
                double odds = mean(part(o, at + COUNT), part(t, at + COUNT), LossTest::focal);
                assertThat(d[i]).isCloseTo(odds + 0.4 * repair, within(1e-9));
            }
        }
    }

    private static double[] part(double[] numbers, int from) {
        return Arrays.copyOfRange(numbers, from, from + COUNT);
    }

    @Test
    void correlationLeavesBrightnessAndContrastFree() {
        double[] identity = new double[NET.parameters()];
        identity[4] = 0.3; // the middle of the kernel
        identity[9] = 0.6; // the bias
        wanted = read;
        try (CompiledModule module = compiled(new Loss.NegativeCorrelation(), EVERYWHERE)) {
            assertThat(loss(module, identity)).isCloseTo(-1, within(1e-5));
        }
    }

    private static Recipe read(String lesson, String loss) {
        return Recipe.read("r.yaml", TinyAutoencoder.text(lesson).replace("loss: squared-error", "loss: " + loss));
    }

    @Test
    void aLossIsAWordOrHasItsParameters() {
        assertThat(read("", "ssim").loss()).isEqualTo(new Loss.Ssim());
        assertThat(read("", "log-squared-error").loss()).isEqualTo(new Loss.LogSquaredError(0.001));
        assertThat(read("", "charbonnier").loss()).isEqualTo(new Loss.Charbonnier(0.001));
        assertThat(read("", "{charbonnier: {epsilon: 0.01}}").loss()).isEqualTo(new Loss.Charbonnier(0.01));
        assertThat(read("", "{squared-error-and-activity: {weight: 0.5}}").loss())
                .isEqualTo(new Loss.SquaredErrorAndActivity(0.5));
    }

    @Test
    void aFaultyLossIsNamedWithItsPlace() {
        assertThatThrownBy(() -> read("", "squared-error-and-activity"))
                .hasMessageContaining("training.loss.squared-error-and-activity.weight is missing");
        assertThatThrownBy(() -> read("", "{charbonnier: {epsilon: 0}}"))
                .hasMessageContaining("training.loss.charbonnier.epsilon must be a number from 1.0E-6 to 1.0, was '0'");
        assertThatThrownBy(() -> read("", "{ssim: {window: 7}}"))
                .hasMessageContaining("training.loss.ssim.window is unknown");
        assertThatThrownBy(() -> read("", "[ssim, squared-error]"))
                .hasMessageContaining("training.loss must be a mapping of names to values");
        assertThatThrownBy(() -> read("", "squared-error-over-sigma"))
                .hasMessageContaining("training loss squared-error-over-sigma needs noise that has a sigma");
    }

    @Test
    void lossesOfPicturesAreRefusedWhereThereIsNone() {
        for (String loss : List.of("ssim", "negative-correlation")) {
            assertThatThrownBy(() -> Recipe.read("r.yaml", TinyRecipe.TEXT.replace("squared-error-over-sigma", loss)))
                    .hasMessageContaining(
                            "training loss %s compares pictures: it is only for the task autoencode".formatted(loss));
        }
        String small = TinyAutoencoder.text("")
                .replace("height: 16", "height: 8")
                .replace("loss: squared-error", "loss: ssim");
        assertThatThrownBy(() -> Recipe.read("r.yaml", small))
                .hasMessageContaining(
                        "training loss ssim looks through a window of 11 x 11, but the network gives 1 x 8 x 16");
    }
}
