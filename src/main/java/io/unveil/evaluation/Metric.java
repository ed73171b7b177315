package io.unveil.evaluation;

/** What is measured of a method under a condition, with its name in JSON. */
public enum Metric {
    /** PSNR of the result, clipped and rounded to 8 bits, in dB; for filling only under the mask. */
    PSNR("psnr"),
    /** Mean squared error of the result: of pictures in 8-bit levels squared, of a measure in its own unit squared. */
    MSE("mse"),
    /** SSIM of the result. */
    SSIM("ssim"),
    /** PSNR of the given pictures, in dB. */
    PSNR_BEFORE("psnrBefore"),
    /** Smallest gain of a picture: PSNR of the result less that of the given one, in dB. Below 0 it became worse. */
    WORST_GAIN("worstGain"),
    /** Of filling: detail in the hole relative to its surroundings; see {@link GradientRatio}. */
    GRADIENT_RATIO("gradientRatio"),
    /** Of compression: bytes per picture. */
    BYTES_PER_IMAGE("bytesPerImage"),
    /** Of a classifier: share of the pictures that it classifies correctly. */
    ACCURACY("accuracy"),
    /** Of a classifier's probabilities: the logarithm of the probability of the true class, mean over the pictures. */
    LOG_LIKELIHOOD("logLikelihood"),
    /** AUROC of the scores of pictures: see {@link io.unveil.anomaly.Auroc}. */
    IMAGE_AUROC("imageAuroc"),
    /** AUROC of the maps, over all pixels of all pictures. */
    PIXEL_AUROC("pixelAuroc"),
    /** AUPRO of the maps: see {@link io.unveil.anomaly.PixelRanking#aupro}. */
    AUPRO("aupro"),
    /**
     * Share of the normal pictures that reach the usual threshold, {@link io.unveil.pipeline.score.ScoreOptions#USUAL}.
     */
    FALSE_ALARMS("falseAlarms"),
    /** Share of the anomalous pictures that reach it. */
    FOUND("found"),
    /** Mean time per picture, without reading files and measuring. */
    MILLISECONDS_PER_IMAGE("millisecondsPerImage"),
    /** Pixels per time, without reading files and measuring. */
    MEGAPIXELS_PER_SECOND("megapixelsPerSecond");

    private final String key;

    Metric(String key) {
        this.key = key;
    }

    /** Its name in JSON. */
    public String key() {
        return key;
    }
}
