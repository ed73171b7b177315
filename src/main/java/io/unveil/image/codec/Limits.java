package io.unveil.image.codec;

/** The largest pictures that are decoded; checked on the header, before a pixel is decoded. */
public record Limits(long maxPixels, int maxSide) {
    public static final Limits DEFAULT = new Limits(64_000_000, 30_000);

    /** Takes the claimed width and height as they stand in the header. */
    public void check(long width, long height) {
        if (width > maxSide || height > maxSide) {
            throw new RejectedImage(
                    RejectedImage.Reason.TOO_MANY_PIXELS,
                    "the image is %d x %d, no side may be longer than %d pixels (unveil.limits.max-side)"
                            .formatted(width, height, maxSide));
        }
        if (width * height > maxPixels) {
            throw new RejectedImage(
                    RejectedImage.Reason.TOO_MANY_PIXELS,
                    "the image is %d x %d = %d pixels, the limit is %d (unveil.limits.max-pixels)"
                            .formatted(width, height, width * height, maxPixels));
        }
    }
}
