package io.unveil.container;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import io.unveil.web.Requests;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * A container of the image, run as docs/deployment.md says: read-only, without capabilities, all that it writes in
 * memory.
 */
final class Service extends GenericContainer<Service> {
    /** On machines that do other work too. */
    static final Duration START = Duration.ofMinutes(3);

    private static final int PORT = 8080;

    Service() {
        super(Image.service());
        withImagePullPolicy(name -> false);
        withExposedPorts(PORT);
        withTmpFs(Map.of("/tmp", ""));
        withHost(host -> host.withReadonlyRootfs(true)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges")));
        waitingFor(Wait.forHttp("/actuator/health/readiness").forPort(PORT));
        withStartupTimeout(START);
    }

    /** Limits and the like. */
    Service withHost(Consumer<HostConfig> change) {
        return withCreateContainerCmdModifier(command -> change.accept(command.getHostConfig()));
    }

    Requests requests() {
        return new Requests(getMappedPort(PORT));
    }
}
