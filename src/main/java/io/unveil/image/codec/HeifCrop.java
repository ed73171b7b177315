package io.unveil.image.codec;

import io.unveil.image.Size;
import java.util.Optional;

/**
 * The part of a picture that is to be seen (clean aperture, ISO 14496-12, 12.1.4): its size, and how far its centre
 * lies from that of the picture.
 */
record HeifCrop(double width, double height, double right, double down) {
    static Optional<HeifCrop> of(HeifItems.Item item) {
        return item.property("clap")
                .map(box -> new HeifCrop(fraction(box, 0), fraction(box, 8), fraction(box, 16), fraction(box, 24)));
    }

    private static double fraction(HeifBox box, int at) {
        return (double) (int) box.number(at, 4) / (int) box.number(at + 4, 4);
    }

    private long left(ImageFile.Claim whole) {
        return Math.round(right + (whole.width() - width) / 2);
    }

    private long top(ImageFile.Claim whole) {
        return Math.round(down + (whole.height() - height) / 2);
    }

    /** The size of the part. */
    ImageFile.Claim claim(ImageFile.Claim whole) {
        ImageFile.Claim part = new ImageFile.Claim(Math.round(width), Math.round(height));
        boolean inside = part.width() > 0
                && part.height() > 0
                && left(whole) >= 0
                && top(whole) >= 0
                && left(whole) + part.width() <= whole.width()
                && top(whole) + part.height() <= whole.height();
        if (!inside) {
            throw RejectedImage.damaged("the image is damaged: the part to be seen does not lie inside it");
        }
        return part;
    }

    Samples cut(Samples samples, ImageFile.Claim whole) {
        ImageFile.Claim part = claim(whole);
        return samples.part((int) left(whole), (int) top(whole), new Size((int) part.width(), (int) part.height()));
    }
}
