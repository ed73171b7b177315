package io.unveil.training;

import io.unveil.autoencoder.Fields;
import java.util.Arrays;

/**
 * What a training makes small, of the network's output o and the wanted output t. Errors are first averaged over each example, where the
 * {@link Lesson} says that they count: d, one number an example.
 */
public enum Loss {
    /** Mean of (o - t)^2. */
    SQUARED_ERROR("squared-error", "torch.square(torch.sub(o, t))", "torch.mean(d)"),
    /** Mean of |o - t|. */
    ABSOLUTE_ERROR("absolute-error", "torch.abs(torch.sub(o, t))", "torch.mean(d)"),
    /** Mean of (o - t)^2 / (sigma + 5/255): squared error, evened out between weak and strong noise. */
    SQUARED_ERROR_OVER_SIGMA(
            "squared-error-over-sigma",
            "torch.square(torch.sub(o, t))",
            "torch.mean(torch.div(d, torch.add(torch.reshape(s, [-1]), 0.0196078431372549)))"),
    /**
     * Mean over the examples of .05 log(d + .001), d the mean of (o - t)^2 in an example: squared error, evened out between examples that are
     * easy and hard to fill, as PSNR counts them. The factor only keeps losses of different kinds of one size.
     */
    LOG_SQUARED_ERROR(
            "log-squared-error",
            "torch.square(torch.sub(o, t))",
            "torch.mul(torch.mean(torch.log(torch.add(d, 0.001))), 0.05)");

    private final String id;
    private final String error;
    private final String overPatches;

    Loss(String id, String error, String overPatches) {
        this.id = id;
        this.error = error;
        this.overPatches = overPatches;
    }

    /** The lines of the compiled step that run the network on {@code i} and name {@code loss}. */
    String script(Lesson lesson) {
        return """
                o = (self).net(i, w, )
                d = %s
                loss = %s
            """.formatted(lesson.mean(error), overPatches);
    }

    static Loss read(Fields training) {
        String[] allowed = Arrays.stream(values()).map(loss -> loss.id).toArray(String[]::new);
        String id = training.oneOf("loss", allowed);
        return Arrays.stream(values())
                .filter(loss -> loss.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return id;
    }
}
