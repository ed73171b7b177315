package io.unveil.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.data.InspectionSet;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.codec.Codec;
import io.unveil.web.Requests.Answer;
import io.unveil.web.Requests.Form;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.wait.strategy.Wait;
import tools.jackson.databind.JsonNode;

/** The image as it is run: healthy, at work, and without rights that it does not need. */
@WithDocker
class ServiceIT {
    private static final Service SERVICE = new Service()
            .waitingFor(Wait.forHealthcheck().withStartupTimeout(Service.START)); // a strategy of its own has a minute

    @BeforeAll
    static void start() {
        SERVICE.start();
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
    }

    @Test
    void isReadyWithItsModels() {
        Answer readiness = SERVICE.requests().get("/actuator/health/readiness");
        JsonNode models = SERVICE.requests().get("/v1/models").json();

        assertThat(readiness.status()).isEqualTo(200);
        assertThat(models.valueStream().map(model -> model.get("name").asString()))
                .contains("denoise-color", "denoise-gray", "anomaly-surfaces");
        assertThat(models.valueStream().map(model -> model.get("status").asString()))
                .containsOnly("ready");
    }

    @Test
    void cleansAPhotographByTheEngine() {
        JsonNode reference = denoised("sigma=25").get("reference");

        double before = reference.at("/before/psnr").asDouble();
        double after = reference.at("/after/psnr").asDouble();
        assertThat(before).isBetween(20.0, 21.0);
        assertThat(after).isGreaterThan(before + 8);
    }

    @Test
    void cleansAPhotographByOpenCv() {
        JsonNode report = denoised("sigma=25&method=nlm");

        assertThat(report.at("/reference/after/psnr").asDouble())
                .isGreaterThan(report.at("/reference/before/psnr").asDouble() + 3);
    }

    @ParameterizedTest(name = "a piece of cloth: {0}")
    @ValueSource(strings = {"good", "hole"})
    void tellsAHoleInClothFromAGoodPiece(String kind) throws IOException {
        Picture cloth = InspectionSet.read("synthetic:surfaces,count=14").items().stream()
                .filter(item -> item.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .picture();

        Answer answer = SERVICE.requests()
                .post("/v1/anomaly", "image/png", Codec.encode(cloth, Format.PNG, 95), "Accept", "application/json");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode anomaly = answer.json().get("anomaly");
        assertThat(anomaly.get("calibrated").asBoolean()).isTrue();
        assertThat(anomaly.get("anomalous").asBoolean()).isEqualTo(kind.equals("hole"));
    }

    @ParameterizedTest(name = "by method {0}")
    @ValueSource(strings = {"harmonic", "telea"})
    void fillsAHole(String method) {
        String hole = "[{\"x\": 40, \"y\": 40, \"width\": 12, \"height\": 12}]";
        Form form = new Form()
                .file("file", Photograph.clean())
                .file("reference", Photograph.clean())
                .field("region", hole);

        Answer answer = SERVICE.requests().post("/v1/fill?method=" + method, form, "Accept", "application/json");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/error/mse").asDouble())
                .as("the hole was filled")
                .isPositive();
        assertThat(answer.json().at("/reference/after/psnr").asDouble())
                .as("and nothing else was touched")
                .isGreaterThan(25);
    }

    @Test
    void readsAndWritesWebP() {
        Answer webp = SERVICE.requests()
                .post("/v1/denoise?sigma=25", "image/png", Photograph.noisy(), "Accept", "image/webp");
        Answer again = SERVICE.requests().post("/v1/denoise?sigma=5", "image/webp", webp.body(), "Accept", "image/png");

        assertThat(webp.header("Content-Type")).isEqualTo("image/webp");
        assertThat(again.status()).as(again.text()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoPicture() {
        Answer refused = SERVICE.requests().post("/v1/denoise", "image/png", "no picture".getBytes(UTF_8));

        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().get("type").asString()).isEqualTo("/problems/unsupported-image");
    }

    @Test
    void runsAsNobodyInParticularWithoutCapabilities() throws Exception {
        String status = inside("cat", "/proc/1/status");

        assertThat(status).containsPattern("Uid:\\s+10001\\s+10001\\s+10001\\s+10001\n");
        assertThat(status).containsPattern("Gid:\\s+10001\\s+10001\\s+10001\\s+10001\n");
        assertThat(status).containsPattern("CapEff:\\s+0+\n");
    }

    @Test
    void writesNothingBesideTheServersEmptyFolder() throws Exception {
        denoised("sigma=25");
        denoised("sigma=25&method=nlm");

        assertThat(inside("find", "/tmp", "-type", "f")).isEmpty();
        assertThat(DockerClientFactory.instance()
                        .client()
                        .containerDiffCmd(SERVICE.getContainerId())
                        .exec())
                .isNullOrEmpty();
    }

    private static JsonNode denoised(String query) {
        Form form = new Form().file("file", Photograph.noisy()).file("reference", Photograph.clean());
        Answer answer = SERVICE.requests().post("/v1/denoise?" + query, form, "Accept", "application/json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String inside(String... command) throws IOException, InterruptedException {
        return SERVICE.execInContainer(command).getStdout();
    }
}
