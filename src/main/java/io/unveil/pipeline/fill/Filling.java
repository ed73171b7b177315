package io.unveil.pipeline.fill;

import io.unveil.image.Mask;
import io.unveil.image.MaskedDifference;
import io.unveil.image.Picture;
import io.unveil.image.Rectangle;
import io.unveil.image.Retouching;
import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.pipeline.Comparing;
import io.unveil.pipeline.Timing;
import java.util.List;
import java.util.Optional;

/** Fills holes of pictures; all other pixels stay as they are, bit for bit. Thread-safe. */
public final class Filling {
    private final Fillers fillers;

    public Filling(Models models) {
        this(models, NetworkFill.SIGHT);
    }

    Filling(Models models, int sight) {
        this.fillers = new Fillers(models, sight);
    }

    /** As {@link #fill(Picture, FillOptions, Optional, Deadline)}, without a deadline. */
    public Filled fill(Picture picture, FillOptions options, Optional<Picture> reference) {
        return fill(picture, options, reference, Deadline.none());
    }

    /**
     * The picture with its hole filled. Throws {@link RefusedRequest} when the mask is of another size, is empty or
     * covers everything, when the requested model cannot serve, when the reference is of another size, and when the
     * deadline passes.
     */
    public Filled fill(Picture picture, FillOptions options, Optional<Picture> reference, Deadline deadline) {
        reference.ifPresent(whole -> Comparing.requireAlike(picture, whole));
        Mask hole = hole(picture, options);
        Filler filler = fillers.choose(options, picture, hole, deadline);
        long asked = System.nanoTime();
        Holes holes = new Holes(filler.fill(), filler.margin(), deadline);
        List<Rectangle> groups = holes.groups(hole);
        deadline.reserve(filler.bytes(groups, picture.size()));
        Retouching canvas = new Retouching(picture, options.mask() instanceof MaskSource.Alpha);
        holes.fill(
                picture,
                hole,
                groups,
                (place, filled) -> canvas.paint(place, filled, hole.weights(place, options.feather())));
        Picture done = canvas.picture();
        Timing timing = Timing.since(asked, filler.queue());
        deadline.check();
        return new Filled(
                done,
                filler.name(),
                filler.device(),
                hole.coverage(),
                filler.steps(),
                filler.notes(),
                MaskedDifference.between(picture, done, hole, groups),
                reference.map(whole -> new Filled.Reference(
                        MaskedDifference.between(picture, whole, hole), MaskedDifference.between(done, whole, hole))),
                timing);
    }

    /** The final hole. */
    private static Mask hole(Picture picture, FillOptions options) {
        Mask drawn = options.mask().of(picture);
        Mask hole = (options.invert() ? drawn.inverted() : drawn).grown(options.grow());
        if (hole.isEmpty() || hole.isFull()) {
            throw new RefusedRequest(
                    RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                    hole.isEmpty()
                            ? "the mask%s marks no pixel: there is nothing to fill".formatted(asRequested(options))
                            : "the mask%s marks every pixel: there is nothing to fill from"
                                    .formatted(asRequested(options)));
        }
        return hole;
    }

    private static String asRequested(FillOptions options) {
        String inverted = options.invert() ? ", inverted" : "";
        return options.grow() > 0 ? "%s, grown by %d pixels,".formatted(inverted, options.grow()) : inverted;
    }
}
