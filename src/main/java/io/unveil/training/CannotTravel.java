package io.unveil.training;

/** A recipe whose step cannot run on another machine; the message says why, and which recipes can. */
public final class CannotTravel extends RuntimeException {
    CannotTravel(String why) {
        super(
                "trained elsewhere can be recipes of the task denoise with Gaussian noise whose examples are cut by 'patch'; "
                        + why);
    }
}
