package io.unveil.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.BuildResponseItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** The images under test, each built once in a run from the files of this clone. */
final class Image {
    private static final Logger LOG = LoggerFactory.getLogger(Image.class);
    private static final Path JAR = Path.of("target", "unveil.jar");

    private static final Path DOCKERFILE = Path.of("Dockerfile");

    private Image() {}

    /**
     * Debian or Ubuntu with Java: the one that the Dockerfile names, or another on machines that reach no registry of
     * images.
     */
    static String base() {
        return System.getProperty("unveil.image.base", defaultBase());
    }

    /** Whether the engine has the base, or can fetch it. */
    static boolean baseCanBeHad() {
        DockerClient docker = DockerClientFactory.instance().client();
        try {
            docker.inspectImageCmd(base()).exec();
            return true;
        } catch (NotFoundException notHere) {
            return fetched(docker);
        }
    }

    /** Target cpu of the Dockerfile, with target/unveil.jar inside. */
    static DockerImageName service() {
        return ServiceHolder.IMAGE;
    }

    /** The distribution's nginx on the same base. */
    static DockerImageName proxy() {
        return ProxyHolder.IMAGE;
    }

    private static final class ServiceHolder {
        static final DockerImageName IMAGE = built();

        private static DockerImageName built() {
            if (!Files.exists(JAR)) {
                throw new IllegalStateException("there is no %s, make it with ./mvnw package".formatted(JAR));
            }
            return build(DOCKERFILE, "unveil:under-test", Optional.of("cpu"));
        }
    }

    private static final class ProxyHolder {
        static final DockerImageName IMAGE = build(
                Path.of("src", "test", "docker", "proxy", "Dockerfile"), "unveil-proxy:under-test", Optional.empty());
    }

    private static DockerImageName build(Path dockerfile, String name, Optional<String> target) {
        BuildImageCmd command = DockerClientFactory.instance()
                .client()
                .buildImageCmd(dockerfile.toAbsolutePath().toFile())
                .withTags(Set.of(name))
                .withBuildArg("BASE", base());
        target.ifPresent(command::withTarget);
        command.exec(new Logged()).awaitImageId();
        return DockerImageName.parse(name);
    }

    private static boolean fetched(DockerClient docker) {
        try {
            docker.pullImageCmd(base()).start().awaitCompletion();
            return true;
        } catch (DockerException | DockerClientException unreachable) {
            LOG.warn("{} could not be fetched: {}", base(), unreachable.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String defaultBase() {
        try {
            return Files.readAllLines(DOCKERFILE).stream()
                    .filter(line -> line.startsWith("ARG BASE="))
                    .map(line -> line.substring("ARG BASE=".length()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the engine says while it builds goes to the log, where a failed build is explained. */
    private static final class Logged extends BuildImageResultCallback {
        @Override
        public void onNext(BuildResponseItem item) {
            String said = item.getStream();
            if (said != null && !said.isBlank()) {
                LOG.info("{}", said.strip());
            }
            super.onNext(item);
        }
    }
}
