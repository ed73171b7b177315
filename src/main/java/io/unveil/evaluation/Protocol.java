package io.unveil.evaluation;

import io.unveil.pipeline.denoise.Method;
import io.unveil.pipeline.denoise.Quality;
import java.util.List;
import java.util.Optional;

/**
 * How denoisers are measured.
 *
 * @param model the model's name; empty = what the service chooses for each picture
 * @param conditions one after the other, over all pictures
 * @param blind whether denoisers estimate the noise level instead of being given it
 * @param methods side by side, on the same noisy pictures
 * @param quality of networks; empty = one pass
 * @param beside other models, each in rows of its own, on the same noisy pictures
 * @param seed picture number i, from 0, gets its noise from seed + i, anew in each condition
 */
public record Protocol(
        Optional<String> model,
        List<Condition> conditions,
        Input input,
        boolean blind,
        List<Method> methods,
        Optional<Quality> quality,
        List<String> beside,
        long seed) {
    public Protocol {
        conditions = List.copyOf(conditions);
        methods = List.copyOf(methods);
        beside = List.copyOf(beside);
        if (conditions.isEmpty() || methods.isEmpty()) {
            throw new IllegalArgumentException("an evaluation needs at least one condition and one method");
        }
    }

    /** Of a model by name, in one pass, with no other model. */
    public Protocol(
            String model, List<Condition> conditions, Input input, boolean blind, List<Method> methods, long seed) {
        this(Optional.of(model), conditions, input, blind, methods, Optional.empty(), List.of(), seed);
    }

    /** The input of denoisers. */
    public enum Input {
        /** Clean picture and noise added in floating point, neither clipped nor rounded, as the field does. */
        FLOAT,
        /** Clipped and rounded to 8 bits, as in files. */
        EIGHT_BIT
    }
}
