package io.unveil.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.Frame;
import org.testcontainers.DockerClientFactory;

/**
 * A container that ran to its end.
 *
 * @param code its exit code
 * @param output what it said on both streams
 */
record Finished(int code, String output) {
    /** Runs the image with a command, as {@code docker run --rm} does. */
    static Finished run(String... command) {
        DockerClient docker = DockerClientFactory.instance().client();
        String id = docker.createContainerCmd(Image.service().asCanonicalNameString())
                .withCmd(command)
                .exec()
                .getId();
        try {
            docker.startContainerCmd(id).exec();
            int code = docker.waitContainerCmd(id)
                    .exec(new WaitContainerResultCallback())
                    .awaitStatusCode();
            return new Finished(code, log(docker, id));
        } finally {
            docker.removeContainerCmd(id).withForce(true).exec();
        }
    }

    private static String log(DockerClient docker, String id) {
        StringBuilder all = new StringBuilder();
        try {
            docker.logContainerCmd(id)
                    .withStdOut(true)
                    .withStdErr(true)
                    .exec(new ResultCallback.Adapter<Frame>() {
                        @Override
                        public void onNext(Frame frame) {
                            all.append(new String(frame.getPayload(), java.nio.charset.StandardCharsets.UTF_8));
                        }
                    })
                    .awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return all.toString();
    }
}
