package io.unveil.evaluation;

import java.util.List;

/**
 * How good a model is on a set of pictures.
 *
 * @param data name of the folder or file
 * @param images how many pictures were measured
 */
public record Evaluation(String model, String task, String data, int images, List<Row> rows) {
    public Evaluation {
        rows = List.copyOf(rows);
    }

    /**
     * One method under one condition, means over the pictures.
     *
     * @param method "model" or a baseline's name
     * @param psnr of the cleaned pictures, clipped and rounded to 8 bits, dB
     * @param ssim of the cleaned pictures
     * @param psnrBefore of the noisy pictures as they were given, dB
     * @param megapixelsPerSecond all pixels over all the time spent on them, without reading files and measuring
     */
    public record Row(
            String condition, String method, double psnr, double ssim, double psnrBefore, double megapixelsPerSecond) {}
}
