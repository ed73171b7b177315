package io.unveil.image.codec;

import io.unveil.image.Picture;
import java.util.List;
import java.util.Optional;

/**
 * All pictures of a file: the frames of an animation, each as it is seen on the whole canvas, or the pages of a
 * document, which may differ in size and kind. One picture where the file has but one.
 *
 * @param bytes the file
 * @param animation how the frames follow each other; empty for pages
 */
public record Frames(byte[] bytes, List<Picture> pictures, Optional<Animation> animation) {
    public Frames {
        pictures = List.copyOf(pictures);
        if (animation.isPresent() && animation.get().showings().size() != pictures.size()) {
            throw new IllegalArgumentException("%d frames cannot be shown in %d ways"
                    .formatted(pictures.size(), animation.get().showings().size()));
        }
    }

    public int count() {
        return pictures.size();
    }

    /** Other pictures in the place of these, as many of them. */
    public Frames with(List<Picture> others) {
        return new Frames(bytes, others, animation);
    }

    /** The same with pictures that differ from one frame to the next in all places, not in the frame's part alone. */
    public Frames withWhole(List<Picture> others) {
        return new Frames(
                bytes,
                others,
                animation.map(shown -> shown.whole(pictures.get(0).size())));
    }
}
