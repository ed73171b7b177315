package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.unveil.autoencoder.CompiledModule;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.TorchEngine;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The compiled step: what it moves, by how much, and that it leaves nothing behind. */
class LearnerTest {
    private static final Recipe RECIPE = TinyRecipe.read();

    private static Examples examples(Recipe recipe) throws IOException {
        return recipe.lesson().examples(TinyRecipe.loader(recipe), recipe.seed());
    }

    @Test
    void noArrayStaysBehindAStep() throws IOException {
        try (Learner learner = Learner.of(RECIPE, LearnerState.start(RECIPE), Precision.FP32, Device.cpu())) {
            Examples examples = examples(RECIPE);
            learner.step(examples, 1, 0);
            int alive = learner.liveArrays();
            for (int step = 2; step < 30; step++) {
                learner.step(examples, step, 0);
            }
            assertThat(learner.liveArrays()).isEqualTo(alive);
        }
    }

    @Test
    void theFirstStepOfAdamMovesEachWeightByTheRateAgainstItsGradient() throws IOException {
        Recipe recipe =
                Recipe.read("adam", TinyRecipe.TEXT.replace("muon", "adam").replace("warm-up: 5", "warm-up: 0"));
        LearnerState start = LearnerState.start(recipe);
        try (Learner learner = Learner.of(recipe, start, Precision.FP32, Device.cpu())) {
            learner.step(examples(recipe), 1, 0);
            LearnerState after = learner.state();
            for (int i = 0; i < start.weights().length; i++) {
                double gradient = after.gradients()[i] / 0.1; // its running mean after one step
                assertThat(after.squares()[i]).isCloseTo((float) (0.001 * gradient * gradient), within(1e-7f));
                if (Math.abs(gradient) > 1e-3) { // below, epsilon shows
                    assertThat(after.weights()[i] - start.weights()[i])
                            .isCloseTo((float) (-0.01 * Math.signum(gradient)), within(2e-5f));
                }
            }
        }
    }

    @Test
    void averagedWeightsFollowAtTheirOwnPace() throws IOException {
        LearnerState start = LearnerState.start(RECIPE);
        try (Learner learner = Learner.of(RECIPE, start, Precision.FP32, Device.cpu())) {
            learner.step(examples(RECIPE), 1, 0);
            LearnerState after = learner.state();
            int i = 5;
            float share = 1 - 1 / 10f; // young averages: step / (step + 9) of the old is kept
            assertThat(after.averaged()[i])
                    .isCloseTo(start.weights()[i] + share * (after.weights()[i] - start.weights()[i]), within(1e-6f));
        }
    }

    @Test
    void aGradientAboveTwiceTheMeanNormIsScaledDownToIt() throws IOException {
        LearnerState calm = new LearnerState(
                LearnerState.start(RECIPE).weights(),
                new float[RECIPE.net().parameters()],
                new float[RECIPE.net().parameters()],
                LearnerState.start(RECIPE).weights(),
                1e-6f);
        try (Learner learner = Learner.of(RECIPE, calm, Precision.FP32, Device.cpu())) {
            learner.step(examples(RECIPE), 100, 0);
            double norm = 0;
            for (float gradient : learner.state().gradients()) {
                norm += gradient / 0.1 * (gradient / 0.1);
            }
            double limit = 2 * 1e-6 / (1 - Math.pow(0.99, 99));
            assertThat(Math.sqrt(norm)).isCloseTo(limit, within(1e-3 * limit));
        }
    }

    @Test
    void muonMakesAMatrixOrthogonalInBothDirections() throws IOException {
        for (int[] sides : new int[][] {{16, 40}, {40, 16}}) {
            double[] lengths = singularValues(muonStep(sides[0], sides[1]), sides[0], sides[1]);
            double scale = 0.2 * Math.sqrt(Math.max(sides[0], sides[1]));
            for (double length : lengths) {
                assertThat(length / scale).isBetween(0.6, 1.3); // five iterations bring them near 1, not onto it
            }
        }
    }

    @Test
    void decayPullsWeightsBackAndLeavesBiases() throws IOException {
        for (Optimiser optimiser : List.of(new Optimiser.Muon(0.25), new Optimiser.Adam(0.25))) {
            io.unveil.autoencoder.Architecture net = matrix(16, 20);
            float[] ones = new float[net.parameters()];
            Arrays.fill(ones, 1);
            float[] after = step(optimiser, net, new float[ones.length], ones);
            Arrays.fill(ones, 0, 16 * 20, 0.75f); // at a rate of 1; the kernel stands before the bias
            assertThat(after).containsExactly(ones);
        }
    }

    /** The update of one random matrix at rate 1. */
    private static float[] muonStep(int rows, int columns) {
        io.unveil.autoencoder.Architecture net = matrix(rows, columns);
        float[] gradient = new float[net.parameters()];
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (float) random.nextGaussian();
        }
        return step(new Optimiser.Muon(0), net, gradient, new float[gradient.length]);
    }

    private static io.unveil.autoencoder.Architecture matrix(int rows, int columns) {
        return new io.unveil.autoencoder.Architecture(
                columns, List.of(new io.unveil.autoencoder.layer.Convolution(rows, 1, 1, 0, 1)));
    }

    /** Weights after a step at rate 1 by the optimiser's own lines, its running means at 0. */
    private static float[] step(
            Optimiser optimiser, io.unveil.autoencoder.Architecture net, float[] gradient, float[] weights) {
        String method = "  def move(self: __torch__.M, gs: Tensor, p: Tensor, m: Tensor, v: Tensor) -> Tensor:\n"
                + "    rate = -1.0\n    adam = -1.0\n"
                + optimiser.script(net, Precision.FP32) + "    return p\n";
        TorchEngine.noGradients();
        try (NDManager manager = TorchEngine.newManager(Device.cpu());
                CompiledModule module = CompiledModule.load(manager, method)) {
            return module.call(
                            "move",
                            manager.create(gradient),
                            manager.create(weights),
                            manager.create(new float[weights.length]),
                            manager.create(new float[weights.length]))
                    .toFloatArray();
        }
    }

    /** Square roots of the eigenvalues of the smaller Gram matrix, by Jacobi rotations. */
    private static double[] singularValues(float[] matrix, int rows, int columns) {
        int n = Math.min(rows, columns);
        double[][] gram = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    double a = rows <= columns ? matrix[i * columns + k] : matrix[k * columns + i];
                    double b = rows <= columns ? matrix[j * columns + k] : matrix[k * columns + j];
                    gram[i][j] += a * b;
                }
            }
        }
        for (int sweep = 0; sweep < 20; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(gram, p, q);
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = Math.sqrt(gram[i][i]);
        }
        return values;
    }

    private static void rotate(double[][] a, int p, int q) {
        double angle = 0.5 * Math.atan2(2 * a[p][q], a[q][q] - a[p][p]);
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        for (int k = 0; k < a.length; k++) {
            double x = a[k][p];
            double y = a[k][q];
            a[k][p] = c * x - s * y;
            a[k][q] = s * x + c * y;
        }
        for (int k = 0; k < a.length; k++) {
            double x = a[p][k];
            double y = a[q][k];
            a[p][k] = c * x - s * y;
            a[q][k] = s * x + c * y;
        }
    }
}
