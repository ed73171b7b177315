package io.unveil.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A request as it is kept until its job runs; its pictures are files of the job.
 *
 * @param route the pattern of its address
 * @param place the variables in the address
 * @param parameters of query and form
 * @param type of the body
 * @param accept the values of Accept
 * @param parts the pictures of multipart/form-data; none where the body is the picture
 */
record RecordedRequest(
        String route,
        Map<String, String> place,
        Map<String, List<String>> parameters,
        String type,
        List<String> accept,
        List<PartFile> parts) {
    /** The parts that are pictures, with or without a file name. */
    private static final Set<String> PICTURES = Set.of(Upload.FILE, Upload.MASK, Upload.REFERENCE);

    /**
     * One part.
     *
     * @param filename as it was sent
     * @param shared the file of the job with its bytes; empty for the picture itself
     */
    record PartFile(String name, Optional<String> filename, Optional<String> shared) {}

    /** Of a request that is being answered. */
    static RecordedRequest of(HttpServletRequest request) throws IOException, ServletException {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        List<PartFile> parts = new ArrayList<>();
        for (Part part : Upload.isMultipart(request) ? request.getParts() : List.<Part>of()) {
            Optional<String> filename = Optional.ofNullable(part.getSubmittedFileName());
            if (filename.isPresent() || PICTURES.contains(part.getName())) {
                parts.add(new PartFile(
                        part.getName(),
                        filename,
                        part.getName().equals(Upload.FILE) ? Optional.empty() : Optional.of("part-" + parts.size())));
            }
        }
        return new RecordedRequest(
                String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
                place(request),
                parameters,
                type,
                Collections.list(request.getHeaders(HttpHeaders.ACCEPT)),
                parts);
    }

    @SuppressWarnings("unchecked") // Spring's own attribute
    private static Map<String, String> place(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : Map.copyOf((Map<String, String>) variables);
    }

    boolean multipart() {
        return Upload.isMultipart(type);
    }
}
