package io.unveil.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.HealthCheck;
import io.unveil.image.codec.Codec;
import io.unveil.web.Requests.Answer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.testcontainers.DockerClientFactory;

/** A container of 1.5 GiB and one processor, from its first large picture to its end. */
@WithDocker
@TestMethodOrder(OrderAnnotation.class)
class LimitsIT {
    private static final long MEMORY = 1536L << 20;

    /** Without its health check, which is a connection too, if only to itself. */
    private static final Service SERVICE = new Service()
            .withHost(host -> host.withMemory(MEMORY).withMemorySwap(MEMORY).withNanoCPUs(1_000_000_000L))
            .withCreateContainerCmdModifier(
                    command -> command.withHealthcheck(new HealthCheck().withTest(List.of("NONE"))))
            .withEnv("UNVEIL_LIMITS_TIMEOUT", "10m") // machines that do other work too
            .withEnv("UNVEIL_LIMITS_DRAIN", "10s")
            .withEnv(
                    "UNVEIL_ADMISSION_QUEUE",
                    "0"); // who comes behind the large picture is told at once, and does not wait

    private static final byte[] LARGE = Photograph.large();

    @BeforeAll
    static void start() {
        SERVICE.start();
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
    }

    @Test
    @Order(1)
    void twelveMegapixelsFit() {
        Answer answer = denoise(LARGE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Codec.header(answer.body()).size()).isEqualTo(Photograph.TWELVE_MEGAPIXELS);
        assertThat(state().getOOMKilled()).isFalse();
    }

    @Test
    @Order(2)
    void nobodyOutsideWasAsked() throws Exception {
        assertThat(sent("Tcp", "ActiveOpens")).as("connections opened").isZero();
        assertThat(sent("Udp", "OutDatagrams"))
                .as("datagrams, such as questions for names")
                .isZero();

        SERVICE.execInContainer(
                "bash", "-c", "timeout 1 bash -c 'echo >/dev/tcp/192.0.2.1/9'; echo >/dev/udp/192.0.2.1/9");
        assertThat(sent("Tcp", "ActiveOpens")).as("an attempt is noticed").isEqualTo(1);
        assertThat(sent("Udp", "OutDatagrams")).as("an attempt is noticed").isEqualTo(1);
    }

    @Test
    @Order(3)
    void onItsSignalToStopItFinishesWhatItHasAndTurnsOthersAway() {
        CompletableFuture<Answer> inside = CompletableFuture.supplyAsync(() -> denoise(LARGE));
        while (running() == 0 && !inside.isDone()) {
            Thread.onSpinWait(); // each look is a request
        }
        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> DockerClientFactory.instance()
                .client()
                .stopContainerCmd(SERVICE.getContainerId())
                .withTimeout(600)
                .exec());
        Answer late = denoise(Photograph.noisy());
        while (late.status() != 503) { // busy with the large one, and the signal is on its way
            late = denoise(Photograph.noisy());
        }

        assertThat(late.text()).contains("/problems/draining");
        assertThat(late.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(inside.join().status()).isEqualTo(200);
        stop.join();
        assertThat(state().getExitCodeLong())
                .as("ended by the signal, in order")
                .isEqualTo(128 + 15);
    }

    private static Answer denoise(byte[] picture) {
        return SERVICE.requests().post("/v1/denoise?sigma=25", "application/octet-stream", picture);
    }

    private static double running() {
        return SERVICE.requests()
                .get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith("unveil_admission_running "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }

    private static ContainerState state() {
        return DockerClientFactory.instance()
                .client()
                .inspectContainerCmd(SERVICE.getContainerId())
                .exec()
                .getState();
    }

    /** One of the kernel's counters for this container's network: a line of names, then one of numbers, for each protocol. */
    private static long sent(String protocol, String counter) throws IOException, InterruptedException {
        List<String[]> lines = SERVICE.execInContainer("cat", "/proc/net/snmp")
                .getStdout()
                .lines()
                .filter(line -> line.startsWith(protocol + ":"))
                .map(line -> line.split(" "))
                .toList();
        return Long.parseLong(lines.get(1)[List.of(lines.get(0)).indexOf(counter)]);
    }
}
