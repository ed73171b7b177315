package io.unveil.degradation.noise;

/**
 * What {@link NoiseStatistics} measures of the noise of a picture. Luma and chroma are those of JPEG (Rec. 601), chroma
 * is the mean of Cb and Cr.
 */
public enum NoiseStatistic {
    LUMA("luma, levels"),
    CHROMA("chroma, levels"),
    CHROMA_TO_LUMA("chroma / luma"),
    RED_GREEN("correlation of red and green"),
    LUMA_AT_1("luma correlation at 1 pixel"),
    LUMA_AT_2("luma correlation at 2"),
    LUMA_AT_4("luma correlation at 4"),
    LUMA_AT_8("luma correlation at 8"),
    CHROMA_AT_1("chroma correlation at 1 pixel"),
    CHROMA_AT_2("chroma correlation at 2"),
    CHROMA_AT_4("chroma correlation at 4"),
    CHROMA_AT_8("chroma correlation at 8"),
    /** Of the means of rows against those of columns: 1 where neither stands out. */
    ROWS_TO_COLUMNS("rows / columns"),
    /** Fourth moment over the square of the second: 3 for Gaussian noise that is as strong everywhere. */
    KURTOSIS("luma kurtosis"),
    /** Where the clean picture is darker than 64, against all. */
    DARK("luma below level 64 / all"),
    MIDDLE("luma from 64 to 159 / all"),
    BRIGHT("luma from 160 / all"),
    /** Where the clean luma, smoothed by a pixel, changes by less than 2 levels a pixel, against all. */
    FLAT("luma where flat / all"),
    /** Where it changes by 8 levels a pixel or more. */
    EDGES("luma at edges / all");

    private final String words;

    NoiseStatistic(String words) {
        this.words = words;
    }

    /** For tables. */
    public String words() {
        return words;
    }
}
