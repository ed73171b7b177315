package io.unveil.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** The service as a process of its own, which can be killed. */
final class ServiceProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it with these settings and waits until it is ready. */
    static ServiceProcess start(String... settings) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> words = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Dai.djl.pytorch.num_threads=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.unveil.Unveil",
                "--server.port=" + port,
                "--unveil.precision=fp32",
                "--unveil.limits.drain=0s"));
        words.addAll(List.of(settings));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        ServiceProcess service = new ServiceProcess(process, port);
        service.awaitStart();
        return service;
    }

    /** What it prints later is read too, so that it never waits for us. */
    private void awaitStart() throws IOException {
        BufferedReader lines = process.inputReader();
        StringBuilder all = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            all.append(line).append('\n');
            if (line.contains("Started Unveil in")) {
                Thread rest = new Thread(() -> swallow(lines), "output of " + process.pid());
                rest.setDaemon(true);
                rest.start();
                return;
            }
        }
        throw new AssertionError("the service did not start:\n" + all);
    }

    private static void swallow(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                // nobody asks what it says
            }
        } catch (IOException killed) {
            // its output ends with it
        }
    }

    Requests service() {
        return new Requests(port);
    }

    JobCalls jobs() {
        return new JobCalls(service());
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL: nothing is tidied up. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    private void await() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }
}
