package io.unveil.degradation.description;

import io.unveil.degradation.noise.NoiseAt;
import java.util.Collection;
import java.util.List;

/**
 * How noise hangs together, and how strong it is at each brightness.
 *
 * @param sigma standard deviation over the channels, 8-bit levels
 * @param lumaLength as in {@link NoiseDescription}
 * @param chromaLength as in {@link NoiseDescription}
 * @param levels standard deviation from dark to bright
 */
record Spectrum(double sigma, double lumaLength, double chromaLength, List<NoiseAt> levels) {
    // Mean over red, green and blue of the squared weights with which they are made of the differences of colour
    private static final double BLUE = (1 / (.564 * .564) + .344 * .344) / 3;
    private static final double RED = (1 / (.713 * .713) + .714 * .714) / 3;

    /** Of what varies in smooth areas, given from dark to bright; nothing where there are none. */
    static Spectrum of(List<SmoothArea> areas) {
        if (areas.isEmpty()) {
            return new Spectrum(0, 0, 0, List.of());
        }
        List<Block> blocks = areas.stream()
                .map(SmoothArea::blocks)
                .flatMap(Collection::stream)
                .toList();
        Correlation luma = Correlation.of(0, blocks);
        double chroma = isColour(blocks)
                ? Correlation.of(1, blocks).with(Correlation.of(2, blocks)).length()
                : 0;
        List<NoiseAt> levels = areas.stream()
                .map(area -> new NoiseAt(area.brightness(), sigma(area.blocks())))
                .toList();
        return new Spectrum(sigma(blocks), luma.length(), chroma, levels);
    }

    private static double sigma(List<Block> blocks) {
        double variance = Correlation.of(0, blocks).variance();
        return isColour(blocks)
                ? Math.sqrt(variance
                        + BLUE * Correlation.of(1, blocks).variance()
                        + RED * Correlation.of(2, blocks).variance())
                : Math.sqrt(variance);
    }

    private static boolean isColour(List<Block> blocks) {
        return blocks.get(0).planes().size() > 1;
    }
}
