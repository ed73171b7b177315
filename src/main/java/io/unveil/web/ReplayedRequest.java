package io.unveil.web;

import io.unveil.job.JobEntry;
import io.unveil.job.JobWork;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A recorded request as the routes read requests. It answers only what they ask; anything else is a fault of ours, and
 * says so.
 */
final class ReplayedRequest implements InvocationHandler {
    private final RecordedRequest recorded;
    private final byte[] picture;
    private final List<Part> parts;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();

    private ReplayedRequest(RecordedRequest recorded, byte[] picture, List<Part> parts) {
        this.recorded = recorded;
        this.picture = picture;
        this.parts = parts;
        attributes.put(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, recorded.place());
    }

    /** The request for one picture of a job. */
    static HttpServletRequest of(RecordedRequest recorded, JobEntry entry, JobWork.Inputs inputs) throws IOException {
        byte[] picture = inputs.read(entry.input());
        List<Part> parts = new ArrayList<>();
        for (RecordedRequest.PartFile part : recorded.parts()) {
            byte[] bytes = part.shared().isPresent() ? inputs.read(part.shared().get()) : picture;
            parts.add(part(part, bytes));
        }
        return (HttpServletRequest) Proxy.newProxyInstance(
                ReplayedRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                new ReplayedRequest(recorded, picture, parts));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        String first = arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : "";
        return switch (method.getName()) {
            case "getMethod" -> "POST";
            case "getRequestURI" -> address();
            case "getContentType" -> recorded.type();
            case "getParameterMap" -> parameters();
            case "getParts" -> parts;
            case "getInputStream" -> new Body(picture);
            case "getHeaders" -> Collections.enumeration(headers(first));
            case "getHeader" -> headers(first).isEmpty() ? null : headers(first).get(0);
            case "getAttribute" -> attributes.get(first);
            case "setAttribute" -> arguments == null ? null : attributes.put(first, arguments[1]);
            case "removeAttribute" -> attributes.remove(first);
            case "toString" -> "replay of POST " + address();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            default -> throw new UnsupportedOperationException("a replayed request has no " + method.getName());
        };
    }

    private String address() {
        String address = recorded.route();
        for (Map.Entry<String, String> one : recorded.place().entrySet()) {
            address = address.replace("{" + one.getKey() + "}", one.getValue());
        }
        return address;
    }

    private Map<String, String[]> parameters() {
        Map<String, String[]> all = new LinkedHashMap<>();
        recorded.parameters().forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
        return all;
    }

    private List<String> headers(String name) {
        return name.equalsIgnoreCase(HttpHeaders.ACCEPT) ? recorded.accept() : List.of();
    }

    private static Part part(RecordedRequest.PartFile part, byte[] bytes) {
        return new Part() {
            @Override
            public InputStream getInputStream() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public @Nullable String getContentType() {
                return null;
            }

            @Override
            public String getName() {
                return part.name();
            }

            @Override
            public @Nullable String getSubmittedFileName() {
                return part.filename().orElse(null);
            }

            @Override
            public long getSize() {
                return bytes.length;
            }

            @Override
            public void write(String file) {
                throw new UnsupportedOperationException("a replayed part is not written");
            }

            @Override
            public void delete() {
                // it is the job's file
            }

            @Override
            public @Nullable String getHeader(String name) {
                return null;
            }

            @Override
            public Collection<String> getHeaders(String name) {
                return List.of();
            }

            @Override
            public Collection<String> getHeaderNames() {
                return List.of();
            }
        };
    }

    private static final class Body extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Body(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("a replayed body is read at once");
        }
    }
}
