package io.unveil.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * No body is larger than unveil.limits.max-body: one that says so is refused unread, one that says nothing (chunked) is cut off while
 * it is read. Parts of multipart/form-data are counted by Tomcat, which gets the same limit in application.yaml.
 */
@Component
final class BodyLimit extends OncePerRequestFilter {
    private final DataSize limit;
    private final HandlerExceptionResolver problems;

    BodyLimit(LimitsSettings limits, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.limit = limits.maxBody();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit.toBytes()) {
            problems.resolveException(request, response, null, new BodyTooLarge(limit));
        } else {
            chain.doFilter(new Counted(request, limit), response);
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
