package io.unveil.training;

import io.unveil.autoencoder.Mode;
import io.unveil.autoencoder.Network;
import io.unveil.autoencoder.Precision;

/**
 * The whole training step as one TorchScript method: spoil, run, compare, take the gradient, move and average the weights. One call a
 * step; any host of libtorch can drive it.
 *
 * <pre>
 * step(y, s, c, p, m, v, e, r, h) -> [loss, gradient norm]
 *   y (N, H, W, C) uint8   clean patches          s (N, 1, 1, 1)  sigma of each, in 0 to 1
 *   c (N, 1, 1, 1)         1 where the noise is clipped and rounded as in files, else 0
 *   p, m, v, e             weights, running mean of gradients, of their squares, averaged weights: changed in place
 *   r (1)                  running mean of the gradient norm, changed in place
 *   h (5)                  -rate, -rate with Adam's corrections, a and b of the gradient norm's limit a r + b, share of the new
 *                          weights in the average
 * </pre>
 *
 * The gradient is scaled down where its norm is above the limit.
 */
final class StepScript {
    static final String METHOD = "step";

    private StepScript() {}

    static String of(Recipe recipe, Precision precision) {
        return Network.script("net", recipe.net(), Mode.TRAINING, precision)
                + HEAD.formatted(recipe.loss().script())
                + recipe.optimiser().script(recipe.net(), precision)
                + TAIL;
    }

    private static final String HEAD = """
              def step(self: __torch__.M, y: Tensor, s: Tensor, c: Tensor, p: Tensor, m: Tensor, v: Tensor, e: Tensor, r: Tensor, h: Tensor) -> Tensor:
                rate = float(torch.select(h, 0, 0))
                adam = float(torch.select(h, 0, 1))
                new = float(torch.select(h, 0, 4))
                clean = torch.div(torch.to(torch.permute(y, [0, 3, 1, 2]), 6), 255.)
                noisy = torch.add(clean, torch.mul(torch.randn_like(clean), s))
                filed = torch.div(torch.round(torch.mul(torch.clamp(noisy, 0., 1.), 255.)), 255.)
                x = torch.add(noisy, torch.mul(torch.sub(filed, noisy), c))
                n = torch.sub(x, clean)
                plane = torch.add(torch.mul(torch.slice(clean, 1, 0, 1), 0.), s)
                i = torch.contiguous(torch.cat([torch.sub(x, 0.5), plane], 1), memory_format=2)
                w = torch.requires_grad_(torch.detach(p))
                o = (self).net(i, w, )
                loss = %s
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
