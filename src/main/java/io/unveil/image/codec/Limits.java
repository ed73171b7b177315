package io.unveil.image.codec;

import io.unveil.image.Size;
import java.util.List;

/** The largest pictures that are decoded; checked on the header, before a pixel is decoded. */
public record Limits(long maxPixels, int maxSide) {
    private static final int MOST_FRAMES = 1000;

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

    /** The same for all frames or pages of a file, whose pixels are counted together. */
    public void checkAll(List<Size> frames) {
        frames.forEach(size -> check(size.width(), size.height()));
        long pixels = frames.stream().mapToLong(Size::pixels).sum();
        if (frames.size() > MOST_FRAMES) {
            throw new RejectedImage(
                    RejectedImage.Reason.TOO_MANY_PIXELS,
                    "the file has %d frames or pages, at most %d are worked on together; frames=first takes the first"
                            .formatted(frames.size(), MOST_FRAMES));
        }
        if (pixels > maxPixels) {
            throw new RejectedImage(
                    RejectedImage.Reason.TOO_MANY_PIXELS,
                    "the %d frames or pages of the file have %d pixels together, the limit is %d (unveil.limits.max-pixels); frames=first takes the first"
                            .formatted(frames.size(), pixels, maxPixels));
        }
    }
}
