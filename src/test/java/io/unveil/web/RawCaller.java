package io.unveil.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** A caller that writes its bytes by hand, rightly or wrongly. */
final class RawCaller implements AutoCloseable {
    private static final int LONGEST_WAIT = 60_000;

    private final Socket socket;

    RawCaller(int port) {
        try {
            socket = new Socket("localhost", port);
            socket.setSoTimeout(LONGEST_WAIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole answer, head and body, to a request that asks for the connection to be closed. */
    static String answer(int port, String request) {
        try (RawCaller caller = new RawCaller(port)) {
            caller.send(request);
            return caller.rest();
        }
    }

    void send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that comes until the service closes the connection. */
    String rest() {
        try {
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line of what comes. */
    String line() {
        try {
            StringBuilder line = new StringBuilder();
            for (int next = socket.getInputStream().read();
                    next >= 0 && next != '\n';
                    next = socket.getInputStream().read()) {
                line.append((char) next);
            }
            return line.toString().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
