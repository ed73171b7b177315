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
        return Network.script("net", recipe.net(), Mode.TRAINING, precision)
                + "  def step(self: __torch__.M, %s) -> Tensor:\n"
                        .formatted(typed(recipe.lesson().tensors(), STATE))
                + RATES
                + loss(recipe)
                + GRADIENT
                + update(recipe, precision)
                + "    return torch.stack([torch.detach(loss), norm])\n";
    }

    /**
     * The same step, and its two halves for processes that share a batch: between them the first half's results are
     * averaged over the processes.
     *
     * <pre>
     * gradient(…, p) -> loss, then the gradient, in one vector
     * update(g, p, m, v, e, r, h) -> gradient norm; g is the gradient, the others are as above
     * </pre>
     */
    static String inHalves(Recipe recipe, Precision precision) {
        return of(recipe, precision)
                + "  def gradient(self: __torch__.M, %s) -> Tensor:\n"
                        .formatted(typed(recipe.lesson().tensors(), List.of("p")))
                + loss(recipe)
                + GRADIENT
                + "    return torch.cat([torch.reshape(torch.detach(loss), [1]), g])\n"
                + "  def update(self: __torch__.M, %s) -> Tensor:\n".formatted(typed(List.of("g"), STATE))
                + RATES
                + update(recipe, precision)
                + "    return norm\n";
    }

    private static String typed(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream())
                .map("%s: Tensor"::formatted)
                .collect(Collectors.joining(", "));
    }

    private static String loss(Recipe recipe) {
        return "    w = torch.requires_grad_(torch.detach(p))\n"
                + recipe.lesson().script()
                + recipe.loss().script(recipe.lesson());
    }

    private static String update(Recipe recipe, Precision precision) {
        return moments(MeanWeights.OURS)
                + recipe.optimiser().script(recipe.net(), precision)
                + "    _4 = torch.lerp_(e, p, new)\n";
    }

    private static final String RATES = """
                rate = float(torch.select(h, 0, 0))
                adam = float(torch.select(h, 0, 1))
                new = float(torch.select(h, 0, 4))
            """;

    private static final String GRADIENT = "    g = unchecked_cast(Tensor, (torch.autograd.grad([loss], [w]))[0])\n";

    private static final String MOMENTS = """
                norm = torch.norm(g)
                limit = torch.add(torch.mul(r, torch.select(h, 0, 2)), torch.select(h, 0, 3))
                gs = torch.mul(g, torch.clamp(torch.div(limit, torch.add(norm, 1e-12)), None, 1.))
                _0 = torch.add_(torch.mul_(r, %1$s), torch.minimum(norm, limit), alpha=%2$s)
                _1 = torch.add_(torch.mul_(m, %3$s), gs, alpha=%4$s)
                _2 = torch.addcmul_(torch.mul_(v, %5$s), gs, gs, value=%6$s)
            """;

    private static String moments(MeanWeights means) {
        return MOMENTS.formatted(
                means.norm(),
                MeanWeights.ofNew(means.norm()),
                means.gradients(),
                MeanWeights.ofNew(means.gradients()),
                means.squares(),
                MeanWeights.ofNew(means.squares()));
    }
}
