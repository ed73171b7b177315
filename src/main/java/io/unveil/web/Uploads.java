package io.unveil.web;

import io.unveil.image.Picture;
import io.unveil.image.codec.Limits;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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

    Pictures decode(Limits limits) {
        return new Pictures(
                file.decode(limits),
                mask.map(upload -> upload.decode(limits)),
                reference.map(upload -> upload.decode(limits)));
    }
}
