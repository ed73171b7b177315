package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Nobody is contacted but the host that was asked. */
class OutsideConnectionsTest extends RunningService {
    /** From the documentation range (RFC 5737): leads nowhere. */
    private static final String NOWHERE = "192.0.2.1";

    @Test
    void theServiceOpensNone() throws IOException {
        service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng());
        service().get("/actuator/health");

        assertThat(OutsideConnections.asked())
                .filteredOn(uri -> !NOWHERE.equals(uri.getHost()))
                .isEmpty();
        assertThat(System.getProperty("OPT_OUT_TRACKING"))
                .as("the engine's telemetry is off")
                .isEqualTo("true");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theKernelKnowsOfNone() throws IOException {
        service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng());

        assertThat(OutsideConnections.open()).isEmpty();
    }

    @Test
    void anAttemptWouldBeNoticed() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(NOWHERE, 9), 1);
        } catch (IOException expected) {
            assertThat(OutsideConnections.asked()).contains(URI.create("socket://" + NOWHERE + ":9"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anOpenConnectionWouldBeNoticed() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) { // sends nothing
            socket.connect(InetAddress.getByName(NOWHERE), 9);
            assertThat(OutsideConnections.open()).contains(InetAddress.getByName(NOWHERE));
        }
    }
}
