package io.unveil.evaluation;

import io.unveil.image.Picture;
import io.unveil.pipeline.denoise.Denoised;
import java.util.EnumMap;
import java.util.Map;

/** Sums over the pictures of one row. */
final class DenoisingMeans {
    private int pictures;
    private double psnr;
    private double ssim;
    private double psnrBefore;
    private double worstGain = Double.POSITIVE_INFINITY;
    private double megapixels;
    private double seconds;

    void add(Picture clean, Denoised denoised) {
        Denoised.Reference against = denoised.reference().orElseThrow();
        pictures++;
        psnr += against.after().psnr();
        ssim += against.after().ssim();
        psnrBefore += against.before().psnr();
        worstGain = Math.min(worstGain, gain(against));
        megapixels += clean.size().pixels() / 1e6;
        seconds += denoised.timing().inference().toNanos() / 1e9;
    }

    /** A picture that had no noise and comes back as it was gains nothing. */
    private static double gain(Denoised.Reference against) {
        double gain = against.after().psnr() - against.before().psnr();
        return Double.isNaN(gain) ? 0 : gain;
    }

    /** Without a PSNR that is infinite, as that of a picture without noise. */
    Evaluation.Row row(String condition, String method) {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        figures.put(Metric.PSNR, psnr / pictures);
        figures.put(Metric.SSIM, ssim / pictures);
        figures.put(Metric.PSNR_BEFORE, psnrBefore / pictures);
        figures.put(Metric.WORST_GAIN, worstGain);
        figures.put(Metric.MEGAPIXELS_PER_SECOND, megapixels / seconds);
        figures.values().removeIf(figure -> figure.isInfinite());
        return new Evaluation.Row(condition, method, figures);
    }
}
