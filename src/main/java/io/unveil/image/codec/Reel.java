package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames of an animation as its file stores them, not yet decoded.
 *
 * @param canvas on which all frames are drawn
 */
record Reel(Size canvas, BitDepth depth, int plays, List<Stored> frames) {
    /**
     * A stored frame.
     *
     * @param over whether its transparent pixels let the canvas show through; they replace it otherwise
     */
    record Stored(Animation.Showing showing, boolean over, Codec.Reading<Samples> pixels) {}

    Animation animation() {
        return new Animation(plays, frames.stream().map(Stored::showing).toList());
    }

    /** What is seen while each frame is shown; all in gray or all in colour, all with alpha or none. */
    List<Samples> play() throws IOException {
        FrameCanvas drawn = new FrameCanvas(canvas, depth);
        List<Samples> seen = new ArrayList<>();
        boolean gray = true;
        boolean opaque = true;
        for (Stored frame : frames) {
            if (!frame.showing.fits(canvas)) {
                throw RejectedImage.damaged(
                        "the animation is damaged: a frame of %s at (%d, %d) leaves its canvas of %s"
                                .formatted(frame.showing.size(), frame.showing.x(), frame.showing.y(), canvas));
            }
            Samples shown = drawn.show(frame);
            gray &= shown.isGray();
            opaque &= shown.isOpaque();
            seen.add(shown);
        }
        for (int i = 0; i < seen.size(); i++) {
            seen.set(i, seen.get(i).reduced(gray, opaque));
        }
        return seen;
    }
}
