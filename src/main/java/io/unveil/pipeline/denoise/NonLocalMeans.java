package io.unveil.pipeline.denoise;

import static org.bytedeco.opencv.global.opencv_core.CV_16UC;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC;
import static org.bytedeco.opencv.global.opencv_core.NORM_L1;
import static org.bytedeco.opencv.global.opencv_core.NORM_L2;

import io.unveil.image.BitDepth;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.inference.Deadline;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.time.Duration;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_photo;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Non-local means (Buades, Coll and Morel 2005, section 3) by OpenCV: each pixel becomes the mean of those in a window
 * of 21 x 21, weighted by exp(-d^2 / h^2), where d is the distance of the 7 x 7 patches around the two, all channels
 * together. 8-bit pictures take the squared distance, 16-bit pictures the absolute one, the only one that OpenCV has
 * for them.
 */
record NonLocalMeans() implements Denoiser {
    private static final int PATCH = 7;
    private static final int WINDOW = 21;

    @Override
    public String name() {
        return "nlm";
    }

    @Override
    public String device() {
        return "cpu";
    }

    @Override
    public boolean blind() {
        return false;
    }

    @Override
    public Cleaned clean(NoisyPicture input, OptionalDouble sigma, Shares shares, Deadline deadline) {
        Picture noisy = input.picture(); // OpenCV reads whole levels only
        deadline.check(); // OpenCV cannot be interrupted
        Pixels cleaned = new Pixels(
                noisy.size().width(), noisy.size().height(), noisy.channels(), means(noisy, sigma.orElseThrow()));
        Pixels clean = shares.between(noisy.pixels(), cleaned);
        return new Cleaned(noisy.with(clean), Duration.ZERO);
    }

    private static float[] means(Picture noisy, double sigma) {
        boolean eight = noisy.depth() == BitDepth.EIGHT;
        int width = noisy.size().width();
        int height = noisy.size().height();
        int type = eight ? CV_8UC(noisy.channels()) : CV_16UC(noisy.channels());
        double levels = sigma / 255 * noisy.depth().white();
        double h = levels * filterStrength(noisy);
        try (Mat in = new Mat(height, width, type);
                Mat out = new Mat();
                FloatPointer strength = new FloatPointer((float) h)) {
            write(noisy, in);
            opencv_photo.fastNlMeansDenoising(in, out, strength, PATCH, WINDOW, eight ? NORM_L2 : NORM_L1);
            return read(out, noisy);
        }
    }

    /**
     * h in units of sigma, the best mean PSNR of .5 to 1.5 on six photographs at sigma 15, 25 and 50. OpenCV divides
     * d^2 by the number of channels once; absolute distances over c channels are c times as large, their squares c^2
     * times, which explains the root.
     */
    private static double filterStrength(Picture picture) {
        return switch (picture.depth()) {
            case EIGHT -> 0.95;
            case SIXTEEN -> 0.8 * Math.sqrt(picture.channels());
        };
    }

    private static void write(Picture picture, Mat mat) {
        float[] values = picture.pixels().values();
        int white = picture.depth().white();
        switch (picture.depth()) {
            case EIGHT -> {
                ByteBuffer samples = mat.createBuffer();
                for (float value : values) {
                    samples.put((byte) Math.round(value * white));
                }
            }
            case SIXTEEN -> {
                ShortBuffer samples = mat.createBuffer();
                for (float value : values) {
                    samples.put((short) Math.round(value * white));
                }
            }
        }
    }

    private static float[] read(Mat mat, Picture like) {
        float[] values = new float[Math.toIntExact(like.size().pixels() * like.channels())];
        float scale = 1f / like.depth().white();
        switch (like.depth()) {
            case EIGHT -> {
                ByteBuffer samples = mat.createBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = Byte.toUnsignedInt(samples.get(i)) * scale;
                }
            }
            case SIXTEEN -> {
                ShortBuffer samples = mat.createBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = Short.toUnsignedInt(samples.get(i)) * scale;
                }
            }
        }
        return values;
    }
}
