package io.unveil.web;

import io.unveil.inference.Deadline;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;

/**
 * The other end of the request that this thread serves: whether it has hung up, and what to give back when its answer
 * is written. Used by the request's own thread only.
 */
final class Caller implements Deadline.Company {
    private static final ThreadLocal<Optional<Caller>> CURRENT = ThreadLocal.withInitial(Optional::empty);

    private final Request request;
    private final Deque<Runnable> held = new ArrayDeque<>();

    private Caller(Request request) {
        this.request = request;
    }

    /** The caller of this thread's request; empty where there is none, as in tests without a server. */
    static Optional<Caller> current() {
        return CURRENT.get();
    }

    /** This thread's caller, or somebody who never leaves. */
    static Deadline.Company orNobody() {
        return current().<Deadline.Company>map(caller -> caller).orElse(Deadline.Company.STAYS);
    }

    static Caller begin(Request request) {
        Caller caller = new Caller(request);
        CURRENT.set(Optional.of(caller));
        return caller;
    }

    /** Gives back what the request held, its answer written or not. */
    void end() {
        CURRENT.remove();
        while (!held.isEmpty()) {
            held.pop().run();
        }
    }

    /** Runs when the answer is written, or at once where there is no caller. */
    static void atEnd(Runnable giveBack) {
        current().ifPresentOrElse(caller -> caller.held.push(giveBack), giveBack);
    }

    /**
     * Tries to read: the body was read, so that nothing can come but the end of the connection, which Tomcat reports as
     * one byte to be read, or a further request, which is longer.
     */
    @Override
    public boolean hasGone() {
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() == 1;
    }
}
