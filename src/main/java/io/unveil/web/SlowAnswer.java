package io.unveil.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A deadline for the whole answer: a reader that takes it byte by byte would hold a thread, and the answer in memory.
 * Tomcat's own timeout starts anew with each byte.
 */
@Component
final class SlowAnswer extends OncePerRequestFilter {
    /** As much as one write hands to the connection at a time; about what its buffers hold. */
    private static final int SLICE = 1 << 16;

    /** Events come when something happens, not when their reader is ready. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/events");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Paced(response));
    }

    private static final class Paced extends HttpServletResponseWrapper {
        Paced(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return new PacedStream(super.getOutputStream());
        }
    }

    private static final class PacedStream extends ServletOutputStream {
        private final ServletOutputStream out;
        private final Pace pace = new Pace(Duration.ofSeconds(Callers.GRACE_SECONDS), Callers.SLOWEST);

        PacedStream(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int done = 0; done < length; done += SLICE) {
                int count = Math.min(SLICE, length - done);
                out.write(bytes, from + done, count);
                pace.moved(count);
                if (pace.isLate()) {
                    throw new IOException("the answer is read too slowly: %d bytes so far".formatted(pace.bytes()));
                }
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
