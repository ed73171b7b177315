package io.unveil.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * How good a model or a method is on a set of pictures.
 *
 * @param model empty where none was named
 * @param data name of the folder or file
 * @param images how many pictures were measured
 */
public record Evaluation(Optional<String> model, String task, String data, int images, List<Row> rows) {
    public Evaluation {
        rows = List.copyOf(rows);
    }

    /**
     * One method under one condition, means over the pictures; what does not apply to a task is empty.
     *
     * @param method "model" or a baseline's name
     * @param psnr of the result, clipped and rounded to 8 bits, dB; of filling over the pixels under the mask alone
     * @param ssim of the cleaned pictures
     * @param psnrBefore of the noisy pictures as they were given, dB
     * @param gradientRatio of filling: how much goes on in the hole, for what goes on around it; see {@link GradientRatio}
     * @param megapixelsPerSecond all pixels over all the time spent on them, without reading files and measuring
     */
    public record Row(
            String condition,
            String method,
            double psnr,
            Optional<Double> ssim,
            Optional<Double> psnrBefore,
            Optional<Double> gradientRatio,
            double megapixelsPerSecond) {}

    /** Sees how far an evaluation is; decides nothing. */
    @FunctionalInterface
    public interface Progress {
        /** After each picture: so many of so many, over all rows. */
        void pictureDone(int done, int all);
    }
}
