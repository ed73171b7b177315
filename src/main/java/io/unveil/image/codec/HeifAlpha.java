package io.unveil.image.codec;

/** The alpha of a HEIF picture, which is a gray picture beside it. */
final class HeifAlpha {
    private HeifAlpha() {}

    /** @param multiplied whether the colours were multiplied by it, and are to be divided */
    static void put(Samples samples, Planes alpha, boolean multiplied) {
        if (!alpha.size().equals(samples.size())) {
            throw RejectedImage.damaged(
                    "the image is damaged: it has %s pixels, its alpha %s".formatted(samples.size(), alpha.size()));
        }
        int white = samples.depth().white();
        int[] rgba = new int[4];
        for (int y = 0; y < samples.size().height(); y++) {
            for (int x = 0; x < samples.size().width(); x++) {
                int opacity = alpha.level(x, y, white);
                int pixel = y * samples.size().width() + x;
                samples.put(pixel, samples.channels(), opacity);
                if (multiplied && opacity > 0) {
                    samples.get(x, y, rgba);
                    for (int c = 0; c < samples.channels(); c++) {
                        samples.put(pixel, c, (int) Math.min(white, Math.round((double) rgba[c] * white / opacity)));
                    }
                }
            }
        }
    }
}
