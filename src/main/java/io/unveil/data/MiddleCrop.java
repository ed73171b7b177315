package io.unveil.data;

import io.unveil.image.Size;
import java.util.Optional;

/** Cuts out the rectangle in the middle; where that is between two pixels, the one nearer to the upper left. */
record MiddleCrop(Size cut) implements Transform.Fixed {
    static Size fitting(Size cut, Size in) {
        if (!PictureFiles.isAtLeast(in, cut)) {
            throw new UnusableData("a crop of %s does not fit into %s".formatted(cut, in));
        }
        return cut;
    }

    @Override
    public Size size(Size in) {
        return fitting(cut, in);
    }

    @Override
    public Optional<Size> smallest() {
        return Optional.of(cut);
    }

    @Override
    public Example apply(Example in) {
        return in.crop((in.size().width() - cut.width()) / 2, (in.size().height() - cut.height()) / 2, cut);
    }
}
