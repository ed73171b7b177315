package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.Picture;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import io.unveil.inference.SpottedPictures;
import io.unveil.web.Requests.Answer;
import io.unveil.web.Requests.Form;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Scores of anomaly over HTTP; "spots" takes what is bright for a defect and is calibrated, "evener" repairs and is
 * not.
 */
class AnomalyOverHttpTest extends RunningService {
    private static final String SPOTS = "/v1/anomaly?model=spots";
    private static final byte[] EVEN = Drawn.file(SpottedPictures.even(96, 64, 1, 9));
    private static final byte[] SPOTTED = Drawn.file(SpottedPictures.spotted(96, 64, 1, 60, 20, 12));

    private static Picture picture(Answer answer) {
        return Codec.decode(answer.body(), Limits.DEFAULT);
    }

    @ParameterizedTest(name = "Accept: {0}")
    @CsvSource(
            quoteCharacter = '"',
            value = {"*/*", "application/json", "\"application/json, image/*\"", "\"text/html, */*;q=0.5\""})
    void theAnswerIsJsonUnlessAPictureIsAskedFor(String accept) {
        Answer answer = service().post(SPOTS, "image/png", SPOTTED, "Accept", accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().propertyNames())
                .containsExactly("model", "pipeline", "device", "image", "parameters", "timing", "anomaly", "notes");
    }

    @Test
    void aDefectIsFoundWhereItIsAndANormalPictureIsNot() {
        JsonNode anomaly = service().post(SPOTS, "image/png", SPOTTED).json().get("anomaly");

        assertThat(anomaly.propertyNames())
                .containsExactly("score", "threshold", "anomalous", "calibrated", "falseAlarmRate", "raw", "boxes");
        assertThat(anomaly.get("score").asDouble()).isBetween(.99, 1.);
        assertThat(anomaly.get("threshold").asDouble()).isEqualTo(.99);
        assertThat(anomaly.get("anomalous").asBoolean()).isTrue();
        assertThat(anomaly.get("calibrated").asBoolean()).isTrue();
        assertThat(anomaly.get("falseAlarmRate").asDouble()).isEqualTo(.01);
        assertThat(anomaly.get("boxes")).hasSize(1);
        JsonNode box = anomaly.get("boxes").get(0);
        assertThat(box.get("x").asInt()).isBetween(48, 60);
        assertThat(box.get("y").asInt()).isBetween(8, 20);
        assertThat(box.get("x").asInt() + box.get("width").asInt()).isBetween(72, 84);
        assertThat(box.get("y").asInt() + box.get("height").asInt()).isBetween(32, 44);
        assertThat(box.get("score").asDouble()).isGreaterThan(.99);

        JsonNode normal = service().post(SPOTS, "image/png", EVEN).json().get("anomaly");

        assertThat(normal.get("anomalous").asBoolean()).isFalse();
        assertThat(normal.get("boxes")).isEmpty();
    }

    @Test
    void aThresholdOfTheCallersTurnsTheVerdict() {
        double score = service()
                .post(SPOTS, "image/png", EVEN)
                .json()
                .at("/anomaly/score")
                .asDouble();
        for (boolean above : List.of(true, false)) {
            double threshold = above ? score + .01 : score - .01;
            JsonNode json = service()
                    .post(
                            "/v1/anomaly",
                            new Form()
                                    .file("file", EVEN)
                                    .field("model", "spots")
                                    .field("threshold", "" + threshold))
                    .json();
            assertThat(json.at("/anomaly/threshold").asDouble()).isEqualTo(threshold);
            assertThat(json.at("/anomaly/anomalous").asBoolean()).isEqualTo(!above);
            assertThat(json.at("/anomaly/falseAlarmRate").asDouble())
                    .isCloseTo(1 - threshold, org.assertj.core.api.Assertions.within(1e-6));
        }
    }

    @Test
    void aHeatmapIsCalmOnANormalPictureAndHotOnADefectOnOneScale() {
        Answer hot = service().post(SPOTS, "image/png", SPOTTED, "Accept", "image/*");

        assertThat(hot.header("Content-Type")).isEqualTo("image/png");
        assertThat(hot.header("Unveil-Model")).isEqualTo("spots");
        assertThat(hot.header("Unveil-Pipeline")).isEqualTo("resize, standardise, segmentation");
        assertThat(Double.parseDouble(hot.header("Unveil-Score"))).isGreaterThan(.99);
        assertThat(hot.header("Unveil-Threshold")).isEqualTo("0.990000");
        assertThat(hot.header("Unveil-Anomalous")).isEqualTo("true");
        assertThat(hot.header("Unveil-Calibrated")).isEqualTo("true");
        assertThat(hot.header("Unveil-False-Alarm-Rate")).isEqualTo("0.010000");
        assertThat(hot.header("Server-Timing")).contains("inference;dur=");
        assertThat(hot.header("Unveil-Mse"))
                .as("it does not say what the picture should be")
                .isEmpty();
        Picture map = picture(hot);
        assertThat(map.size().toString()).isEqualTo("96 x 64");
        assertThat(map.channels()).isEqualTo(3);
        assertThat(map.level(66, 26, 0)).as("yellow on the defect").isGreaterThan(200);
        assertThat(map.level(10, 50, 0)).as("dark blue beside it").isLessThan(100);

        Picture calm = picture(service().post(SPOTS, "image/png", EVEN, "Accept", "image/*"));

        for (int x = 0; x < 96; x++) {
            assertThat(calm.level(x, 30, 0))
                    .as("nowhere as bright as at the threshold")
                    .isLessThan(127);
        }
    }

    @Test
    void aMaskIsWhiteWhereTheThresholdIsReachedAndAnOverlayShowsThePictureToo() {
        Picture mask = picture(service().post(SPOTS + "&view=mask", "image/png", SPOTTED, "Accept", "image/png"));
        assertThat(mask.channels()).isEqualTo(1);
        assertThat(mask.level(66, 26, 0)).isEqualTo(255);
        assertThat(mask.level(10, 50, 0)).isZero();

        Picture overlay = picture(service().post(SPOTS + "&view=overlay", "image/png", SPOTTED, "Accept", "image/bmp"));
        assertThat(overlay.format()).isEqualTo(io.unveil.image.Format.BMP);
        int white = 0;
        for (int x = 0; x < 96; x++) {
            white += overlay.level(x, 26, 0) + overlay.level(x, 26, 1) + overlay.level(x, 26, 2) == 3 * 255 ? 1 : 0;
        }
        assertThat(white).as("the outline crosses a row twice").isEqualTo(2);
    }

    @Test
    void theFormatThatCameInIsKeptWhereAnyPictureWillDo() {
        byte[] jpeg = Codec.encode(SpottedPictures.even(64, 64, 3, 2), io.unveil.image.Format.JPEG, 90);
        Answer answer = service().post(SPOTS, "image/jpeg", jpeg, "Accept", "image/*");

        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.header("Unveil-Pipeline")).isEqualTo("gray, standardise, segmentation");
    }

    @Test
    void jsonHoldsTheViewOnRequestAndSpeaksOfThePictureThatCame() {
        JsonNode json = service()
                .post(SPOTS + "&include=output&view=mask", "image/png", Drawn.file(SpottedPictures.even(80, 64, 3, 2)))
                .json();

        assertThat(json.at("/image/channels").asInt()).isEqualTo(3);
        assertThat(json.at("/parameters").toString())
                .isEqualTo("{\"scoring\":\"segmentation\",\"view\":\"mask\",\"width\":72,\"height\":57}");
        assertThat(json.get("notes").valueStream().map(JsonNode::asString))
                .containsExactly(
                        "the model is for gray pictures: the colours were turned to gray by their luma",
                        "the picture of 80 x 64 was read at 72 x 57, the area that the model knows");
        String[] output = json.get("output").asString().split(",");
        assertThat(output[0]).isEqualTo("data:image/png;base64");
        Picture view = Codec.decode(Base64.getDecoder().decode(output[1]), Limits.DEFAULT);
        assertThat(view.channels()).isEqualTo(1);
        assertThat(view.size().width()).isEqualTo(80);
    }

    @Test
    void grayIsRepeatedForAModelOfColours() {
        JsonNode json = service()
                .post("/v1/anomaly?model=spots-color", "image/png", SPOTTED)
                .json();

        assertThat(json.at("/anomaly/anomalous").asBoolean()).isTrue();
        assertThat(json.get("notes").toString()).contains("the gray was repeated in all three channels");
    }

    @Test
    void whatWasNeverCalibratedIsSaidInEveryAnswer() {
        Answer json = service().post("/v1/anomaly?model=evener", "image/png", SPOTTED);

        assertThat(json.json().get("anomaly").propertyNames())
                .containsExactly("score", "threshold", "anomalous", "calibrated", "raw", "boxes");
        assertThat(json.json().at("/anomaly/calibrated").asBoolean()).isFalse();
        assertThat(json.json().at("/anomaly/threshold").asDouble()).isEqualTo(.5);
        assertThat(json.json().at("/anomaly/anomalous").asBoolean()).isTrue();
        assertThat(json.json().get("notes").toString()).contains("model 'evener' was never calibrated");

        Answer picture = service().post("/v1/anomaly?model=evener", "image/png", SPOTTED, "Accept", "image/png");
        assertThat(picture.header("Unveil-Calibrated")).isEqualTo("false");
        assertThat(picture.header("Unveil-False-Alarm-Rate")).isEmpty();
    }

    @Test
    void aModelThatRepairsShowsWhatThePictureShouldBeAndTellsTheError() {
        Answer answer = service()
                .post("/v1/anomaly?model=evener&view=reconstruction", "image/png", SPOTTED, "Accept", "image/png");

        Picture repaired = picture(answer);
        int mean = repaired.level(0, 0, 0);
        assertThat(mean).isBetween(100, 105);
        assertThat(repaired.level(66, 26, 0)).isEqualTo(mean);
        assertThat(Double.parseDouble(answer.header("Unveil-Mse"))).isGreaterThan(100);
        JsonNode json = service()
                .post("/v1/anomaly?model=evener&scoring=squared-error", "image/png", SPOTTED)
                .json();
        assertThat(json.at("/error/mse").asDouble()).isGreaterThan(100);
        assertThat(json.at("/parameters/scoring").asString()).isEqualTo("squared-error");
        assertThat(json.at("/anomaly/raw").asDouble()).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "model=spots&threshold=2     | threshold | 2        | a number from 0 to 1, or balanced",
                "model=spots&threshold=NaN   | threshold | NaN      | a number from 0 to 1, or balanced",
                "model=spots&threshold=-0.1  | threshold | -0.1     | a number from 0 to 1, or balanced",
                "model=spots&view=xray       | view      | xray     | 'heatmap' or 'overlay' or 'mask' or 'reconstruction'",
                "model=spots&view=reconstruction | view  | reconstruction | 'heatmap', 'overlay' or 'mask': model 'spots' marks anomalous places, but has no reconstruction",
                "model=spots&scoring=magic   | scoring   | magic    | of model 'spots' one of segmentation",
                "model=spots&scoring=ssim    | scoring   | ssim     | of model 'spots' one of segmentation",
                "model=spots&sigma=5         | sigma     | 5        | one of frames, include, metadata, model, quality-jpeg, scoring, threshold, view",
                "model=spots&include=all     | include   | all      | 'output' or 'map'",
                "threshold=0.5               | model     |          | one of evener, spots, spots-color",
            })
    void aWrongParameterIsNamedWithWhatIsAllowed(String query, String parameter, String rejected, String allowed) {
        Answer answer = service().post("/v1/anomaly?" + query, "image/png", SPOTTED);

        JsonNode problem = ProblemsOverHttpTest.is(answer, 400, "invalid-parameter", parameter);
        assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.get("rejected").asString()).isEqualTo(rejected == null ? "" : rejected);
        assertThat(problem.get("allowed").asString()).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "denoise-gray | 422 | wrong-task        | model 'denoise-gray' was made to denoise, not to score anomalies",
                "nobody       | 404 | unknown-model     | there is no model 'nobody'",
                "broken       | 503 | model-unavailable | manifest.json is missing"
            })
    void anotherModelIsRefused(String model, int status, String slug, String says) {
        ProblemsOverHttpTest.is(service().post("/v1/anomaly?model=" + model, "image/png", SPOTTED), status, slug, says);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        ProblemsOverHttpTest.is(
                service().post(SPOTS, "image/png", "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                415,
                "unsupported-image",
                "the bytes are no image that is read");
        ProblemsOverHttpTest.is(
                service().post(SPOTS, "image/png", Arrays.copyOf(SPOTTED, SPOTTED.length / 2)),
                422,
                "damaged-image",
                "");
        ProblemsOverHttpTest.is(service().post(SPOTS, "image/png", new byte[0]), 400, "missing-image", "empty");
        ProblemsOverHttpTest.is(
                service().post(SPOTS, "text/plain", SPOTTED), 415, "unsupported-media-type", "text/plain");
        ProblemsOverHttpTest.is(
                service().post(SPOTS, "image/png", SPOTTED, "Accept", "text/csv"), 406, "not-acceptable", "image/png");
        ProblemsOverHttpTest.is(service().get(SPOTS), 405, "method-not-allowed", "POST");
        ProblemsOverHttpTest.is(
                service().post(SPOTS, new Form().file("file", SPOTTED).file("reference", EVEN)),
                400,
                "invalid-parameter",
                "reference");
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "15   | 60 | the picture is 15 x 60; to be scored it must have at least 16 pixels a side",
                "1200 | 16 | the picture is 1200 x 16, which the model would read at 554 x 7"
            })
    void whatShowsTooLittleIsRefused(int width, int height, String says) {
        byte[] small = Drawn.file(SpottedPictures.even(width, height, 1, 3));
        ProblemsOverHttpTest.is(service().post(SPOTS, "image/png", small), 422, "unprocessable-image", says);
    }

    @Test
    void metricsCountItAndNoTensorIsLeft() {
        int before = models.liveArrays();
        service().post(SPOTS, "image/png", SPOTTED);
        service().post(SPOTS + "&view=xray", "image/png", SPOTTED);

        assertThat(service().get("/actuator/prometheus").text()).contains("unveil_pictures_total{model=\"spots\"}");
        assertThat(models.liveArrays()).isEqualTo(before);
    }
}
