package io.unveil.filling;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import org.bytedeco.opencv.global.opencv_photo;

/**
 * Fills from the rim inwards, each pixel a weighted mean of the known ones around it, carried on along their gradients
 * (Telea, "An image inpainting technique based on the fast marching method", Journal of Graphics Tools 9(1), 2004), by
 * OpenCV.
 */
public final class Telea implements Fill {
    @Override
    public Pixels fill(Pixels picture, Mask hole) {
        return OpenCvInpainting.fill(picture, hole, opencv_photo.INPAINT_TELEA);
    }
}
