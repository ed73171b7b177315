package io.unveil.model;

/** The names of the shipped models, which serve where none is named. */
public final class ShippedModels {
    public static final String DENOISE_GRAY = "denoise-gray";
    public static final String DENOISE_COLOR = "denoise-color";
    public static final String DENOISE_GRAY_FAST = DENOISE_GRAY + "-fast";
    public static final String DENOISE_COLOR_FAST = DENOISE_COLOR + "-fast";
    public static final String DENOISE_PHOTO = "denoise-photo";
    /** Serves gray pictures where somebody has trained such a model; none is shipped today. */
    public static final String FILL_GRAY = "fill-gray";

    public static final String FILL_COLOR = "fill-color";
    public static final String FILL_PIXELS = "fill-pixels";
    public static final String ANOMALY_SURFACES = "anomaly-surfaces";

    private ShippedModels() {}
}
