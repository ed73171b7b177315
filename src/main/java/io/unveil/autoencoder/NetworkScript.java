package io.unveil.autoencoder;

import io.unveil.autoencoder.layer.Mode;
import io.unveil.autoencoder.layer.Script;
import java.util.stream.Collectors;

/**
 * The TorchScript methods of a network: x (N, C, H, W) in single precision, p the vector of all the network's weights.
 */
final class NetworkScript {
    private NetworkScript() {}

    /**
     * The method {@code name(self, x, p)} that returns the part's output in single precision; inside it computes at
     * this precision.
     */
    static String method(String name, Architecture net, NetworkPart part, Mode mode, Precision precision) {
        Script script = new Script(net.weights(), net.uses(part), mode, Script.Reuse.ALLOWED);
        script.keep("x0");
        String out = net.chain(part).compile("x0", net.input(part), script);
        return script.method(name, "Tensor", precision::enter, precision.leave(out));
    }

    /**
     * The method {@code name(self, x, p)} that returns each layer's output, those within a composite before the
     * composite itself.
     */
    static String stages(String name, Architecture net, Precision precision) {
        Script script = new Script(net.weights(), net.uses(NetworkPart.WHOLE), Mode.INFERENCE, Script.Reuse.FORBIDDEN);
        net.chain(NetworkPart.WHOLE).compile("x0", net.input(NetworkPart.WHOLE), script);
        String all = script.reached().stream().map(precision::leave).collect(Collectors.joining(", ", "[", "]"));
        return script.method(name, "List[Tensor]", precision::enter, all);
    }

    /** The method {@code name(self, x, p)} that gives what one layer gives, counted as {@link #stages} lists them. */
    static String stage(String name, Architecture net, Precision precision, int number) {
        Script script = new Script(net.weights(), net.uses(NetworkPart.WHOLE), Mode.INFERENCE, Script.Reuse.FORBIDDEN);
        net.chain(NetworkPart.WHOLE).compile("x0", net.input(NetworkPart.WHOLE), script);
        return script.method(
                name,
                "Tensor",
                precision::enter,
                precision.leave(script.reached().get(number)));
    }
}
