package io.unveil.filling;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import java.nio.ByteBuffer;
import org.bytedeco.opencv.global.opencv_photo;
import org.bytedeco.opencv.opencv_core.Mat;

/** OpenCV's inpainting as it is usually called: on 8-bit levels, with radius 3. The hole's values are whole levels. */
final class OpenCvInpainting {
    private static final double RADIUS = 3;
    private static final int MARGIN = 16;

    private OpenCvInpainting() {}

    /**
     * @param picture of one channel or three
     * @param method {@code INPAINT_TELEA} or {@code INPAINT_NS}
     */
    static Pixels fill(Pixels picture, Mask hole, int method) {
        return HoleWindow.around(picture, hole, MARGIN)
                .map(window -> window.into(picture, window.known() ? inpainted(window, method) : window.gray()))
                .orElse(picture);
    }

    private static float[] inpainted(HoleWindow window, int method) {
        try (Mat in = new Mat(window.height(), window.width(), CV_8UC(window.channels()));
                Mat mask = new Mat(window.height(), window.width(), CV_8UC(1));
                Mat out = new Mat()) {
            ByteBuffer samples = in.createBuffer();
            for (float value : window.values()) {
                samples.put((byte) Math.round(255 * Math.min(1, Math.max(0, value))));
            }
            ByteBuffer marks = mask.createBuffer();
            for (boolean missing : window.hole()) {
                marks.put((byte) (missing ? 255 : 0));
            }
            opencv_photo.inpaint(in, mask, out, RADIUS, method);
            float[] values = new float[window.values().length];
            ByteBuffer filled = out.createBuffer();
            for (int i = 0; i < values.length; i++) {
                values[i] = Byte.toUnsignedInt(filled.get(i)) / 255f;
            }
            return values;
        }
    }
}
