package io.unveil.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends the process when a thread dies without which Tomcat answers nobody, though its port stays open: the one that
 * accepts connections, or the one that waits for their bytes. A supervisor, such as Docker or Kubernetes, starts it
 * anew. Threads that serve requests are replaced by their pool.
 */
@Component
final class LostThread implements Thread.UncaughtExceptionHandler {
    /** As the JVM itself ends with -XX:+ExitOnOutOfMemoryError. */
    static final int EXIT = 3;

    private static final Logger LOG = LoggerFactory.getLogger(LostThread.class);

    /** Ends the process. */
    @FunctionalInterface
    interface Halt {
        void with(int code);
    }

    private final Halt halt;

    LostThread() {
        this(Runtime.getRuntime()::halt); // a shutdown would wait for requests that nobody will finish
    }

    LostThread(Halt halt) {
        this.halt = halt;
    }

    @EventListener(ApplicationReadyEvent.class)
    void watch() {
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        boolean needed =
                thread.getName().endsWith("-Poller") || thread.getName().endsWith("-Acceptor");
        try {
            LOG.error("thread {} died{}", thread.getName(), needed ? ": the service ends" : "", error);
        } finally {
            if (needed) {
                halt.with(EXIT);
            }
        }
    }
}
