package io.unveil.pipeline.denoise;

import static org.bytedeco.opencv.global.opencv_core.CV_16UC;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC;
import static org.bytedeco.opencv.global.opencv_core.NORM_L1;
import static org.bytedeco.opencv.global.opencv_core.NORM_L2;

import io.unveil.image.BitDepth;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.image.Size;
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
 *
 * <p>OpenCV cannot be interrupted, so it is given a strip of the picture at a time.
 *
 * @param mostPixels of a strip, where that leaves a few rows
 */
record NonLocalMeans(int mostPixels) implements Denoiser {
    private static final int PATCH = 7;
    private static final int WINDOW = 21;

    /** Rows above and below that a pixel's mean depends on. */
    private static final int SEEN = WINDOW / 2 + PATCH / 2;

    /** Of a strip: some tenths of a second of work, so that a deadline or a caller who hangs up is noticed. */
    private static final int MOST_PIXELS = 250_000;

    private static final int LEAST_ROWS = 16;

    NonLocalMeans() {
        this(MOST_PIXELS);
    }

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
        Picture.Canvas canvas = noisy.canvas();
        Size size = noisy.size();
        int rows = Math.max(LEAST_ROWS, mostPixels / size.width());
        for (int from = 0; from < size.height(); from += rows) {
            deadline.check(); // OpenCV cannot be interrupted, so it gets a strip at a time
            Rectangle strip = Rectangle.between(0, from, size.width(), Math.min(size.height(), from + rows));
            Rectangle seen = Rectangle.between(
                    0, Math.max(0, strip.y() - SEEN), size.width(), Math.min(size.height(), strip.bottom() + SEEN));
            Pixels part = noisy.region(seen);
            Pixels cleaned =
                    new Pixels(part.width(), part.height(), part.channels(), means(noisy, part, sigma.orElseThrow()));
            Pixels kept = shares.between(part, cleaned).region(strip.moved(0, -seen.y()));
            canvas.put(0, from, kept);
        }
        return new Cleaned(canvas.picture(), Duration.ZERO);
    }

    private static float[] means(Picture noisy, Pixels part, double sigma) {
        boolean eight = noisy.depth() == BitDepth.EIGHT;
        int width = part.width();
        int height = part.height();
        int type = eight ? CV_8UC(noisy.channels()) : CV_16UC(noisy.channels());
        double levels = sigma / 255 * noisy.depth().white();
        double h = levels * filterStrength(noisy);
        try (Mat in = new Mat(height, width, type);
                Mat out = new Mat();
                FloatPointer strength = new FloatPointer((float) h)) {
            write(part, noisy.depth(), in);
            opencv_photo.fastNlMeansDenoising(in, out, strength, PATCH, WINDOW, eight ? NORM_L2 : NORM_L1);
            return read(out, part, noisy.depth());
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

    private static void write(Pixels part, BitDepth depth, Mat mat) {
        float[] values = part.values();
        int white = depth.white();
        switch (depth) {
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

    private static float[] read(Mat mat, Pixels like, BitDepth depth) {
        float[] values = new float[like.values().length];
        float scale = 1f / depth.white();
        switch (depth) {
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
