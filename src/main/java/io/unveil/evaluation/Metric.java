package io.unveil.evaluation;

/** What is measured of a method under a condition, and how JSON calls it. */
public enum Metric {
    /** Of the result, clipped and rounded to 8 bits, in dB; of filling over the pixels under the mask alone. */
    PSNR("psnr"),
    /** Mean squared error of the result: of pictures in 8-bit levels squared, of a measure in its own unit squared. */
    MSE("mse"),
    /** Of the result. */
    SSIM("ssim"),
    /** Of the pictures as they were given, in dB. */
    PSNR_BEFORE("psnrBefore"),
    /** Of filling: how much goes on in the hole, for what goes on around it; see {@link GradientRatio}. */
    GRADIENT_RATIO("gradientRatio"),
    /** Of compression: what stands for one picture. */
    BYTES_PER_IMAGE("bytesPerImage"),
    /** Of a classifier: share of the pictures that it puts into their class. */
    ACCURACY("accuracy"),
    /** Of what chooses one of several: the logarithm of the probability that it gives to the truth, mean over the pictures. */
    LOG_LIKELIHOOD("logLikelihood"),
    /** Of the scores of pictures: see {@link io.unveil.anomaly.Auroc}. */
    IMAGE_AUROC("imageAuroc"),
    /** Of the maps of pictures, over all pixels of all of them. */
    PIXEL_AUROC("pixelAuroc"),
    /** Of the maps, over regions: see {@link io.unveil.anomaly.PixelRanking#aupro}. */
    AUPRO("aupro"),
    /** Share of the normal pictures that reach the usual threshold, {@link io.unveil.pipeline.score.ScoreOptions#USUAL}. */
    FALSE_ALARMS("falseAlarms"),
    /** Share of the anomalous pictures that reach it. */
    FOUND("found"),
    /** All the time spent on pictures over their number, without reading files and measuring. */
    MILLISECONDS_PER_IMAGE("millisecondsPerImage"),
    /** All pixels over all the time spent on them, without reading files and measuring. */
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
