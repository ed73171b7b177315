package io.unveil.training;

import io.unveil.autoencoder.Network;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.layer.Mode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole training step as one TorchScript method: spoil, run, compare, take the gradient, move and average the weights. One call a
 * step; any host of libtorch can drive it.
 *
 * <pre>
 * step(…, p, m, v, e, r, h) -> [loss, gradient norm]
 *   …            what {@link Lesson#tensors} names
 *   p, m, v, e   weights, running mean of gradients, of their squares, averaged weights: changed in place
 *   r (1)        running mean of the gradient norm, changed in place
 *   h (5)        -rate, -rate with Adam's corrections, a and b of the gradient norm's limit a r + b, share of the new weights in
 *                the average
 * </pre>
 *
 * The gradient is scaled down where its norm is above the limit.
 */
final class StepScript {
    static final String METHOD = "step";

    /** What a step takes beside the tensors of the lesson, in order. */
    static final List<String> STATE = List.of("p", "m", "v", "e", "r", "h");

    private StepScript() {}

    static String of(Recipe recipe, Precision precision) {
        String tensors = Stream.concat(recipe.lesson().tensors().stream(), STATE.stream())
                .map("%s: Tensor"::formatted)
                .collect(Collectors.joining(", "));
        return Network.script("net", recipe.net(), Mode.TRAINING, precision)
                + HEAD.formatted(tensors)
                + recipe.lesson().script()
                + recipe.loss().script(recipe.lesson())
                + GRADIENT
                + recipe.optimiser().script(recipe.net(), precision)
                + TAIL;
    }

    private static final String HEAD = """
              def step(self: __torch__.M, %s) -> Tensor:
                rate = float(torch.select(h, 0, 0))
                adam = float(torch.select(h, 0, 1))
                new = float(torch.select(h, 0, 4))
                w = torch.requires_grad_(torch.detach(p))
            """;

    private static final String GRADIENT = """
                g = unchecked_cast(Tensor, (torch.autograd.grad([loss], [w]))[0])
                norm = torch.norm(g)
                limit = torch.add(torch.mul(r, torch.select(h, 0, 2)), torch.select(h, 0, 3))
                gs = torch.mul(g, torch.clamp(torch.div(limit, torch.add(norm, 1e-12)), None, 1.))
                _0 = torch.add_(torch.mul_(r, 0.99), torch.minimum(norm, limit), alpha=0.01)
                _1 = torch.add_(torch.mul_(m, 0.9), gs, alpha=0.1)
                _2 = torch.addcmul_(torch.mul_(v, 0.999), gs, gs, value=0.001)
            """;

    private static final String TAIL = """
                _4 = torch.lerp_(e, p, new)
                return torch.stack([torch.detach(loss), norm])
            """;
}
