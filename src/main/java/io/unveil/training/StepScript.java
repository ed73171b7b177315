package io.unveil.training;

import io.unveil.autoencoder.Network;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.layer.Mode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole training step as one TorchScript method: corrupt, run, compare, compute the gradient, update and average
 * the weights. One call per step; any host of libtorch can run it.
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

    /** The arguments of a step besides the lesson's tensors, in order. */
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
                + gradient(MeanWeights.OURS)
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
                _0 = torch.add_(torch.mul_(r, %1$s), torch.minimum(norm, limit), alpha=%2$s)
                _1 = torch.add_(torch.mul_(m, %3$s), gs, alpha=%4$s)
                _2 = torch.addcmul_(torch.mul_(v, %5$s), gs, gs, value=%6$s)
            """;

    private static String gradient(MeanWeights means) {
        return GRADIENT.formatted(
                means.norm(),
                MeanWeights.ofNew(means.norm()),
                means.gradients(),
                MeanWeights.ofNew(means.gradients()),
                means.squares(),
                MeanWeights.ofNew(means.squares()));
    }

    private static final String TAIL = """
                _4 = torch.lerp_(e, p, new)
                return torch.stack([torch.detach(loss), norm])
            """;
}
