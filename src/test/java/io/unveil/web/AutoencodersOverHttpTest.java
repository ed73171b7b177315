package io.unveil.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import io.unveil.pipeline.code.LatentCode;
import io.unveil.pipeline.code.Npy;
import io.unveil.web.Requests.Answer;
import io.unveil.web.Requests.Form;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Reconstruction, codes and pictures of codes over HTTP; "dimmer" gives half of what it takes, "quadrants" takes 8 x 8
 * and has four numbers.
 */
class AutoencodersOverHttpTest extends RunningService {
    private static final String NPY = "application/x-npy";
    private static final byte[] FOUR = Npy.write(new LatentCode(4, 1, 1, new float[] {0, .2f, .4f, 1}));

    private static byte[] slope(int side, int channels) {
        return Drawn.file(Drawn.slope(side, channels, 0, BitDepth.EIGHT, Format.PNG));
    }

    private static Picture picture(Answer answer) {
        return Codec.decode(answer.body(), Limits.DEFAULT);
    }

    @Test
    void aPictureComesBackWithItsErrorInTheHeaders() {
        byte[] sent = slope(48, 3);

        Answer answer = service().post("/v1/reconstruct?model=dimmer", "image/png", sent);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        int level = Codec.decode(sent, Limits.DEFAULT).level(40, 9, 1);
        assertThat(picture(answer).level(40, 9, 1)).isEqualTo(Math.round(level / 2f));
        assertThat(answer.header("Unveil-Model")).isEqualTo("dimmer");
        assertThat(answer.header("Unveil-Pipeline")).isEqualTo("model");
        assertThat(Double.parseDouble(answer.header("Unveil-Mae"))).isCloseTo(.495 * 255 / 2, within(1.));
        assertThat(answer.header("Unveil-Sigma")).isEmpty();
        for (String header : List.of("Unveil-Mse", "Unveil-Psnr", "Unveil-Ssim", "Server-Timing")) {
            assertThat(answer.header(header)).as(header).isNotEmpty();
        }
    }

    @Test
    void whatWasDoneToFitAPictureIsSaidInJson() {
        Answer answer = service()
                .post(
                        "/v1/reconstruct",
                        new Form()
                                .file("file", slope(16, 3))
                                .file("reference", slope(16, 3))
                                .field("model", "quadrants")
                                .field("include", "output"),
                        "Accept",
                        "application/json");

        JsonNode json = answer.json();
        assertThat(json.propertyNames())
                .containsExactly(
                        "model",
                        "pipeline",
                        "device",
                        "image",
                        "parameters",
                        "error",
                        "reference",
                        "timing",
                        "notes",
                        "output");
        assertThat(json.get("pipeline").valueStream().map(JsonNode::asString))
                .containsExactly("gray", "resize", "model", "resize");
        assertThat(json.get("parameters").toString()).isEqualTo("{\"width\":8,\"height\":8,\"channels\":1}");
        assertThat(json.get("notes")).hasSize(3);
        assertThat(json.at("/image/channels").asInt()).isEqualTo(1);
        assertThat(json.at("/reference/after/mse")).isEqualTo(json.at("/error/mse"));
    }

    @Test
    void theCodeOfAPictureIsAFileOfNumpyAndBecomesAPictureAgain() {
        Answer code = service().post("/v1/encode?model=quadrants", "image/png", slope(8, 1));

        assertThat(code.status()).isEqualTo(200);
        assertThat(code.header("Content-Type")).isEqualTo(NPY);
        assertThat(code.header("Unveil-Model")).isEqualTo("quadrants");
        assertThat(code.header("Unveil-Pipeline")).isEqualTo("encoder");
        assertThat(code.header("Server-Timing")).contains("inference;dur=");
        LatentCode read = Npy.read(code.body());
        assertThat(read.shape()).isEqualTo(List.of(4));
        assertThat(read.values()).containsExactly(new float[] {.3125f, .6125f, .3125f, .6125f}, within(.002f));

        Answer back = service().post("/v1/decode?model=quadrants", NPY, code.body());

        assertThat(back.status()).isEqualTo(200);
        assertThat(back.header("Content-Type")).isEqualTo("image/png");
        assertThat(picture(back).level(7, 7, 0)).isEqualTo(Math.round(255 * read.values()[3]));
        assertThat(back.header("Unveil-Pipeline")).isEqualTo("decoder");
        assertThat(back.header("Unveil-Mse"))
                .as("there is nothing to compare with")
                .isEmpty();
    }

    @Test
    void jsonSaysTheSameAndItsCodeIsTakenBack() {
        JsonNode json = service()
                .post("/v1/encode?model=quadrants", "image/png", slope(9, 1), "Accept", "application/json")
                .json();

        assertThat(json.propertyNames())
                .containsExactly("model", "pipeline", "device", "image", "decoded", "code", "timing", "notes");
        assertThat(json.at("/code/shape").toString()).isEqualTo("[4]");
        assertThat(json.at("/image/width").asInt()).isEqualTo(9);
        assertThat(json.at("/decoded/width").asInt()).isEqualTo(8);

        Answer back = service()
                .post(
                        "/v1/decode?model=quadrants&include=output",
                        "application/json",
                        json.get("code").toString().getBytes(UTF_8),
                        "Accept",
                        "application/json");

        assertThat(back.json().propertyNames())
                .containsExactly("model", "pipeline", "device", "image", "parameters", "timing", "output");
        assertThat(back.json().at("/parameters/shape").toString()).isEqualTo("[4]");
        assertThat(back.json().at("/output").asString()).startsWith("data:image/png;base64,");
    }

    @Test
    void aCodeMayBeAPartOfAFormAndItsPictureAnyFormat() {
        Answer answer = service()
                .post("/v1/decode", new Form().file("file", FOUR).field("model", "quadrants"), "Accept", "image/bmp");

        assertThat(answer.header("Content-Type")).isEqualTo("image/bmp");
        assertThat(List.of(0, 4))
                .allSatisfy(x -> assertThat(picture(answer).level(x, 0, 0)).isEqualTo(x == 0 ? 0 : 51));
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "model=quadrants | {'shape': [5], 'values': [1,2,3,4,5]} | 422 | unprocessable-image | is 4 x 1 x 1, this one is 5 x 1 x 1",
                "model=dimmer    | {'shape': [3,2,2], 'values': [1,2,3,4,5,6,7,8,9,10,11,12]} | 422 | unprocessable-image | is 12 x any height and width, this one is 3 x 2 x 2",
                "model=quadrants | {'shape': [4], 'values': [1,2,3]}     | 422 | damaged-image       | has shape [4], but 3 numbers",
                "model=quadrants | {'shape': [2,-2], 'values': [1,2,3,4]} | 415 | unsupported-image  | has shape [2, -2]",
                "model=quadrants | {'shape': [-1], 'values': []}         | 422 | damaged-image       | has shape [-1], every side must be at least 1",
                "model=quadrants | {'shape': [0], 'values': []}          | 422 | damaged-image       | has shape [0], every side must be at least 1",
                "model=quadrants | {'shape': [null], 'values': []}       | 415 | unsupported-image   | its shape holds null",
                "model=quadrants | {'shape': [null], 'values': [1]}      | 415 | unsupported-image   | its shape holds null",
                "model=quadrants | [null]                                | 415 | unsupported-image   | the body is not a latent code",
                "model=quadrants | {'shape': [2147483647,2147483647,4], 'values': [1,2,3,4]} | 422 | damaged-image | but 4 numbers",
                "model=quadrants | {'shape': [4], 'values': [1,2,3,1e99]} | 422 | damaged-image      | must be finite",
                "model=quadrants | {'shape': [4], 'values': [1,2,3,'x']} | 415 | unsupported-image   | the body is not a latent code",
                "model=quadrants | {'shape': [4]}                        | 415 | unsupported-image   | values",
                "model=quadrants | {'shape': [4], 'values': [1,2,3,4], 'more': 1} | 415 | unsupported-image | more",
                "model=quadrants | [1,2,3,4]                             | 415 | unsupported-image   | the body is not a latent code",
                "model=quadrants | null                                  | 415 | unsupported-image   | the body is not a latent code",
                "model=denoise-gray | {'shape': [1], 'values': [1]}      | 422 | wrong-task          | was made to denoise",
                "model=nobody    | {'shape': [1], 'values': [1]}         | 404 | unknown-model       | no model 'nobody'",
                "model=broken    | {'shape': [1], 'values': [1]}         | 503 | model-unavailable   | manifest.json",
                "include=output  | {'shape': [1], 'values': [1]}         | 400 | invalid-parameter   | one of dimmer, quadrants",
                "sigma=5         | {'shape': [1], 'values': [1]}         | 400 | invalid-parameter   | sigma",
            })
    void whatIsNoCodeOfTheModelIsRefused(String query, String body, int status, String slug, String says) {
        byte[] json = body.replace('\'', '"').getBytes(UTF_8);
        ProblemsOverHttpTest.is(service().post("/v1/decode?" + query, "application/json", json), status, slug, says);
    }

    @Test
    void aFileThatIsNoneOrCutShortIsRefused() {
        String decode = "/v1/decode?model=quadrants";
        ProblemsOverHttpTest.is(
                service().post(decode, NPY, Arrays.copyOf(FOUR, FOUR.length - 1)),
                422,
                "damaged-image",
                "announces [4] numbers of 4 bytes, but 15 bytes follow its header");
        ProblemsOverHttpTest.is(
                service().post(decode, NPY, Drawn.cleanPng()),
                415,
                "unsupported-image",
                "neither a .npy file nor JSON");
        ProblemsOverHttpTest.is(
                service().post(decode, NPY, new byte[0]), 400, "missing-image", "the body is empty; send a code");
        ProblemsOverHttpTest.is(
                service().post(decode, "text/plain", FOUR), 415, "unsupported-media-type", "application/x-npy");
        ProblemsOverHttpTest.is(service().post(decode, NPY, FOUR, "Accept", NPY), 406, "not-acceptable", "image/png");
    }

    @Test
    void picturesThatDoNotFitAreRefused() {
        ProblemsOverHttpTest.is(
                service().post("/v1/reconstruct?model=quadrants", "image/png", slope(7, 1)),
                422,
                "unprocessable-image",
                "the picture is 7 x 7, smaller than the 8 x 8 that model 'quadrants' takes");
        ProblemsOverHttpTest.is(
                service().post("/v1/encode?model=quadrants", "image/png", slope(7, 1)),
                422,
                "unprocessable-image",
                "smaller than");
        ProblemsOverHttpTest.is(
                service().post("/v1/encode?model=quadrants", "image/png", slope(8, 1), "Accept", "image/png"),
                406,
                "not-acceptable",
                "served are application/x-npy, application/json");
        ProblemsOverHttpTest.is(
                service().post("/v1/reconstruct", "image/png", slope(8, 1)), 400, "invalid-parameter", "one of dimmer");
        ProblemsOverHttpTest.is(
                service().post("/v1/encode?model=quadrants&quality-jpeg=3", "image/png", slope(8, 1)),
                400,
                "invalid-parameter",
                "one of model");
    }

    @Test
    void metricsCountThemAndNoTensorIsLeft() {
        int before = models.liveArrays();
        service().post("/v1/encode?model=quadrants", "image/png", slope(8, 1));
        service().post("/v1/decode?model=quadrants", NPY, FOUR);
        service().post("/v1/decode?model=dimmer", NPY, FOUR);

        assertThat(service().get("/actuator/prometheus").text()).contains("unveil_pictures_total{model=\"quadrants\"}");
        assertThat(models.liveArrays()).isEqualTo(before);
    }
}
