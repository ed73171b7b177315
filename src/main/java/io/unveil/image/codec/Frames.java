package io.unveil.image.codec;

import io.unveil.image.Format;
import io.unveil.image.Picture;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** How long each frame is shown; none of pages. */
    public List<Integer> milliseconds() {
        return animation.map(Animation::showings).orElse(List.of()).stream()
                .map(showing -> showing.delay().milliseconds())
                .toList();
    }

    /** The format of the file. */
    public Format format() {
        return pictures.get(0).format();
    }

    /** The file of what was made of the pictures; the file that came where nothing was, as of {@link PictureFile}. */
    public byte[] encode(Frames made, Format format, WriteOptions options) {
        boolean untouched = format == format() && options.isUsual();
        for (int i = 0; untouched && i < count(); i++) {
            untouched = made.pictures.get(i) == pictures.get(i);
        }
        return untouched ? bytes : Codec.encode(made, format, options);
    }

    /** What the pictures lose when they are written in a format, in sentences. */
    public List<String> losses(Format format, WriteOptions options) {
        Stream<String> times = animation.isPresent() && format == Format.TIFF
                ? Stream.of("TIFF has no times: the frames became pages")
                : Stream.empty();
        Stream<String> others = pictures.stream().flatMap(picture -> Codec.losses(picture, format, options).stream());
        return Stream.concat(times, others).distinct().toList();
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
