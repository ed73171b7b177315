package io.unveil.web;

import io.unveil.job.JobSettings;
import io.unveil.pipeline.InvalidParameter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;

/**
 * The body of a batch, read piece by piece: it may be larger than memory. It is a ZIP file, or parts named "file" that
 * are pictures or ZIP files; the other parts are parameters, or pictures that all share.
 */
final class BatchBody {
    private static final Set<String> PREFIXES = Set.of("/v1/batches/", "/v1/inspectors");
    private static final int LONGEST_FIELD = 100_000;

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final Map<String, byte[]> shared = new LinkedHashMap<>();

    /** Takes the pictures, in their order. */
    interface Pictures {
        void add(String name, byte[] picture) throws IOException;
    }

    private BatchBody() {}

    /** Whether this class reads the bodies of such requests. */
    static boolean takes(HttpServletRequest request) {
        return PREFIXES.stream().anyMatch(RequestPath.of(request)::startsWith);
    }

    /**
     * Reads all of it.
     *
     * @param sharing names of parts that all pictures share
     * @param mostBytes of one picture
     */
    static BatchBody read(
            HttpServletRequest request, Set<String> sharing, long mostBytes, JobSettings limits, Pictures pictures)
            throws IOException {
        if (request.getContentLengthLong() > limits.maxBatch().toBytes()) {
            throw tooLarge(limits);
        }
        BatchBody read = new BatchBody();
        read.query(request);
        BatchPictures checked = new BatchPictures(limits, mostBytes, pictures);
        try (InputStream body = new Counted(request.getInputStream(), limits)) {
            if (Upload.isMultipart(request)) {
                read.parts(request, body, sharing, checked);
            } else {
                read.archive(body, checked);
            }
        }
        if (checked.count() == 0) {
            throw new ProblemException(
                    Problem.MISSING_IMAGE,
                    "the batch has no picture; send pictures as parts 'file' of multipart/form-data, or a ZIP file of"
                            + " them as the body");
        }
        return read;
    }

    /** Of query and form, by name. */
    Map<String, List<String>> parameters() {
        return parameters;
    }

    /** The pictures that all share, by the names of their parts. */
    Map<String, byte[]> shared() {
        return shared;
    }

    private void query(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] sides = pair.split("=", 2);
            try {
                parameter(
                        URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(sides.length == 2 ? sides[1] : "", StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw new ProblemException(
                        Problem.MALFORMED_REQUEST, "the parameters could not be read: " + e.getMessage());
            }
        }
    }

    private void parameter(String name, String value) {
        if (parameters.putIfAbsent(name, List.of(value)) != null) {
            throw new InvalidParameter(name, value, "one value");
        }
    }

    private void parts(HttpServletRequest request, InputStream body, Set<String> sharing, BatchPictures pictures)
            throws IOException {
        FileItemIterator parts = new FileUpload().getItemIterator(new Context(request, body));
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            try (InputStream bytes = part.openStream()) {
                if (part.getFieldName().equals(Upload.FILE)) {
                    pictures.part(Optional.ofNullable(part.getName()).orElse(""), bytes);
                } else if (sharing.contains(part.getFieldName()) && part.getName() != null) {
                    shared.put(part.getFieldName(), pictures.bytes(part.getFieldName(), bytes));
                } else if (part.isFormField()) {
                    parameter(part.getFieldName(), new String(bytes.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8));
                } else {
                    throw new InvalidParameter(
                            part.getFieldName(), "a part with a file", "'file'" + String.join("", sharing));
                }
            }
        }
    }

    private void archive(InputStream body, BatchPictures pictures) throws IOException {
        Path whole = Files.createTempFile("unveil-batch", ".zip");
        try {
            Files.copy(body, whole, StandardCopyOption.REPLACE_EXISTING);
            pictures.archive(whole);
        } finally {
            Files.delete(whole);
        }
    }

    private static BodyTooLarge tooLarge(JobSettings limits) {
        return new BodyTooLarge(limits.maxBatch(), "unveil.jobs.max-batch");
    }

    private static final class Counted extends FilterInputStream {
        private final JobSettings limits;
        private long count;

        Counted(InputStream body, JobSettings limits) {
            super(body);
            this.limits = limits;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws BodyTooLarge {
            count += bytes;
            if (count > limits.maxBatch().toBytes()) {
                throw tooLarge(limits);
            }
        }
    }

    private record Context(HttpServletRequest request, InputStream body) implements UploadContext {
        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public String getContentType() {
            return request.getContentType();
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }
    }
}
