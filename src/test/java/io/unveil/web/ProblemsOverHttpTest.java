package io.unveil.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.web.Requests.Answer;
import io.unveil.web.Requests.Form;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** What a caller can do wrong, over HTTP, and the problem document that comes back. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemsOverHttpTest extends RunningService {
    private static final String DENOISE = "/v1/denoise?sigma=20";
    private static final byte[] TOO_MUCH = new byte[65 << 20];

    /** A whole PNG header that claims 60000 x 60000 pixels. */
    private static final byte[] HUGE_PNG =
            HexFormat.of().parseHex("89504e470d0a1a0a0000000d494844520000ea600000ea6008000000006b79f1c8");

    /** 35 bytes: a logical screen of 65535 x 65535 and one picture of the same size. */
    private static final byte[] HUGE_GIF =
            HexFormat.of().parseHex("474946383961ffffffff800000000000ffffff2c00000000ffffffff00020244010" + "03b");

    @Test
    void anEmptyBodyIsNoImage() {
        is(service().post(DENOISE, "image/png", new byte[0]), 400, "missing-image", "the body is empty");
    }

    @Test
    void aFormWithoutTheFileIsNoImage() {
        is(
                service().post(DENOISE, new Form().field("strength", "1").file("reference", Drawn.cleanPng())),
                400,
                "missing-image",
                "the body has no part 'file'; parts that were sent: strength, reference");
    }

    @Test
    void anEmptyFileIsNoImage() {
        is(
                service().post(DENOISE, new Form().file("file", new byte[0])),
                400,
                "missing-image",
                "the part 'file' is empty");
    }

    @Test
    void aFormWithoutItsBoundaryCannotBeRead() {
        is(
                service()
                        .post(
                                DENOISE,
                                "multipart/form-data",
                                new Form().file("file", Drawn.noisyPng()).bytes()),
                400,
                "missing-image",
                "boundary");
    }

    @Test
    void aFormThatBreaksOffCannotBeRead() {
        byte[] whole = new Form().file("file", Drawn.noisyPng()).bytes();
        is(
                service().post(DENOISE, Requests.FORM, Arrays.copyOf(whole, whole.length / 2)),
                400,
                "missing-image",
                "multipart/form-data");
    }

    @Test
    void aReferenceIsNeededToCompare() {
        is(
                service().post("/v1/compare", new Form().file("file", Drawn.noisyPng())),
                400,
                "missing-image",
                "the body has no part 'reference'");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "sigma        | -1    | 'auto' or a number from 0 to 100",
                "sigma        | 100.1 | 'auto' or a number from 0 to 100",
                "sigma        | abc   | 'auto' or a number from 0 to 100",
                "sigma        | NaN   | 'auto' or a number from 0 to 100",
                "sigma        | \"\"    | 'auto' or a number from 0 to 100",
                "strength     | 3     | a number from 0 to 2",
                "quality      | worst | 'fast' or 'best'",
                "method       | magic | 'model' or 'nlm'",
                "quality-jpeg | 0     | a whole number from 1 to 100",
                "quality-jpeg | 101   | a whole number from 1 to 100",
                "quality-jpeg | 9.5   | a whole number from 1 to 100",
                "include      | all   | 'output'",
                "sigmal       | 5     | one of chroma, frames, include, metadata, method, model, quality, quality-jpeg, sigma, strength"
            })
    void aWrongParameterIsNamedWithWhatIsAllowed(String parameter, String rejected, String allowed) {
        Answer inQuery = service().post("/v1/denoise?" + parameter + "=" + rejected, "image/png", Drawn.noisyPng());
        Answer inForm = service()
                .post("/v1/denoise", new Form().file("file", Drawn.noisyPng()).field(parameter, rejected));
        for (Answer answer : new Answer[] {inQuery, inForm}) {
            JsonNode problem = is(answer, 400, "invalid-parameter", parameter);
            assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
            assertThat(problem.get("rejected").asString()).isEqualTo(rejected);
            assertThat(problem.get("allowed").asString()).isEqualTo(allowed);
        }
    }

    @Test
    void aParameterIsNotGivenTwice() {
        is(
                service()
                        .post(
                                "/v1/denoise?sigma=20",
                                new Form().file("file", Drawn.noisyPng()).field("sigma", "30")),
                400,
                "invalid-parameter",
                "sigma was '30, 20', allowed is one value");
    }

    @Test
    void twoFilesAreNotOne() {
        is(
                service()
                        .post(DENOISE, new Form().file("file", Drawn.noisyPng()).file("file", Drawn.noisyPng())),
                400,
                "invalid-parameter",
                "file was '2 parts'");
    }

    @Test
    void aFileThatNobodyAskedForIsRefused() {
        JsonNode problem = is(
                service()
                        .post(DENOISE, new Form().file("file", Drawn.noisyPng()).file("mask", Drawn.noisyPng())),
                400,
                "invalid-parameter",
                "mask");
        assertThat(problem.get("parameter").asString()).isEqualTo("mask");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"file", "reference"})
    void aPartThatStandsInTheQueryIsNoParameter(String name) {
        String path = "/v1/denoise?" + name + "=1";
        Form form = new Form().file("file", Drawn.noisyPng()).file("reference", Drawn.cleanPng());
        for (Answer answer : new Answer[] {
            service().post(path, "image/png", Drawn.noisyPng()),
            service().post(path, form),
            service().post("/v1/compare?" + name + "=1", form)
        }) {
            JsonNode problem = is(answer, 400, "invalid-parameter", name + " was '1'");
            assertThat(problem.get("parameter").asString()).isEqualTo(name);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/v1/models?foo=1", "/v1/models/denoise-gray?foo=1"})
    void modelsTakeNoParameters(String path) {
        is(service().get(path), 400, "invalid-parameter", "foo was '1', allowed is no parameter");
    }

    @ParameterizedTest(name = "?{0}")
    @ValueSource(strings = {"=1", "sigma=%ZZ", "sigma=%C3%28"})
    void aQueryThatCannotBeReadIsMalformedAndNoFaultOfOurs(String query, CapturedOutput log) throws IOException {
        int before = log.length();
        byte[] picture = Drawn.noisyPng();
        byte[] form = new Form().file("file", picture).bytes();
        for (String answer : new String[] {
            raw(post("/v1/denoise?" + query, "Content-Type: image/png\r\nContent-Length: " + picture.length), picture),
            raw(
                    post(
                            "/v1/denoise?" + query,
                            "Content-Type: " + Requests.FORM + "\r\nContent-Length: " + form.length),
                    form),
            raw("GET /v1/models?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        }) {
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("\"type\":\"/problems/malformed-request\"", "\"instance\":\"/v1/");
        }
        assertThat(log.subSequence(before, log.length())).doesNotContain("ERROR", "Exception");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"image/png", Requests.FORM})
    void aBodyInBrokenChunksIsMalformedAndNoFaultOfOurs(String type, CapturedOutput log) throws IOException {
        int before = log.length();
        String headers = "Content-Type: " + type + "\r\nTransfer-Encoding: chunked";
        assertThat(raw(post(DENOISE, headers), "ZZ\r\nx\r\n0\r\n\r\n".getBytes(UTF_8)))
                .startsWith("HTTP/1.1 400")
                .contains("\"type\":\"/problems/malformed-request\"", "\"instance\":\"/v1/denoise\"");
        assertThat(log.subSequence(before, log.length())).doesNotContain("ERROR", "Exception");
    }

    @Test
    void compareTakesNoParameters() {
        is(
                service()
                        .post(
                                "/v1/compare?sigma=3",
                                new Form().file("file", Drawn.noisyPng()).file("reference", Drawn.cleanPng())),
                400,
                "invalid-parameter",
                "allowed is no parameter");
    }

    @Test
    void textThatIsCalledPngIsNoImage() {
        is(service().post(DENOISE, "image/png", "this is no picture".getBytes(UTF_8)), 415, "unsupported-image", "");
    }

    @ParameterizedTest(name = "a {0} that is cut in half")
    @EnumSource(names = {"PNG", "JPEG", "WEBP", "TIFF", "BMP"})
    void aFileThatIsCutShortIsDamaged(Format format) {
        byte[] whole = Drawn.file(Drawn.slope(64, 3, 20, BitDepth.EIGHT, format));
        is(
                service().post(DENOISE, "application/octet-stream", Arrays.copyOf(whole, whole.length / 2)),
                422,
                "damaged-image",
                "");
    }

    @Test
    void aHeaderThatClaimsTooManyPixelsIsRefusedBeforeDecoding() {
        is(service().post(DENOISE, new Form().file("file", HUGE_PNG)), 413, "too-many-pixels", "60000 x 60000");
    }

    @Test
    void aSmallGifThatClaimsTheWholeScreenIsRefusedBeforeDecoding() {
        assertThat(HUGE_GIF).hasSize(35);
        is(service().post(DENOISE, "image/gif", HUGE_GIF), 413, "too-many-pixels", "65535 x 65535");
    }

    @Test
    void aReferenceIsHeldToTheSameLimits() {
        is(
                service()
                        .post(DENOISE, new Form().file("file", Drawn.noisyPng()).file("reference", HUGE_PNG)),
                413,
                "too-many-pixels",
                "60000 x 60000");
    }

    @Test
    @DisplayName("65 MiB are too much: in a form, as the body, and in chunks of unknown number")
    void aBodyOverTheLimitIsRefused() {
        String detail = "the body has more than 67108864 bytes, the limit (unveil.limits.max-body)";
        byte[] form = new Form().file("file", TOO_MUCH).bytes();
        is(service().post(DENOISE, Requests.FORM, form), 413, "body-too-large", detail);
        is(service().postChunked(DENOISE, Requests.FORM, form), 413, "body-too-large", detail);
        is(service().post(DENOISE, "image/png", TOO_MUCH), 413, "body-too-large", detail);
        is(service().postChunked(DENOISE, "image/png", TOO_MUCH), 413, "body-too-large", detail);
    }

    @Test
    void partsAreNeverWrittenToDisk(@Autowired MultipartConfigElement parts) {
        assertThat((long) parts.getFileSizeThreshold()).isGreaterThanOrEqualTo(parts.getMaxRequestSize());
    }

    @Test
    void thereAreNotMorePartsThanAnyoneNeeds() {
        Form form = new Form().file("file", Drawn.noisyPng());
        for (int i = 0; i < 30; i++) {
            form.field("p" + i, "1");
        }
        is(service().post(DENOISE, form), 413, "body-too-large", "too many parts");
    }

    @Test
    void picturesOfTwoSizesCannotBeCompared() {
        byte[] larger = Drawn.file(Drawn.slope(64, 1, 0, BitDepth.EIGHT, Format.PNG));
        Form form = new Form().file("file", Drawn.noisyPng()).file("reference", larger);
        is(service().post("/v1/compare", form), 422, "unprocessable-image", "48 x 48");
        is(service().post(DENOISE, form), 422, "unprocessable-image", "64 x 64");
    }

    @ParameterizedTest(name = "model={0} is {2}")
    @CsvSource({"nobody, 404, unknown-model", "filler, 422, wrong-task", "broken, 503, model-unavailable"})
    void aModelThatCannotBeUsedIsNamed(String model, int status, String slug) {
        is(service().post(DENOISE + "&model=" + model, "image/png", Drawn.noisyPng()), status, slug, "'" + model + "'");
    }

    @Test
    void thereIsNoCardOfAnUnknownModel() {
        is(service().get("/v1/models/nobody"), 404, "unknown-model", "'nobody'");
    }

    @ParameterizedTest(name = "Accept: {0}")
    @ValueSource(strings = {"text/csv", "image/avif", "image/gif", "image", "image/png;q=two", "image/png;q=0"})
    void whatCannotBeAcceptedIsRefusedWithABody(String accept) {
        is(
                service().post(DENOISE, "image/png", Drawn.noisyPng(), "Accept", accept),
                406,
                "not-acceptable",
                "Accept was '" + accept + "', served are image/png, image/jpeg");
    }

    @ParameterizedTest(name = "GET /v1/models, Accept: {0}")
    @ValueSource(strings = {"image/png", "nonsense"})
    void theListOfModelsIsJsonOnly(String accept) {
        is(service().get("/v1/models", "Accept", accept), 406, "not-acceptable", "Accept was '" + accept + "'");
    }

    @Test
    void comparisonsAreJsonOnly() {
        Form form = new Form().file("file", Drawn.noisyPng()).file("reference", Drawn.cleanPng());
        is(service().post("/v1/compare", form, "Accept", "image/png"), 406, "not-acceptable", "application/json");
    }

    @Test
    void aWrongMethodIsAnsweredWithTheRightOne() {
        Answer answer = service().get("/v1/denoise");
        is(answer, 405, "method-not-allowed", "the method was GET, allowed is POST");
        assertThat(answer.header("Allow")).isEqualTo("POST");
        is(
                service().send("/v1/models", "DELETE", BodyPublishers.noBody()),
                405,
                "method-not-allowed",
                "the method was DELETE, allowed is GET");
    }

    @ParameterizedTest(name = "Content-Type: {0}")
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/json"})
    void aBodyOfAnotherTypeIsAnsweredWithTheRightOnes(String type) {
        is(
                service().post(DENOISE, type, Drawn.noisyPng()),
                415,
                "unsupported-media-type",
                "allowed are multipart/form-data, application/octet-stream, image/*");
    }

    @Test
    void aWrongAddressIsAProblemToo() {
        is(service().get("/v1/denoize"), 404, "not-found", "/v1/denoize");
        is(service().get("/problems/nothing"), 404, "not-found", "nothing");
        is(service().get("/error"), 404, "not-found", "/error");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/v1/%2e%2e/models", "/v1;a=b/models", "//v1/models"})
    void anAddressThatPlaysTricksIsMalformed(String path) {
        is(service().get(path), 400, "malformed-request", "could not be read");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"GET /v1/[x] HTTP/1.1", "GET /v1/%zz HTTP/1.1", "GET /v1/{x} HTTP/1.1", "NONSENSE"})
    void whatIsNoHttpIsMalformed(String line) throws IOException {
        assertThat(raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .containsPattern("(?i)content-type: application/problem\\+json\r\n")
                .contains("\"type\":\"/problems/malformed-request\"");
    }

    @Test
    void traceIsNeverAllowed() throws IOException {
        assertThat(raw("TRACE /v1/models HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .contains("/problems/method-not-allowed", "the method TRACE is never allowed");
    }

    @Test
    void everyProblemHasItsPage() {
        for (Problem problem : Problem.values()) {
            Answer page = service().get(problem.type().toString(), "Accept", "text/html");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(page.text())
                    .contains(
                            "<h1>" + problem.title() + "</h1>", problem.status().value() + "");
        }
    }

    private static String post(String path, String headers) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n\r\n".formatted(path, headers);
    }

    private String raw(String head) throws IOException {
        return raw(head, new byte[0]);
    }

    private String raw(String head, byte[] body) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(UTF_8));
            out.write(body);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** Holds the answer against the contract and gives its document back. */
    static JsonNode is(Answer answer, int status, String slug, String inDetail) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode document = answer.json();
        assertThat(document.get("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(document.get("status").asInt()).isEqualTo(status);
        assertThat(document.get("title").asString())
                .isEqualTo(Problem.ofSlug(slug).orElseThrow().title());
        assertThat(document.get("detail").asString()).contains(inDetail).isNotBlank();
        assertThat(document.get("instance").asString())
                .isEqualTo(answer.response().request().uri().getRawPath());
        return document;
    }
}
