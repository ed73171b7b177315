package io.unveil.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/** Gives the tensors of each step; they follow from the recipe's seed and the step alone. */
interface Examples {
    /** The tensors that {@link Damage#tensors} names, of this step; those of the step before are gone. They belong to the call. */
    List<NDArray> ofStep(long step, NDManager call);
}
