package io.unveil.pipeline;

import io.unveil.image.Difference;
import io.unveil.image.Picture;
import io.unveil.inference.RefusedRequest;

/** Compares two pictures. */
public final class Comparing {
    private Comparing() {}

    /**
     * MSE, MAE, PSNR and SSIM; throws {@link RefusedRequest} with UNPROCESSABLE_IMAGE when sizes or channels differ.
     */
    public static Difference compare(Picture picture, Picture reference) {
        requireAlike(picture, reference);
        return Difference.between(picture, reference);
    }

    public static void requireAlike(Picture picture, Picture reference) {
        if (!picture.size().equals(reference.size()) || picture.channels() != reference.channels()) {
            throw new RefusedRequest(
                    RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                    "the picture is %s in %s, the reference %s in %s; both must be alike"
                            .formatted(picture.size(), colour(picture), reference.size(), colour(reference)));
        }
    }

    private static String colour(Picture picture) {
        return picture.channels() == 1 ? "gray" : "colour";
    }
}
