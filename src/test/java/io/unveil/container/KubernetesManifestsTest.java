package io.unveil.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * The manifests under docker/kubernetes keep to the schema of Kubernetes, as its own client has it, and fit together.
 */
class KubernetesManifestsTest {
    private static final Path FOLDER = Path.of("docker", "kubernetes");

    static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manifests")
    void everyFieldIsKnownAndNoneIsMissing(Path manifest) throws IOException {
        JsonObject object = read(manifest.getFileName().toString());

        assertThatCode(() -> validate(object)).doesNotThrowAnyException();
    }

    @Test
    void aMisspeltFieldWouldBeNoticed() throws IOException {
        JsonObject deployment = read("deployment.yaml");
        JsonObject container = container(deployment);
        container.add("readinesProbe", container.remove("readinessProbe"));

        assertThatThrownBy(() -> validate(deployment)).hasMessageContaining("readinesProbe");
    }

    @Test
    void whoIsScaledAndKeptAndCalledIsTheDeployment() throws IOException {
        JsonObject deployment = read("deployment.yaml");
        JsonElement labels = at(deployment, "spec", "template", "metadata", "labels");

        assertThat(at(deployment, "spec", "selector", "matchLabels")).isEqualTo(labels);
        assertThat(at(read("service.yaml"), "spec", "selector")).isEqualTo(labels);
        assertThat(at(read("pdb.yaml"), "spec", "selector", "matchLabels")).isEqualTo(labels);
        assertThat(at(read("hpa.yaml"), "spec", "scaleTargetRef", "name"))
                .isEqualTo(at(deployment, "metadata", "name"));
        assertThat(at(read("service.yaml"), "spec", "ports")
                        .getAsJsonArray()
                        .get(0)
                        .getAsJsonObject()
                        .get("targetPort"))
                .isEqualTo(container(deployment)
                        .get("ports")
                        .getAsJsonArray()
                        .get(0)
                        .getAsJsonObject()
                        .get("name"));
    }

    @Test
    void theSharesOfTheBatchAreAsManyAsItsCompletions() throws IOException {
        JsonObject job = read("batch.yaml");

        assertThat(at(job, "spec", "completionMode").getAsString()).isEqualTo("Indexed");
        assertThat(container(job).getAsJsonArray("args").asList())
                .extracting(JsonElement::getAsString)
                .contains("--shard=$(JOB_COMPLETION_INDEX)/"
                        + at(job, "spec", "completions").getAsInt());
    }

    private static JsonObject read(String name) throws IOException {
        Object yaml = new Yaml().load(Files.readString(FOLDER.resolve(name)));
        return new Gson().toJsonTree(yaml).getAsJsonObject();
    }

    private static void validate(JsonObject object) throws IOException {
        String kind = object.get("apiVersion").getAsString() + " "
                + object.get("kind").getAsString();
        switch (kind) {
            case "apps/v1 Deployment" -> V1Deployment.validateJsonElement(object);
            case "v1 Service" -> V1Service.validateJsonElement(object);
            case "autoscaling/v2 HorizontalPodAutoscaler" -> V2HorizontalPodAutoscaler.validateJsonElement(object);
            case "batch/v1 Job" -> V1Job.validateJsonElement(object);
            case "policy/v1 PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(object);
            default -> throw new AssertionError("no schema is known here for " + kind);
        }
    }

    private static JsonObject container(JsonObject deployment) {
        return at(deployment, "spec", "template", "spec", "containers")
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();
    }

    private static JsonElement at(JsonObject object, String... path) {
        JsonElement here = object;
        for (String name : path) {
            here = here.getAsJsonObject().get(name);
            assertThat(here).as(name).isNotNull();
        }
        return here;
    }
}
