package io.unveil.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * The first and last to touch a request, before any filter. Keeps some of Tomcat's threads for health, gives slow
 * senders and slow readers a deadline, and gives back what a request held when its answer is written.
 *
 * <p>A sender or reader may take {@link #GRACE_SECONDS} and then a second for each {@link #SLOWEST} bytes. Tomcat's own
 * timeout ({@code server.tomcat.connection-timeout}) starts anew with each byte.
 */
final class Callers extends ValveBase {
    private static final String HEALTH = "/actuator/health";
    /** How slow a sender or reader may be before it is measured. */
    static final int GRACE_SECONDS = 5;

    /** Bytes a second, less than any modem of this century. */
    static final int SLOWEST = 4096;

    /** How long the rest of a refused body is read, so that its sender sees the answer before the connection ends. */
    private static final Duration SWALLOW = Duration.ofSeconds(1);

    private static final String BUSY_DETAIL =
            "all threads are taken by requests in progress (server.tomcat.threads.max); ask again later";

    private final Semaphore threads;

    /** @param threads that may serve anything but health */
    Callers(int threads) {
        super(true);
        this.threads = new Semaphore(threads);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (RequestPath.of(request).startsWith(HEALTH)) {
            getNext().invoke(request, response);
        } else if (threads.tryAcquire()) {
            try {
                served(request, response);
            } finally {
                threads.release();
            }
        } else {
            refuse(request, response);
        }
    }

    private void served(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        SlowBody body = new SlowBody(coyote, Duration.ofSeconds(GRACE_SECONDS), SLOWEST);
        Caller caller = Caller.begin(coyote);
        try {
            getNext().invoke(request, response);
            if (!request.isAsync()) {
                response.finishResponse();
                body.swallow(SWALLOW);
            }
        } finally {
            caller.end();
            body.end();
        }
    }

    /** Without reading a byte of the body. */
    private static void refuse(Request request, Response response) throws IOException {
        response.setStatus(Problem.BUSY.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        response.setHeader(HttpHeaders.CONNECTION, "close");
        PageHeaders.ofUnread().forEach(response::setHeader);
        response.getWriter()
                .write(UnreadableRequest.document(
                        new UnreadableRequest.Said(Problem.BUSY, BUSY_DETAIL),
                        Optional.ofNullable(request.getRequestURI())));
        response.finishResponse();
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
}
