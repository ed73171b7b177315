package io.unveil.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.unveil.image.Picture;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Header;
import io.unveil.image.codec.Limits;
import io.unveil.pipeline.InvalidParameter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One picture as it was sent: its bytes; their header is within the limits. */
record Upload(byte[] bytes, Header header) {
    static final String FILE = "file";
    static final String REFERENCE = "reference";
    static final String MASK = "mask";

    /** The picture to work on: the part "file", or the whole body where it is no multipart/form-data. */
    static Upload file(HttpServletRequest request, Limits limits) throws IOException, ServletException {
        return checked(bytes(request, "picture"), limits);
    }

    /**
     * The bytes of the part "file", or of the whole body where it is no multipart/form-data; {@code what} names them in
     * messages.
     */
    static byte[] bytes(HttpServletRequest request, String what) throws IOException, ServletException {
        boolean form = isMultipart(request);
        byte[] bytes = form ? filePart(request) : request.getInputStream().readAllBytes();
        if (bytes.length == 0) {
            throw new ProblemException(
                    Problem.MISSING_IMAGE,
                    "the %s is empty; send a %s as part 'file' of multipart/form-data, or as the whole body"
                            .formatted(form ? "part 'file'" : "body", what));
        }
        return bytes;
    }

    private static byte[] filePart(HttpServletRequest request) throws IOException, ServletException {
        Collection<String> came = request.getParts().stream().map(Part::getName).toList();
        return part(request, FILE)
                .orElseThrow(() -> new ProblemException(
                        Problem.MISSING_IMAGE, "the body has no part 'file'; parts that were sent: " + names(came)));
    }

    /** The picture to compare with, where one was sent. */
    static Optional<Upload> reference(HttpServletRequest request, Limits limits) throws IOException, ServletException {
        return further(request, REFERENCE).map(bytes -> checked(bytes, limits));
    }

    /** The mask, where one was sent as a picture: the word "alpha" in its place is a parameter. */
    static Optional<Upload> mask(HttpServletRequest request, Limits limits) throws IOException, ServletException {
        return further(request, MASK)
                .filter(bytes -> !Arrays.equals(bytes, FillForm.ALPHA.getBytes(UTF_8)))
                .map(bytes -> checked(bytes, limits));
    }

    /** An empty part is what browsers send for a field that was left blank. */
    private static Optional<byte[]> further(HttpServletRequest request, String name)
            throws IOException, ServletException {
        return isMultipart(request) ? part(request, name).filter(bytes -> bytes.length > 0) : Optional.empty();
    }

    /**
     * Throws {@link InvalidParameter} for a picture in a part that the route does not know; it would be ignored
     * silently otherwise.
     */
    static void requireParts(HttpServletRequest request, Set<String> known) throws IOException, ServletException {
        if (isMultipart(request)) {
            for (Part part : request.getParts()) {
                if (part.getSubmittedFileName() != null && !known.contains(part.getName())) {
                    throw new InvalidParameter(
                            part.getName(), "a part with a file", "one of " + String.join(", ", known));
                }
            }
        }
    }

    /** The number of parts with this name but without a file name; Tomcat takes these for parameters. */
    static long nameless(HttpServletRequest request, String name) throws IOException, ServletException {
        return isMultipart(request)
                ? request.getParts().stream()
                        .filter(part -> part.getName().equals(name) && part.getSubmittedFileName() == null)
                        .count()
                : 0;
    }

    Picture decode(Limits limits) {
        return Codec.decode(bytes, limits);
    }

    static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && isMultipart(type);
    }

    static boolean isMultipart(String type) {
        return type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    private static Optional<byte[]> part(HttpServletRequest request, String name) throws IOException, ServletException {
        List<Part> found = request.getParts().stream()
                .filter(part -> part.getName().equals(name))
                .toList();
        if (found.size() > 1) {
            throw new InvalidParameter(name, found.size() + " parts", "one part");
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream body = found.get(0).getInputStream()) {
            return Optional.of(body.readAllBytes());
        }
    }

    private static Upload checked(byte[] bytes, Limits limits) {
        Header header = Codec.header(bytes);
        limits.check(header.size().width(), header.size().height());
        return new Upload(bytes, header);
    }

    private static String names(Collection<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
