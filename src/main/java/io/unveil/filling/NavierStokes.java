package io.unveil.filling;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import org.bytedeco.opencv.global.opencv_photo;

/**
 * Carries lines of equal brightness on into the hole, as a fluid carries its vorticity (Bertalmio, Bertozzi and Sapiro,
 * "Navier-Stokes, fluid dynamics, and image and video inpainting", CVPR 2001), by OpenCV.
 */
public final class NavierStokes implements Fill {
    @Override
    public Pixels fill(Pixels picture, Mask hole) {
        return OpenCvInpainting.fill(picture, hole, opencv_photo.INPAINT_NS);
    }
}
