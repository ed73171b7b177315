package io.unveil.web;

import io.unveil.inference.Admission;
import io.unveil.inference.RefusedRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * No body may be larger than unveil.limits.max-body. One whose header announces more is refused unread; one without a
 * length (chunked) is cut off while it is read. Parts of multipart/form-data are counted by Tomcat, which gets the same
 * limit in application.yaml.
 *
 * <p>Bodies stay in memory until their pictures are decoded, and a picture gets its admission ticket only after its
 * header is read. So all bodies together may take a quarter of the heap; further requests are asked to come again.
 */
@Component
final class BodyLimit extends OncePerRequestFilter {
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final String ROUTES = "/v1/";

    private final DataSize limit;
    private final HandlerExceptionResolver problems;
    private final Runnable roomToWait;
    private final Semaphore room; // KiB

    @Autowired
    BodyLimit(
            LimitsSettings limits,
            Admission admission,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this(
                limits.maxBody(),
                DataSize.ofBytes(Runtime.getRuntime().maxMemory() / 4),
                admission::requireRoomToWait,
                problems);
    }

    /**
     * @param together bytes of all bodies at a time; at least one body of the largest size
     * @param roomToWait throws {@link RefusedRequest} where no more pictures may come in: their bodies stay unread
     */
    BodyLimit(DataSize limit, DataSize together, Runnable roomToWait, HandlerExceptionResolver problems) {
        this.roomToWait = roomToWait;
        this.limit = limit;
        this.problems = problems;
        this.room = new Semaphore(
                (int) Math.min(Integer.MAX_VALUE, Math.max(kibibytes(limit.toBytes()), together.toKilobytes())));
    }

    /** Batches are read in pieces and counted by {@link BatchBody}: they take no room here. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return BatchBody.takes(request);
    }

    private static long kibibytes(long bytes) {
        return (bytes + 1023) / 1024;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int asked = (int) kibibytes(expected(request));
        if (!RequestPath.of(request).startsWith(ROUTES)) {
            chain.doFilter(asked > 0 ? new Unread(request) : request, response);
        } else if (request.getContentLengthLong() > limit.toBytes()) {
            problems.resolveException(request, response, null, new BodyTooLarge(limit));
        } else {
            if (asked > 0 && !RespondAsync.preferred(request) && isFull(request, response)) {
                return;
            }
            if (room.tryAcquire(asked)) {
                try {
                    chain.doFilter(new Counted(request, limit), response);
                } finally {
                    room.release(asked);
                }
            } else {
                problems.resolveException(
                        request,
                        response,
                        null,
                        RefusedRequest.busy(
                                "the bodies of requests in progress fill the memory set aside for them; this one of up to %d KiB does not fit"
                                        .formatted(asked),
                                RETRY));
            }
        }
    }

    private boolean isFull(HttpServletRequest request, HttpServletResponse response) {
        try {
            roomToWait.run();
            return false;
        } catch (RefusedRequest e) {
            problems.resolveException(request, response, null, e);
            return true;
        }
    }

    /** Bytes to be set aside; a chunked body may grow to the limit. */
    private long expected(HttpServletRequest request) {
        if (request.getHeader("Transfer-Encoding") != null) {
            return limit.toBytes();
        }
        return Math.max(0, request.getContentLengthLong());
    }

    /** What takes no body is not made to read one: Spring reads all of a form before it looks for the route. */
    private static final class Unread extends HttpServletRequestWrapper {
        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }
    }

    private static final class Counted extends HttpServletRequestWrapper {
        private final DataSize limit;

        Counted(HttpServletRequest request, DataSize limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), limit);
        }
    }

    /** Counts what is read; throws {@link BodyTooLarge} at the first byte beyond the limit. */
    private static final class CountedStream extends ServletInputStream {
        private final ServletInputStream body;
        private final DataSize limit;
        private long read;

        CountedStream(ServletInputStream body, DataSize limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int value = body.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = body.read(into, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) throws BodyTooLarge {
            read += bytes;
            if (read > limit.toBytes()) {
                throw new BodyTooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
