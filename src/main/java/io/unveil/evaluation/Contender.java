package io.unveil.evaluation;

import io.unveil.pipeline.denoise.Method;
import io.unveil.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of the denoisers that are compared.
 *
 * @param name of its rows
 * @param model empty where the service chooses
 */
record Contender(String name, Optional<String> model, Method method) {
    /** Methods with one model, or with the one that the service chooses, and other models beside them. */
    static List<Contender> of(Optional<String> model, List<Method> methods, List<String> beside) {
        return Stream.concat(
                        methods.stream().map(method -> new Contender(Words.of(method), model, method)),
                        beside.stream().map(other -> new Contender(other, Optional.of(other), Method.MODEL)))
                .toList();
    }
}
