package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.unveil.autoencoder.CompiledModule;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.TorchEngine;
import java.io.IOException;
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

    /** The update of one random matrix at rate 1, from the optimiser's own lines. */
    private static float[] muonStep(int rows, int columns) {
        io.unveil.autoencoder.Architecture net = new io.unveil.autoencoder.Architecture(
                columns, List.of(new io.unveil.autoencoder.Convolution(rows, 1, 1, 0, 1)));
        String method = "  def muon(self: __torch__.M, gs: Tensor, p: Tensor, m: Tensor, v: Tensor) -> Tensor:\n"
                + "    rate = -1.0\n    adam = -1.0\n"
                + new Optimiser.Muon().script(net, Precision.FP32) + "    return p\n";
        TorchEngine.noGradients();
        int count = net.parameters();
        float[] gradient = new float[count];
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < count; i++) {
            gradient[i] = (float) random.nextGaussian();
        }
        try (NDManager manager = TorchEngine.newManager(Device.cpu());
                CompiledModule module = CompiledModule.load(manager, method)) {
            NDArray zeros = manager.create(new float[count]);
            return module.call(
                            "muon",
                            manager.create(gradient),
                            zeros,
                            manager.create(new float[count]),
                            manager.create(new float[count]))
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
