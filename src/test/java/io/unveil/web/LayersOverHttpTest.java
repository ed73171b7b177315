package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import io.unveil.pipeline.code.LatentCode;
import io.unveil.pipeline.code.Npy;
import io.unveil.web.Requests.Answer;
import io.unveil.web.Requests.Form;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Models from inside over HTTP, and what the page needs besides: pictures and maps within JSON. */
class LayersOverHttpTest extends RunningService {
    @Test
    void layersAreToldWithShapesFormulasAndReceptiveFields() {
        JsonNode net = service()
                .get("/v1/models/denoise-gray/layers?width=40&height=24")
                .json();

        assertThat(net.get("model").asString()).isEqualTo("denoise-gray");
        assertThat(numbers(net.get("input"))).endsWith(24, 40);
        JsonNode layer = net.get("layers").get(0);
        assertThat(layer.get("place").asString()).isEqualTo("layers.0");
        assertThat(layer.get("kind").asString()).isEqualTo("convolution");
        assertThat(layer.get("formula").asString()).isEqualTo("⌊(24 + 2·1 − 3) / 1⌋ + 1 = 24");
        assertThat(numbers(layer.get("in"))).isEqualTo(numbers(net.get("input")));
        assertThat(numbers(layer.get("out"))).containsExactly(1, 24, 40);
        assertThat(numbers(layer.get("receptiveField"))).containsExactly(3, 3);
    }

    @Test
    void layersOfANetworkOfOneSizeHaveACode() {
        JsonNode net = service().get("/v1/models/quadrants/layers").json();

        assertThat(net.get("sides").asString()).isEqualTo("8x8");
        assertThat(numbers(net.get("code"))).containsExactly(4, 1, 1);
        ProblemsOverHttpTest.is(
                service().get("/v1/models/quadrants/layers?width=9&height=9"), 422, "unprocessable-image", "8x8");
        ProblemsOverHttpTest.is(
                service().get("/v1/models/quadrants/layers?width=9"), 400, "invalid-parameter", "go together");
        ProblemsOverHttpTest.is(service().get("/v1/models/none/layers"), 404, "unknown-model", "none");
    }

    @Test
    void theMapsOfALayerAreGrayPicturesWithTheKernelsThatMadeThem() {
        Answer answer = service().post("/v1/models/denoise-gray/maps?layer=layers.0", "image/png", Drawn.noisyPng());

        assertThat(answer.status()).isEqualTo(200);
        JsonNode report = answer.json();
        assertThat(report.get("read").get("width").asInt()).isEqualTo(48);
        assertThat(numbers(report.get("window"))).containsExactly(3, 3);
        JsonNode map = report.get("maps").get(0);
        assertThat(map.get("kernels").get(0)).hasSize(9);
        Picture drawn = Codec.decode(bytes(map.get("picture")), Limits.DEFAULT);
        assertThat(drawn.size().width()).isEqualTo(48);
        assertThat(drawn.channels()).isEqualTo(1);
        assertThat(map.get("least").asDouble()).isLessThan(map.get("most").asDouble());
    }

    @Test
    void numbersWithoutAPlaceComeAsNumbers() {
        Form form = new Form().file("file", file(8, 0.25f)).field("layer", "layers.0");

        JsonNode report = service().post("/v1/models/quadrants/maps", form).json();

        assertThat(report.get("maps")).hasSize(4);
        assertThat(report.get("maps").get(2).get("values").get(0).asDouble()).isBetween(0.24, 0.26);
        assertThat(report.has("window")).isFalse();
    }

    @Test
    void aLayerThatIsNotThereIsToldWithThoseThatAre() {
        ProblemsOverHttpTest.is(
                service().post("/v1/models/denoise-gray/maps?layer=layers.99", "image/png", Drawn.noisyPng()),
                400,
                "invalid-parameter",
                "one of layers.0");
        ProblemsOverHttpTest.is(
                service().post("/v1/models/denoise-gray/maps?first=7", "image/png", Drawn.noisyPng()),
                400,
                "invalid-parameter",
                "layers.0 gives 1 maps");
        ProblemsOverHttpTest.is(
                service().post("/v1/models/quadrants/maps", "image/png", file(7, 0.5f)),
                422,
                "unprocessable-image",
                "smaller");
    }

    @Test
    void theMapOfAnAnomalyGivesTheVerdictOfAnyThreshold() {
        JsonNode anomaly = service()
                .post("/v1/anomaly?model=spots&include=map", "image/png", spotted())
                .json()
                .get("anomaly");

        LatentCode map = Npy.read(bytes(anomaly.get("map")));
        assertThat(map.width()).isEqualTo(32);
        double highest = 0;
        for (float score : map.values()) {
            highest = Math.max(highest, score);
        }
        assertThat(highest).isCloseTo(anomaly.get("boxes").get(0).get("score").asDouble(), within(1e-6));
        assertThat(service()
                        .post("/v1/anomaly?model=spots", "image/png", spotted())
                        .json()
                        .get("anomaly")
                        .has("map"))
                .isFalse();
        ProblemsOverHttpTest.is(
                service().post("/v1/anomaly?model=spots&include=output,heat", "image/png", spotted()),
                400,
                "invalid-parameter",
                "'output' or 'map'");
    }

    @Test
    void jsonHoldsThePictureInTheFormatThatAcceptNamesBesides() {
        byte[] jpeg = Drawn.file(Drawn.slope(48, 1, 20, BitDepth.EIGHT, Format.JPEG));

        assertThat(output("application/json, image/png;q=0.5", jpeg)).startsWith("data:image/png;");
        assertThat(output("application/json", jpeg)).startsWith("data:image/jpeg;");
        assertThat(output("application/json, image/*;q=0.5", jpeg)).startsWith("data:image/jpeg;");
    }

    private String output(String accept, byte[] picture) {
        return service()
                .post("/v1/denoise?include=output&sigma=20", "image/jpeg", picture, "Accept", accept)
                .json()
                .get("output")
                .asString();
    }

    private static byte[] spotted() {
        float[] values = new float[64 * 64];
        Arrays.fill(values, 0.5f);
        for (int y = 20; y < 28; y++) {
            Arrays.fill(values, y * 64 + 36, y * 64 + 46, 0.95f);
        }
        return Drawn.file(Picture.of(new Pixels(64, 64, 1, values), BitDepth.EIGHT, Format.PNG));
    }

    private static byte[] file(int side, float value) {
        float[] values = new float[side * side];
        Arrays.fill(values, value);
        return Drawn.file(Picture.of(new Pixels(side, side, 1, values), BitDepth.EIGHT, Format.PNG));
    }

    private static byte[] bytes(JsonNode dataUrl) {
        String text = dataUrl.asString();
        return Base64.getDecoder().decode(text.substring(text.indexOf(',') + 1));
    }

    private static List<Integer> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
    }
}
