package io.unveil.pipeline.denoise;

import java.util.List;

/**
 * How a picture is cleaned as strongly as requested. Up to a strength of 1 a share of the noise found is removed.
 * Beyond, denoisers that are given sigma are given as many times the sigma; blind ones clean the result once more and
 * take the rest of that. To take more than all of the noise found would not clean: it would put the noise back, upside
 * down.
 *
 * @param sigmaTimes factor of sigma
 * @param shares what each pass removes; the second cleans the result of the first
 */
record Passes(double sigmaTimes, List<Shares> shares) {
    /**
     * @param strength 0 to 2
     * @param chroma how much of the noise of the colours is removed for each unit of strength, 0 to 2
     */
    static Passes of(double strength, double chroma, boolean blind) {
        double sigmaTimes = blind ? 1 : Math.max(1, strength);
        double luma = strength / sigmaTimes;
        double colour = Math.min(2, luma * chroma);
        Shares first = new Shares(Math.min(1, luma), Math.min(1, colour));
        Shares second = new Shares(luma - first.luma(), colour - first.chroma());
        return new Passes(sigmaTimes, second.none() ? List.of(first) : List.of(first, second));
    }
}
