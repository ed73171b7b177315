package io.unveil.training;

/** A recipe whose training takes no time; what it learns is of no use. */
public final class SmallestRecipe {
    public static final String TEXT = """
            task: denoise
            net:
              inputs: 2
              layers:
                - convolution: {out: 4, kernel: 3, padding: 1}
                - relu
                - convolution: {out: 1, kernel: 3, padding: 1, gain: 0.1}
            training:
              patch: 16
              batch: 2
              noise: {from: 0, to: 55, clipped: 0.5}
              loss: squared-error-over-sigma
              optimiser: adam
              rate: {peak: 0.001, end: 0.0001, warm-up: 1}
              clip: 2
              average: 0.9
              steps: 4
              validate-every: 2
              seed: 1
            """;

    private SmallestRecipe() {}
}
