package io.unveil.inference;

/** A GPU was requested, and the engine sees none. */
public final class NoGpu extends IllegalStateException {
    NoGpu() {
        super(
                "unveil.device is gpu, but the engine sees none; set it to auto or cpu, or give the engine a build of libtorch for this"
                        + " GPU (docs/deployment.md)");
    }
}
