package io.unveil.training;

import io.unveil.autoencoder.Fields;
import java.util.Arrays;

/** What a training makes small: an expression over the network's output {@code o}, the true noise {@code n} and sigma {@code s}. */
public enum Loss {
    /** Mean of (o - n)^2. */
    SQUARED_ERROR("squared-error", "torch.mean(torch.square(torch.sub(o, n)))"),
    /** Mean of |o - n|. */
    ABSOLUTE_ERROR("absolute-error", "torch.mean(torch.abs(torch.sub(o, n)))"),
    /** Mean of (o - n)^2 / (sigma + 5/255): squared error, evened out between weak and strong noise. */
    SQUARED_ERROR_OVER_SIGMA(
            "squared-error-over-sigma",
            "torch.mean(torch.div(torch.square(torch.sub(o, n)), torch.add(s, 0.0196078431372549)))");

    private final String id;
    private final String script;

    Loss(String id, String script) {
        this.id = id;
        this.script = script;
    }

    /** Its expression in the compiled step. */
    String script() {
        return script;
    }

    static Loss read(Fields training) {
        String[] allowed = Arrays.stream(values()).map(loss -> loss.id).toArray(String[]::new);
        String id = training.oneOf("loss", allowed);
        return Arrays.stream(values())
                .filter(loss -> loss.id.equals(id))
                .findFirst()
                .orElseThrow();
    }
}
