package io.unveil.web;

import io.unveil.image.Picture;
import io.unveil.image.Size;
import io.unveil.image.codec.Frames;
import io.unveil.image.codec.Limits;
import io.unveil.pipeline.InvalidParameter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pictures of one request, not yet decoded.
 *
 * @param file the picture to process
 * @param mask the mask, where the route takes one and it was sent
 * @param reference the true picture, where it was sent
 */
record Uploads(Upload file, Optional<Upload> mask, Optional<Upload> reference) {
    /** The decoded pictures. */
    record Pictures(Picture file, Optional<Picture> mask, Optional<Picture> reference) {}

    /** Of a route that takes no mask. */
    static Uploads of(HttpServletRequest request, Limits limits) throws IOException, ServletException {
        return new Uploads(Upload.file(request, limits), Optional.empty(), Upload.reference(request, limits));
    }

    static Uploads withMask(HttpServletRequest request, Limits limits) throws IOException, ServletException {
        return new Uploads(
                Upload.file(request, limits), Upload.mask(request, limits), Upload.reference(request, limits));
    }

    /** The decoded frames of the picture to process, and for each what the route needs. */
    record Film(Frames frames, List<Pictures> pictures) {}

    /**
     * The pixels of all frames together, as the headers claim them.
     *
     * @throws io.unveil.image.codec.RejectedImage if they are too many
     */
    long pixelsOfFrames(Limits limits) {
        long pixels = mask.map(upload -> upload.header().size().pixels()).orElse(0L);
        for (Upload upload : reference.map(other -> List.of(file, other)).orElse(List.of(file))) {
            List<Size> sizes = upload.sizes();
            limits.checkAll(sizes);
            pixels += sizes.stream().mapToLong(Size::pixels).sum();
        }
        return pixels;
    }

    /** Decodes all frames; throws {@link InvalidParameter} where the reference has not as many. */
    Film decodeFrames(Limits limits) {
        Frames frames = file.decodeFrames(limits);
        Optional<Picture> drawn = mask.map(upload -> upload.decode(limits));
        Optional<Frames> clean = reference.map(upload -> upload.decodeFrames(limits));
        clean.filter(others -> others.count() != frames.count()).ifPresent(others -> {
            throw new InvalidParameter(
                    Upload.REFERENCE,
                    "a file of %d pictures".formatted(others.count()),
                    "as many as the picture has, which are %d".formatted(frames.count()));
        });
        List<Pictures> pictures = new ArrayList<>();
        for (int i = 0; i < frames.count(); i++) {
            int number = i;
            pictures.add(new Pictures(
                    frames.pictures().get(i),
                    drawn,
                    clean.map(others -> others.pictures().get(number))));
        }
        return new Film(frames, pictures);
    }

    Pictures decode(Limits limits) {
        return new Pictures(
                file.decode(limits),
                mask.map(upload -> upload.decode(limits)),
                reference.map(upload -> upload.decode(limits)));
    }
}
