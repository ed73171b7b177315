package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.Format;
import io.unveil.image.codec.Codec;
import io.unveil.web.Requests.Answer;
import io.unveil.web.Requests.Form;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document as a generator of clients reads it, and the answers that such clients ask for. */
class DescriptionTest extends RunningService {
    private static final String REGION = "[{\"x\": 10, \"y\": 5, \"width\": 10, \"height\": 10}]";

    private JsonNode document() {
        return service().get("/v3/api-docs").json();
    }

    /** All operations, by their ids. */
    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        for (JsonNode path : document().get("paths")) {
            for (JsonNode operation : path) {
                assertThat(all.put(operation.get("operationId").asString(), operation))
                        .as("another operation with its id")
                        .isNull();
            }
        }
        return all;
    }

    @Test
    void idsSayWhatIsDone() {
        assertThat(operations().keySet())
                .contains(
                        "denoise",
                        "denoiseReport",
                        "compare",
                        "fill",
                        "fillReport",
                        "scoreAnomaly",
                        "drawAnomaly",
                        "reconstruct",
                        "reconstructReport",
                        "encode",
                        "encodeReport",
                        "decode",
                        "decodeValues",
                        "decodeReport",
                        "listModels",
                        "getModel",
                        "getLayers",
                        "getMaps")
                .allSatisfy(id -> assertThat(id).matches("[a-z]+([A-Z][a-z]+)*"));
    }

    @Test
    void anOperationAnswersWithPicturesOrWithJson() {
        operations()
                .forEach((id, operation) -> assertThat(List.copyOf(
                                operation.at("/responses/200/content").propertyNames().stream()
                                        .map(type ->
                                                type.replaceFirst("/.*-npy|/.*", type.contains("json") ? "/json" : ""))
                                        .distinct()
                                        .toList()))
                        .as(id)
                        .hasSizeLessThanOrEqualTo(1));
    }

    @Test
    void wherePicturesComeNoSuccessIsListedAsJson() {
        operations().forEach((id, operation) -> {
            if (operation.at("/responses/200/content").propertyNames().stream()
                    .anyMatch(type -> type.startsWith("image/"))) {
                operation
                        .get("responses")
                        .forEachEntry((status, response) -> assertThat(status.startsWith("2")
                                        && response.at("/content/application~1json")
                                                .isObject())
                                .as("%s %s", id, status)
                                .isFalse());
            }
        });
    }

    @Test
    void noSchemaLeavesAChoice() {
        assertThat(document().get("components").get("schemas").toString())
                .doesNotContain("\"oneOf\"", "\"anyOf\"", "\"allOf\"");
        assertThat(document()
                        .at("/components/schemas/DenoiseReport/properties/parameters/$ref")
                        .asString())
                .endsWith("/DenoiseParameters");
    }

    @Test
    void aKeyThatIsAlwaysThereIsRequired() {
        JsonNode schemas = document().at("/components/schemas");

        assertThat(schemas.at("/DenoiseReport/required").toString())
                .contains("model", "image", "parameters", "timing")
                .doesNotContain("notes", "error", "output");
        assertThat(schemas.at("/Model/required").toString()).isEqualTo("[\"name\",\"status\"]");
    }

    @Test
    void everyHeaderOfAnAnswerHasASchema() {
        List<String> without = new ArrayList<>();
        int[] headers = {0};
        operations().forEach((id, operation) -> {
            for (JsonNode response : operation.get("responses")) {
                response.path("headers").forEachEntry((name, header) -> {
                    headers[0]++;
                    if (!header.has("schema")) {
                        without.add(id + " " + name);
                    }
                });
            }
        });
        assertThat(headers[0]).isGreaterThan(49);
        assertThat(without).isEmpty();
    }

    @Test
    void noParameterIsCalledLikeAPart() {
        JsonNode components = document().get("components");
        operations().forEach((id, operation) -> {
            String body = operation.at("/requestBody/$ref").asString("");
            String form = components
                    .at("/requestBodies/" + body.replaceFirst(".*/", "") + "/content/multipart~1form-data/schema/$ref")
                    .asString("");
            JsonNode parts = components.at("/schemas/" + form.replaceFirst(".*/", "") + "/properties");
            operation
                    .path("parameters")
                    .forEach(parameter -> assertThat(
                                    parts.has(parameter.get("name").asString()))
                            .as("%s %s", id, parameter.get("name"))
                            .isFalse());
        });
    }

    @Test
    void bodiesAreSharedByOperationsThatTakeTheSame() {
        Map<String, JsonNode> operations = operations();
        assertThat(body(operations, "denoise"))
                .isEqualTo(body(operations, "denoiseReport"))
                .isEqualTo(body(operations, "reconstruct"));
        operations.forEach((id, operation) -> {
            JsonNode body = operation.path("requestBody");
            assertThat(body.isMissingNode()
                            || body.has("$ref")
                            || body.at("/content/application~1json/schema").has("$ref")
                            || body.at("/content/multipart~1form-data/schema").has("$ref"))
                    .as(id)
                    .isTrue();
        });
    }

    private static JsonNode body(Map<String, JsonNode> operations, String id) {
        return Objects.requireNonNull(operations.get(id)).get("requestBody");
    }

    @Test
    void operationsStandInTheOrderOfTheReadme() throws IOException {
        JsonNode document = document();
        List<String> paths = List.copyOf(document.get("paths").propertyNames());
        List<String> inReadme = Pattern.compile("localhost:8080(/v1/[a-z/]+)")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .filter(paths::contains)
                .toList();
        assertThat(inReadme).contains("/v1/denoise", "/v1/models");
        assertThat(paths.stream().filter(inReadme::contains)).containsExactlyElementsOf(inReadme);

        List<String> tags = document.get("tags")
                .valueStream()
                .map(tag -> tag.get("name").asString())
                .toList();
        List<String> used = operations().values().stream()
                .map(operation -> operation.at("/tags/0").asString())
                .distinct()
                .toList();
        assertThat(used).isEqualTo(tags);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"application/problem+json", "application/problem+json;q=0.5", "*/*, application/problem+json"})
    void aClientThatAcceptsOnlyProblemsBesidesGetsThePicture(String accept) {
        byte[] noisy = Drawn.noisyPng();
        Answer denoised = service().post("/v1/denoise?sigma=20", new Form().file("file", noisy), "Accept", accept);
        assertThat(denoised.header("Content-Type")).isEqualTo("image/png");
        assertThat(Codec.header(denoised.body()).format()).isEqualTo(Format.PNG);

        assertThat(service()
                        .post("/v1/anomaly/picture?model=spots", "image/png", noisy, "Accept", accept)
                        .header("Content-Type"))
                .isEqualTo("image/png");
        assertThat(service().get("/v1/models", "Accept", accept).status()).isEqualTo(200);
    }

    @Test
    void aRangeBesideProblemsIsStillTheFormOfTheAnswer() {
        byte[] noisy = Drawn.noisyPng();
        assertThat(service()
                        .post(
                                "/v1/denoise?sigma=20",
                                "image/png",
                                noisy,
                                "Accept",
                                "image/jpeg, application/problem+json")
                        .header("Content-Type"))
                .isEqualTo("image/jpeg");
        ProblemsOverHttpTest.is(
                service()
                        .post(
                                "/v1/denoise?sigma=20",
                                "image/png",
                                noisy,
                                "Accept",
                                "text/csv, application/problem+json"),
                406,
                "not-acceptable",
                "Accept was 'text/csv'");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/v1/denoise/report?sigma=20,",
        "/v1/denoise/report?sigma=20,application/problem+json",
        "/v1/anomaly?model=spots,",
        "/v1/reconstruct/report?model=quadrants,",
        "/v1/encode/report?model=quadrants,*/*"
    })
    void aReportIsJsonWhateverElseIsAccepted(String path, String accept) {
        String[] headers = accept == null ? new String[0] : new String[] {"Accept", accept};
        Answer answer = service().post(path, new Form().file("file", Drawn.noisyPng()), headers);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().has("timing")).isTrue();
    }

    @Test
    void anOperationOfOneKindRefusesTheOther() {
        byte[] noisy = Drawn.noisyPng();
        ProblemsOverHttpTest.is(
                service().post("/v1/denoise/report", "image/png", noisy, "Accept", "image/png"),
                406,
                "not-acceptable",
                "served are application/json");
        ProblemsOverHttpTest.is(
                service().post("/v1/anomaly/picture", "image/png", noisy, "Accept", "application/json"),
                406,
                "not-acceptable",
                "served are image/png");
    }

    @Test
    void theOldAndTheNewSpellingOfAlphaMeanTheSame() {
        byte[] opaque = Drawn.noisyPng();
        for (String name : List.of("mask-from", "mask")) {
            ProblemsOverHttpTest.is(
                    service().post("/v1/fill?" + name + "=beta", "image/png", opaque),
                    400,
                    "invalid-parameter",
                    name + " was 'beta'");
            ProblemsOverHttpTest.is(
                    service()
                            .post(
                                    "/v1/fill?" + name + "=alpha",
                                    new Form().file("file", opaque).field("region", REGION)),
                    400,
                    "invalid-parameter",
                    "two were sent");
        }
    }

    @Test
    void pagesOfOtherOriginsMayCallNothingUnlessASettingSaysSo() {
        Answer answer = service()
                .send(
                        "/v1/denoise",
                        "OPTIONS",
                        BodyPublishers.noBody(),
                        "Origin",
                        "https://app.example",
                        "Access-Control-Request-Method",
                        "POST");
        assertThat(answer.response().headers().map().keySet())
                .noneMatch(name -> name.startsWith("access-control-allow-"));
    }

    @Test
    void anAnswerThatIsNotDescribedIsFound() {
        String document = service().get("/v3/api-docs").text();
        Answer report = service().post("/v1/denoise/report?sigma=20", "image/png", Drawn.noisyPng());
        for (String[] change : new String[][] {
            {"\"mse\":{\"type\":\"number\"", "\"mse\":{\"type\":\"string\""}, // another type
            {"\"mse\":{", "\"mean\":{"}, // another key
            {"\"200\":{", "\"201\":{"}, // another status
            {"\"application/json\":{", "\"text/csv\":{"} // another form
        }) {
            assertThat(document).contains(change[0]);
            assertThatThrownBy(() -> Documented.of(document.replace(change[0], change[1]))
                            .check("POST", "/v1/denoise/report", report.response()))
                    .as(change[1])
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("which is not described");
        }
    }
}
