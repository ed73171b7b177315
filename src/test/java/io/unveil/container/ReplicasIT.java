package io.unveil.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.web.Requests;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/** Two replicas behind the proxy of docker-compose.yml's profile scale. */
@WithDocker
class ReplicasIT {
    private static final int CLIENTS = 4;
    private static final int REQUESTS_OF_EACH = 25;

    private static final Network NETWORK = Network.newNetwork();
    private static final Service FIRST = replica();
    private static final Service SECOND = replica();
    private static final GenericContainer<?> PROXY = new GenericContainer<>(Image.proxy())
            .withImagePullPolicy(name -> false)
            .withNetwork(NETWORK)
            .withCopyFileToContainer(MountableFile.forHostPath("docker/proxy.conf"), "/etc/nginx/conf.d/default.conf")
            .withCommand("nginx", "-g", "daemon off;")
            .withExposedPorts(8090)
            .waitingFor(Wait.forHttp("/actuator/health/readiness"))
            .withStartupTimeout(Duration.ofMinutes(3));

    private static Service replica() {
        return new Service().withNetwork(NETWORK).withNetworkAliases("replica");
    }

    @BeforeAll
    static void start() {
        Stream.of(FIRST, SECOND).parallel().forEach(GenericContainer::start);
        PROXY.start(); // it looks the replicas up once
    }

    @AfterAll
    static void stop() {
        Stream.of(PROXY, FIRST, SECOND).forEach(GenericContainer::stop);
        NETWORK.close();
    }

    @Test
    void whenOneIsKilledUnderLoadClientsThatTryTwiceLoseNothing() {
        CountDownLatch underLoad = new CountDownLatch(CLIENTS * REQUESTS_OF_EACH / 4);
        List<CompletableFuture<List<Integer>>> clients = IntStream.range(0, CLIENTS)
                .mapToObj(client -> CompletableFuture.supplyAsync(() -> answers(underLoad)))
                .toList();

        await(underLoad);
        long servedByFirst = cleaned(FIRST);
        DockerClientFactory.instance()
                .client()
                .killContainerCmd(FIRST.getContainerId())
                .exec();

        assertThat(clients)
                .allSatisfy(client ->
                        assertThat(client.join()).hasSize(REQUESTS_OF_EACH).containsOnly(200));
        assertThat(servedByFirst).as("pictures that the killed one had cleaned").isPositive();
        assertThat(cleaned(SECOND)).isGreaterThan(CLIENTS * REQUESTS_OF_EACH / 2);
    }

    private static List<Integer> answers(CountDownLatch counted) {
        byte[] picture = Photograph.noisy();
        return IntStream.range(0, REQUESTS_OF_EACH)
                .map(request -> {
                    int status = askedTwiceAtMost(picture);
                    counted.countDown();
                    return status;
                })
                .boxed()
                .toList();
    }

    private static int askedTwiceAtMost(byte[] picture) {
        try {
            int status = ask(picture);
            return status == 200 ? status : ask(picture);
        } catch (AssertionError noAnswer) {
            return ask(picture);
        }
    }

    private static int ask(byte[] picture) {
        return new Requests(PROXY.getMappedPort(8090))
                .post("/v1/denoise?sigma=25", "image/png", picture)
                .status();
    }

    private static long cleaned(Service replica) {
        return replica.requests()
                .get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith("unveil_pictures_total"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
