package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.web.Requests.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The service as those who run it see it: models, health, metrics, description. */
class OperationTest extends RunningService {
    @Test
    void modelsAreListedWithTheUsualOnesFirstAndBrokenOnesWithTheirError() {
        JsonNode list = service().get("/v1/models").json();

        assertThat(list.valueStream().map(model -> model.get("name").asString()))
                .containsExactly(
                        "denoise-color",
                        "denoise-gray",
                        "fill-color",
                        "broken",
                        "denoise-photo",
                        "dimmer",
                        "evener",
                        "filler",
                        "quadrants",
                        "spots",
                        "spots-color");
        JsonNode gray = list.get(1);
        assertThat(gray.get("status").asString()).isEqualTo("ready");
        assertThat(gray.get("channels").asInt()).isEqualTo(1);
        assertThat(gray.get("device").asString()).isEqualTo("cpu");
        assertThat(gray.has("manifest")).isFalse();
        assertThat(gray.get("blind").asBoolean()).isFalse();
        assertThat(list.get(4).get("blind").asBoolean()).isTrue();
        assertThat(list.get(2).has("blind")).as("of a model that fills").isFalse();
        JsonNode broken = list.get(3);
        assertThat(broken.get("status").asString()).isEqualTo("broken");
        assertThat(broken.get("error").asString()).contains("manifest.json is missing");
    }

    @Test
    void aModelThatScoresAnomaliesIsListedWithItsScoringsAndWhetherTheyAreCalibrated() {
        assertThat(service().get("/v1/models/spots").json().get("task").asString())
                .isEqualTo("anomaly");
        assertThat(service().get("/v1/models/spots").json().get("scorings").toString())
                .isEqualTo("[{\"name\":\"segmentation\",\"calibrated\":true,\"pictures\":24,\"data\":\"even"
                        + " pictures\",\"date\":\"2026-11-23\"}]");
        JsonNode list = service().get("/v1/models").json();
        JsonNode evener = list.get(6);
        assertThat(evener.get("scorings")
                        .valueStream()
                        .map(one -> one.get("name").asString()))
                .containsExactly("segmentation", "ssim", "gradient", "squared-error");
        assertThat(evener.get("scorings"))
                .allSatisfy(one -> assertThat(one.get("calibrated").asBoolean()).isFalse());
        assertThat(list.get(0).has("scorings")).as("of a denoiser").isFalse();
    }

    @Test
    void theDescriptionOfScoresHasEveryParameterAndAnExample() {
        JsonNode api = service().get("/v3/api-docs").json();

        JsonNode anomaly = api.at("/paths/~1v1~1anomaly/post");
        assertThat(names(anomaly)).containsExactlyInAnyOrderElementsOf(AnomalyForm.KNOWN);
        JsonNode content = anomaly.at("/responses/200/content");
        assertThat(content.propertyNames()).containsExactly("application/json");
        JsonNode example = content.at("/application~1json/examples/a scratch/value");
        assertThat(example.at("/anomaly/boxes/0/width").asInt()).isEqualTo(36);
        JsonNode answered = service()
                .post("/v1/anomaly?model=spots", "image/png", Drawn.cleanPng())
                .json();
        assertThat(example.propertyNames())
                .as("the example has the keys of an answer")
                .containsExactlyElementsOf(answered.propertyNames());
        JsonNode picture = api.at("/paths/~1v1~1anomaly~1picture/post/responses/200");
        assertThat(picture.get("content").propertyNames()).contains("image/png", "image/webp");
        assertThat(picture.get("headers").propertyNames())
                .contains("Unveil-Score", "Unveil-Threshold", "Unveil-Calibrated", "Unveil-False-Alarm-Rate");
        assertThat(api.at("/components/schemas/Anomaly/properties").propertyNames())
                .containsExactly(
                        "score",
                        "threshold",
                        "anomalous",
                        "calibrated",
                        "familiar",
                        "distance",
                        "falseAlarmRate",
                        "raw",
                        "boxes",
                        "map");
        assertThat(anomaly.get("responses").propertyNames())
                .contains("400", "404", "413", "415", "422", "429", "503", "504");
    }

    @Test
    void theCardOfAModelIsItsManifest() {
        JsonNode card = service().get("/v1/models/denoise-gray").json();

        assertThat(card.get("manifest").get("parameters").asLong())
                .isEqualTo(card.get("parameters").asLong())
                .isEqualTo(19);
    }

    @Test
    void readinessTriesEachModelAndStaysUpWhileOneServes() {
        Answer answer = service().get("/actuator/health/readiness");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode models = answer.json().get("components").get("models");
        assertThat(models.get("status").asString()).isEqualTo("UP");
        JsonNode details = models.get("details");
        assertThat(details.get("device").asString()).isEqualTo("cpu");
        assertThat(details.get("denoise-gray").get("status").asString()).isEqualTo("UP");
        long waiting = details.valueStream()
                .filter(model -> model.at("/details/waits").asBoolean(false))
                .count();
        assertThat(details.get("waiting").asLong()).isEqualTo(waiting);
        assertThat(details.get("quadrants").get("status").asString()).isEqualTo("UP");
        assertThat(details.get("broken").get("status").asString()).isEqualTo("DOWN");
        assertThat(details.get("broken").get("details").get("error").asString()).contains("manifest.json is missing");
        assertThat(service()
                        .get("/actuator/health/liveness")
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("UP");
    }

    @Test
    void infoNamesTheBuildAndItsCommit() {
        JsonNode info = service().get("/actuator/info").json();

        assertThat(info.at("/build/version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(info.at("/build/commit").asString()).matches("unknown|[0-9a-f]{10}");
    }

    @Test
    void theStartPageIsOursAndMayAskNobodyElse() {
        Answer answer = service().get("/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.text()).contains("page/js/app.js", "swagger-ui.html");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
                .doesNotContain("unsafe", "*", "http");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(service().get("/page/js/app.js").header("Content-Security-Policy"))
                .isEqualTo(answer.header("Content-Security-Policy"));
    }

    @Test
    void swaggerUiStaysWhereItWas() {
        assertThat(service().get("/swagger-ui.html").status()).isEqualTo(302);
        Answer ui = service().get("/swagger-ui/index.html");
        assertThat(ui.status()).isEqualTo(200);
        assertThat(ui.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
    }

    @Test
    void theDescriptionHasBothKindsOfAnswerAndEveryError() {
        JsonNode api = service().get("/v3/api-docs").json();

        assertThat(api.get("openapi").asString()).startsWith("3.1");
        JsonNode denoise = api.get("paths").get("/v1/denoise").get("post");
        JsonNode answers = denoise.get("responses").get("200").get("content");
        assertThat(answers.propertyNames())
                .startsWith("image/*")
                .contains("image/png", "image/jpeg")
                .doesNotContain("application/json");
        assertThat(answers.get("image/png").get("schema").get("format").asString())
                .isEqualTo("binary");
        assertThat(api.at("/components/requestBodies/PictureWithReference/content")
                        .propertyNames())
                .containsExactly("multipart/form-data", "image/*", "application/octet-stream");
        assertThat(api.at("/components/schemas/PictureWithReferenceForm/properties")
                        .propertyNames())
                .containsExactly("file", "reference");
        List<String> described = new ArrayList<>();
        for (JsonNode response : denoise.get("responses")) {
            JsonNode problems = response.at("/content/application~1problem+json/examples");
            problems.propertyNames().forEach(described::add);
        }
        for (Problem problem : ApiDescription.OF_MODELS_AT_WORK) {
            assertThat(described).contains(problem.slug());
        }
        assertThat(described).hasSize(ApiDescription.OF_MODELS_AT_WORK.size());
        assertThat(names(api.at("/paths/~1v1~1denoise~1report/post")))
                .containsExactlyInAnyOrderElementsOf(DenoiseForm.KNOWN);
        JsonNode schemas = api.get("components").get("schemas");
        Pattern.compile("#/components/schemas/([A-Za-z]+)")
                .matcher(api.toString())
                .results()
                .forEach(reference -> assertThat(schemas.has(reference.group(1)))
                        .as(reference.group())
                        .isTrue());
        assertThat(service().get("/v3/api-docs.yaml").text()).contains("/v1/denoise:");
    }

    @Test
    void theDescriptionOfFillingHasItsPartsAndEveryParameter() {
        JsonNode api = service().get("/v3/api-docs").json();

        JsonNode fill = api.get("paths").get("/v1/fill").get("post");
        assertThat(fill.at("/responses/200/content").propertyNames()).contains("image/png", "image/webp");
        assertThat(api.at("/components/schemas/PictureWithMaskForm/properties").propertyNames())
                .containsExactly("file", "mask", "reference");
        assertThat(api.at("/components/schemas/FillParameters/properties").propertyNames())
                .containsExactly("mask", "invert", "grow", "feather", "method", "coverage");
        List<String> known = new ArrayList<>(FillForm.KNOWN);
        known.remove("mask"); // the older spelling
        assertThat(names(api.at("/paths/~1v1~1fill~1report/post"))).containsExactlyInAnyOrderElementsOf(known);
        assertThat(fill.get("responses").propertyNames()).contains("400", "404", "413", "415", "422", "503", "504");
    }

    @Test
    void theDescriptionOfCodesHasTheirFormsAndEveryParameter() {
        JsonNode api = service().get("/v3/api-docs").json();

        JsonNode encode = api.at("/paths/~1v1~1encode/post");
        assertThat(encode.at("/responses/200/content").propertyNames()).containsExactly("application/x-npy");
        JsonNode decode = api.at("/paths/~1v1~1decode/post");
        assertThat(api.at("/components/requestBodies/Code/content").propertyNames())
                .containsExactly("multipart/form-data", "application/x-npy", "application/octet-stream");
        assertThat(api.at("/paths/~1v1~1decode~1values/post/requestBody/content")
                        .propertyNames())
                .containsExactly("application/json");
        assertThat(decode.at("/responses/200/content").propertyNames()).contains("image/png");
        assertThat(api.at("/components/schemas/LatentCode/properties").propertyNames())
                .containsExactly("shape", "values");
        assertThat(names(encode)).containsExactlyInAnyOrderElementsOf(CodeController.OF_ENCODING);
        assertThat(names(api.at("/paths/~1v1~1decode~1report/post")))
                .containsExactlyInAnyOrderElementsOf(CodeController.OF_DECODING);
        assertThat(names(api.at("/paths/~1v1~1reconstruct~1report/post")))
                .containsExactlyInAnyOrderElementsOf(ReconstructController.KNOWN);
        for (JsonNode operation : List.of(encode, decode, api.at("/paths/~1v1~1reconstruct/post"))) {
            assertThat(operation.get("responses").propertyNames())
                    .contains("400", "404", "413", "415", "422", "429", "503", "504");
        }
    }

    /** Of the query; headers ask for jobs. */
    private static List<String> names(JsonNode operation) {
        return operation
                .get("parameters")
                .valueStream()
                .filter(parameter -> parameter.get("in").asString().equals("query"))
                .map(parameter -> parameter.get("name").asString())
                .toList();
    }

    @Test
    void everyRouteIsDescribedWithWhatItAnswersWith() {
        JsonNode paths = service().get("/v3/api-docs").json().get("paths");

        for (JsonNode path : paths) {
            for (JsonNode operation : path) {
                assertThat(operation.get("responses").propertyNames()).contains("400", "401", "405", "406", "500");
            }
        }
        JsonNode compare = paths.at("/~1v1~1compare/post/responses");
        assertThat(compare.at("/200/content").propertyNames()).containsExactly("application/json");
        JsonNode headers = paths.at("/~1v1~1denoise/post/responses/200/headers");
        for (String figure : List.of("Mse", "Mae", "Psnr", "Ssim")) {
            assertThat(headers.at("/Unveil-" + figure + "/description").asString())
                    .contains("before it is encoded");
        }
    }

    @Test
    void theCardOfABrokenModelSaysWhatIsWrong() {
        Answer card = service().get("/v1/models/broken");

        assertThat(card.status()).isEqualTo(200);
        assertThat(card.json().get("status").asString()).isEqualTo("broken");
        assertThat(card.json().get("error").asString()).contains("manifest.json is missing");
    }

    @Test
    void metricsCountStagesModelsAndPixels() {
        service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng());
        String metrics = service().get("/actuator/prometheus").text();

        for (String stage : List.of("decode", "queue", "inference", "encode")) {
            assertThat(metrics).contains("unveil_stage_seconds_count{stage=\"" + stage + "\"}");
        }
        assertThat(metrics)
                .contains("unveil_pictures_total{model=\"denoise-gray\"}")
                .contains("unveil_pixels_total{model=\"denoise-gray\"}")
                .contains("unveil_admission_waiting 0.0")
                .contains("unveil_admission_running 0.0");
    }

    @Test
    void noTensorOutlivesItsRequest() {
        service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng());
        int before = models.liveArrays();
        service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng());
        service().post("/v1/denoise?sigma=20&model=filler", "image/png", Drawn.noisyPng());
        service().post("/v1/denoise?sigma=NaN", "image/png", Drawn.noisyPng());

        assertThat(models.liveArrays()).isEqualTo(before);
    }
}
