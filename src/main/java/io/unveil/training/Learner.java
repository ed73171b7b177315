package io.unveil.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.unveil.autoencoder.CompiledModule;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.TorchEngine;
import java.util.ArrayList;
import java.util.List;

/** The weights during training, in the engine, and the compiled step that updates them. */
final class Learner implements AutoCloseable {
    private final Recipe recipe;
    private final NDManager manager;
    private final CompiledModule module;
    private final NDArray weights;
    private final NDArray gradients;
    private final NDArray squares;
    private final NDArray averaged;
    private final NDArray norm;

    private Learner(Recipe recipe, LearnerState state, Precision precision, Device device) {
        this.recipe = recipe;
        this.manager = TorchEngine.newManager(device);
        this.module = CompiledModule.load(manager, StepScript.of(recipe, precision));
        this.weights = manager.create(state.weights());
        this.gradients = manager.create(state.gradients());
        this.squares = manager.create(state.squares());
        this.averaged = manager.create(state.averaged());
        this.norm = manager.create(new float[] {state.norm()});
    }

    /** A learner that continues from a state: a fresh one, or a checkpoint's. */
    static Learner of(Recipe recipe, LearnerState state, Precision precision, Device device) {
        return new Learner(recipe, state, precision, device);
    }

    /**
     * One step on these examples; the engine's random numbers depend only on recipe and step.
     *
     * @param step counted from 1
     * @param done share of the training that is done, 0 to 1
     */
    StepResult step(Examples examples, long step, double done) {
        Engine engine = TorchEngine.start();
        engine.setRandomSeed(Seeds.of(recipe.seed(), step, Seeds.Use.ENGINE_NOISE));
        try (NDManager call = manager.newSubManager()) {
            List<NDArray> arguments = new ArrayList<>(examples.ofStep(step, call));
            arguments.addAll(List.of(weights, gradients, squares, averaged, norm, call.create(settings(step, done))));
            float[] result = module.callWithGradients(StepScript.METHOD, arguments.toArray(NDArray[]::new))
                    .toFloatArray();
            return new StepResult(result[0], result[1]);
        }
    }

    private float[] settings(long step, double done) {
        double rate = recipe.rate().at(step, done);
        double adam = rate * MeanWeights.OURS.correction(step);
        double limit = step == 1 ? 0 : recipe.clip() / MeanWeights.OURS.measured(step);
        double unmeasured = step == 1 ? Float.MAX_VALUE : 0; // before the first norm is known, there is no limit
        double newShare =
                1 - Math.min(recipe.average(), step / (step + 9.0)); // young averages forget their random start
        return new float[] {(float) -rate, (float) -adam, (float) limit, (float) unmeasured, (float) newShare};
    }

    /** Everything on which the next step depends. */
    LearnerState state() {
        return new LearnerState(
                weights.toFloatArray(),
                gradients.toFloatArray(),
                squares.toFloatArray(),
                averaged.toFloatArray(),
                norm.toFloatArray()[0]);
    }

    float[] averagedWeights() {
        return averaged.toFloatArray();
    }

    /** Arrays alive; constant between steps unless something leaks. */
    int liveArrays() {
        return manager.getManagedArrays().size();
    }

    @Override
    public void close() {
        module.close();
        manager.close();
    }
}
