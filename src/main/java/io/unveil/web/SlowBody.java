package io.unveil.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A deadline for the whole body of a request, in place of Tomcat's buffer while the request is served. */
final class SlowBody implements InputBuffer {
    private static final long PAUSE_MILLIS = 2;

    private final Request request;
    private final InputBuffer buffer;
    private final Pace pace;
    private boolean began;
    private boolean ended;

    SlowBody(Request request, Duration grace, int slowest) {
        this.request = request;
        this.buffer = request.getInputBuffer();
        this.pace = new Pace(grace, slowest);
        request.setInputBuffer(this);
    }

    /** Gives Tomcat its buffer back, for the next request. */
    void end() {
        request.setInputBuffer(buffer);
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (!began) {
            began = true;
            pace.start();
        }
        pause();
        int count = buffer.doRead(handler);
        ended |= count < 0;
        pace.moved(Math.max(0, count));
        return count;
    }

    /** Until there is something to read, for a read that waits for a byte would not look at the clock. */
    private void pause() throws IOException {
        while (!hasMore()) {
            if (pace.isLate()) {
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                throw new BodyTooSlow(pace.bytes());
            }
            sleep();
        }
    }

    private boolean hasMore() {
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() > 0 || isFullyRead();
    }

    private boolean isFullyRead() {
        AtomicBoolean read = new AtomicBoolean();
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    /** Reads the rest of a body that nobody wanted, but only for so long; the connection ends where there is more. */
    void swallow(Duration longest) {
        if (request.hasExpectation() && !began) { // the sender still waits to be asked for it
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            return;
        }
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (!ended && !isFullyRead()) {
                if (hasMore()) {
                    ended |= buffer.doRead(new Dropped()) < 0;
                } else {
                    sleep();
                }
                if (System.nanoTime() - end > 0) {
                    request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                    return;
                }
            }
        } catch (IOException e) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null); // the sender has gone
        }
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int available() {
        return buffer.available();
    }

    /** Takes bytes and keeps none. */
    private static final class Dropped implements ApplicationBufferHandler {
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // nothing is kept
        }
    }
}
