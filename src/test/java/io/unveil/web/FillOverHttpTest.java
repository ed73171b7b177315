package io.unveil.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Mask;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import io.unveil.web.Requests.Answer;
import io.unveil.web.Requests.Form;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** POST /v1/fill as a caller sees it: every form of mask, what is kept, and what is said. */
class FillOverHttpTest extends RunningService {
    private static final int SIDE = 48;
    private static final String SQUARE = "[{\"x\": 10, \"y\": 12, \"width\": 8, \"height\": 6}]";
    private static final Mask HOLE = Mask.of(new Size(SIDE, SIDE), (x, y) -> x >= 10 && x < 18 && y >= 12 && y < 18);

    private static byte[] colour() {
        return Drawn.file(Drawn.slope(SIDE, 3, 5, BitDepth.EIGHT, Format.PNG));
    }

    /** A mask as a picture: two levels, one for the hole. */
    private static byte[] drawn(Mask hole, int inside, int outside, Format format) {
        float[] values = new float[hole.size().width() * hole.size().height()];
        for (int i = 0; i < values.length; i++) {
            boolean missing = hole.at(i % hole.size().width(), i / hole.size().width());
            values[i] = (missing ? inside : outside) / 255f;
        }
        Pixels pixels = new Pixels(hole.size().width(), hole.size().height(), 1, values);
        return Codec.encode(Picture.of(pixels, BitDepth.EIGHT, format), format, 95);
    }

    private static byte[] drawn(Mask hole) {
        return drawn(hole, 255, 0, Format.PNG);
    }

    private static Picture decode(byte[] file) {
        return Codec.decode(file, Limits.DEFAULT);
    }

    private static String query(String name, String value) {
        return "/v1/fill?" + name + "=" + URLEncoder.encode(value, UTF_8);
    }

    private Picture filled(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return decode(answer.body());
    }

    /** Nothing changed outside of the hole, and nearly all inside: a fill may meet a few levels by chance. */
    private static void assertFilled(Mask hole, byte[] file, Picture after) {
        Picture before = decode(file);
        int same = 0;
        for (int y = 0; y < before.size().height(); y++) {
            for (int x = 0; x < before.size().width(); x++) {
                for (int c = 0; c < before.channels(); c++) {
                    boolean equal = after.level(x, y, c) == before.level(x, y, c);
                    if (!hole.at(x, y)) {
                        assertThat(equal).as("(%d, %d)", x, y).isTrue();
                    } else if (equal) {
                        same++;
                    }
                }
            }
        }
        assertThat(same).isLessThan((int) (.15 * hole.count() * before.channels()));
    }

    @Test
    void theMaskMayBeAPart() {
        Answer answer =
                service().post("/v1/fill", new Form().file("file", colour()).file("mask", drawn(HOLE)));
        assertFilled(HOLE, colour(), filled(answer));
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.header("Unveil-Model")).isEqualTo("fill-color");
        assertThat(answer.header("Unveil-Pipeline")).isEqualTo("model");
        assertThat(answer.header("Unveil-Sigma")).isEmpty();
        assertThat(Double.parseDouble(answer.header("Unveil-Psnr"))).isBetween(20.0, 40.0);
        assertThat(answer.header("Server-Timing")).startsWith("decode;dur=");
    }

    @ParameterizedTest(name = "{0}, white is {1} and black {2}")
    @CsvSource({"PNG, 128, 127", "JPEG, 255, 0", "BMP, 200, 60", "WEBP, 255, 0", "TIFF, 255, 0"})
    void aMaskIsTakenInEveryFormatWithATolerance(Format format, int white, int black) {
        byte[] mask = drawn(HOLE, white, black, format);
        assertFilled(
                HOLE,
                colour(),
                filled(service()
                        .post("/v1/fill", new Form().file("file", colour()).file("mask", mask))));
    }

    @Test
    void regionsMayStandInTheQueryAndInTheForm() {
        assertFilled(HOLE, colour(), filled(service().post(query("region", SQUARE), "image/png", colour())));
        assertFilled(
                HOLE,
                colour(),
                filled(service()
                        .post("/v1/fill", new Form().file("file", colour()).field("region", SQUARE))));
        String triangle = "[{\"polygon\": [[0, 0], [20, 0], [0, 20]]}]";
        Mask corner = Mask.of(new Size(SIDE, SIDE), (x, y) -> x + y < 19);
        Picture after = filled(service().post(query("region", triangle), "image/png", colour()));
        assertFilled(corner, colour(), after);
    }

    /** Swagger UI sends parts without a file as empty ones. */
    @Test
    void theExamplesOfTheDescriptionFillAPictureWithAMaskAndWithout() {
        JsonNode parameters = service().get("/v3/api-docs").json().at("/paths/~1v1~1fill/post/parameters");
        JsonNode examples = parameters
                .valueStream()
                .filter(parameter -> parameter.get("name").asString().equals("region"))
                .findFirst()
                .orElseThrow()
                .get("examples");
        assertThat(examples.propertyNames())
                .as("the first is what the field starts with")
                .containsExactly("none", "square");
        String none = examples.at("/none/value").asString();
        String square = examples.at("/square/value").asString();
        Mask hole = Mask.of(new Size(SIDE, SIDE), (x, y) -> x >= 8 && x < 32 && y >= 8 && y < 32);

        Form both = new Form().file("file", colour()).file("mask", drawn(HOLE)).file("reference", new byte[0]);
        assertFilled(HOLE, colour(), filled(service().post(query("region", none), both)));
        Form one = new Form().file("file", colour()).file("mask", new byte[0]).file("reference", new byte[0]);
        assertFilled(hole, colour(), filled(service().post(query("region", square), one)));
    }

    @Test
    void transparencyMayBeTheMaskAndIsGoneAfterwards() {
        byte[] file = withHole();
        for (Answer answer : new Answer[] {
            service().post("/v1/fill?mask=alpha", "image/png", file),
            service().post("/v1/fill?mask=alpha", new Form().file("file", file)),
            service().post("/v1/fill", new Form().file("file", file).field("mask", "alpha"))
        }) {
            Picture after = filled(answer);
            assertFilled(HOLE, file, after);
            assertThat(after.hasAlpha()).isTrue();
            assertThat(Mask.ofTransparent(after).isEmpty()).isTrue();
        }
    }

    /** Green, with black and nothing in the hole. */
    private static byte[] withHole() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.setRGB(x, y, HOLE.at(x, y) ? 0x7f000000 : 0xff305030 + x);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    @Test
    void aMaskMayBeInvertedGrownAndFeathered() {
        Form form = new Form().file("file", colour()).file("mask", drawn(HOLE.inverted()));
        assertFilled(HOLE, colour(), filled(service().post("/v1/fill?invert=true", form)));
        Form plain = new Form().file("file", colour()).file("mask", drawn(HOLE));
        assertFilled(HOLE.grown(3), colour(), filled(service().post("/v1/fill?grow=3", plain)));
        Picture hard = filled(service().post("/v1/fill?grow=3&feather=0", plain));
        Picture soft = filled(service().post("/v1/fill?grow=3&feather=2", plain));
        Picture before = decode(colour());
        assertThat(soft.level(7, 15, 1)).as("a third of the way at the rim").isNotEqualTo(hard.level(7, 15, 1));
        assertThat(soft.level(9, 15, 1)).as("all the way, two pixels in").isEqualTo(hard.level(9, 15, 1));
        assertThat(soft.level(6, 15, 1)).as("nothing outside").isEqualTo(before.level(6, 15, 1));
    }

    @ParameterizedTest(name = "{0}, {1} channels, {2} bits")
    @CsvSource({
        "PNG, 1, EIGHT",
        "PNG, 3, EIGHT",
        "PNG, 1, SIXTEEN",
        "PNG, 3, SIXTEEN",
        "TIFF, 3, EIGHT",
        "TIFF, 3, SIXTEEN",
        "BMP, 3, EIGHT",
        "WEBP, 3, EIGHT"
    })
    void allAroundRandomHolesIsKeptBitForBit(Format format, int channels, BitDepth depth) {
        Random random = new Random(7);
        Mask hole = Mask.of(new Size(SIDE, SIDE), (x, y) -> random.nextInt(3) == 0);
        byte[] file = Drawn.file(Drawn.slope(SIDE, channels, 20, depth, format));
        Answer answer = service()
                .post(
                        "/v1/fill?method=model&model=fill-color",
                        new Form().file("file", file).file("mask", drawn(hole)));
        Picture before = decode(file);
        Picture after = filled(answer);
        assertThat(answer.header("Content-Type")).isEqualTo(format.mediaType());
        assertThat(after.depth()).isEqualTo(depth);
        assertThat(after.channels()).isEqualTo(before.channels());
        for (int i = 0; i < SIDE * SIDE; i++) {
            for (int c = 0; c < channels && !hole.at(i % SIDE, i / SIDE); c++) {
                assertThat(after.level(i % SIDE, i / SIDE, c)).isEqualTo(before.level(i % SIDE, i / SIDE, c));
            }
        }
    }

    @Test
    void jsonSaysWhatWasDoneAndTellsTheErrorApart() {
        Form form = new Form().file("file", colour()).file("mask", drawn(HOLE)).file("reference", colour());
        JsonNode json = service()
                .post("/v1/fill?grow=1&include=output&method=telea", form, "Accept", "application/json")
                .json();
        assertThat(json.propertyNames())
                .containsExactly(
                        "model", "pipeline", "device", "image", "parameters", "error", "reference", "timing", "output");
        assertThat(json.get("model").asString()).isEqualTo("telea");
        assertThat(json.get("pipeline").toString()).isEqualTo("[\"telea\"]");
        assertThat(json.get("parameters").toString())
                .isEqualTo(
                        "{\"mask\":\"picture\",\"invert\":false,\"grow\":1,\"feather\":0,\"method\":\"telea\",\"coverage\":0.032986}");
        JsonNode error = json.get("error");
        assertThat(error.propertyNames()).containsExactly("mse", "mae", "psnr", "ssim", "inside", "outside");
        assertThat(error.get("inside").get("mse").asDouble()).isPositive();
        assertThat(error.get("outside").toString()).isEqualTo("{\"mse\":0.0,\"mae\":0.0}");
        assertThat(json.at("/reference/before/inside").toString()).isEqualTo("{\"mse\":0.0,\"mae\":0.0}");
        assertThat(json.at("/reference/after")).isEqualTo(error);
        String url = json.get("output").asString();
        Mask grown = HOLE.grown(1);
        assertKeptOutside(grown, decode(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1))));
        assertThat(grown.coverage()).isEqualTo(76. / SIDE / SIDE);
    }

    private static void assertKeptOutside(Mask hole, Picture after) {
        Picture before = decode(colour());
        assertThat(io.unveil.image.MaskedDifference.between(before, after, hole)
                        .outside()
                        .mse())
                .isZero();
    }

    @Test
    void withNothingThatSaysWhatToFillTheAnswerDoes() {
        for (Answer answer : new Answer[] {
            service().post("/v1/fill", "image/png", colour()),
            service().post("/v1/fill", new Form().file("file", colour()).file("mask", new byte[0])),
            service().post("/v1/fill?region=", new Form().file("file", colour()))
        }) {
            ProblemsOverHttpTest.is(
                    answer,
                    400,
                    "missing-image",
                    "the request does not say what to fill; send the part 'mask', a picture of the same size that is white where"
                            + " the picture is to be filled, or region=[{\"x\": 8, \"y\": 8, \"width\": 24, \"height\": 24}], or mask-from=alpha to"
                            + " fill transparent pixels");
        }
    }

    @Test
    void theHoleIsGivenInExactlyOneWay() {
        String allowed = "one of part 'mask', mask-from=alpha and region; two were sent";
        Form both = new Form().file("file", colour()).file("mask", drawn(HOLE));
        for (Answer answer : new Answer[] {
            service().post(query("region", SQUARE), both),
            service().post(query("region", SQUARE) + "&mask=alpha", "image/png", colour()),
            service().post("/v1/fill?mask=alpha", both)
        }) {
            ProblemsOverHttpTest.is(answer, 400, "invalid-parameter", allowed);
        }
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "mask    | beta      | 'alpha', or a picture as part 'mask'",
                "invert  | yes       | 'true' or 'false'",
                "grow    | -1        | a whole number of pixels from 0 to 500",
                "grow    | 501       | a whole number of pixels from 0 to 500",
                "feather | 1.5       | a whole number of pixels from 0 to 100",
                "method  | magic     | 'auto' or 'model' or 'exemplar' or 'telea' or 'navier-stokes' or 'push-pull' or 'harmonic'",
                "region  | [[]]      | a JSON list of rectangles {\"x\", \"y\", \"width\", \"height\"} and polygons {\"polygon\": [[x, y], [x, y], [x, y]]} (region 1)",
                "sigma   | 25        | one of feather, frames, grow, include, invert, mask, mask-from, metadata, method, model, quality-jpeg, region"
            })
    void aWrongParameterIsNamedWithWhatIsAllowed(String parameter, String rejected, String allowed) {
        Answer answer = service().post(query(parameter, rejected), "image/png", colour());
        JsonNode problem = ProblemsOverHttpTest.is(answer, 400, "invalid-parameter", parameter);
        assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.get("rejected").asString()).isEqualTo(rejected);
        assertThat(problem.get("allowed").asString()).isEqualTo(allowed);
    }

    @Test
    void masksThatCannotBeAreUnprocessable() {
        Size size = new Size(SIDE, SIDE);
        Mask none = Mask.of(size, (x, y) -> false);
        Mask small = Mask.of(new Size(SIDE, SIDE - 1), (x, y) -> x == y);
        unprocessable(none, "the mask marks no pixel");
        unprocessable(none.inverted(), "the mask marks every pixel");
        unprocessable(small, "the mask is 48 x 47, the picture 48 x 48");
        ProblemsOverHttpTest.is(
                service().post("/v1/fill?mask=alpha", "image/png", colour()),
                422,
                "unprocessable-image",
                "the picture has no alpha channel");
        ProblemsOverHttpTest.is(
                service().post(query("region", "[{\"x\":99,\"y\":0,\"width\":5,\"height\":5}]"), "image/png", colour()),
                422,
                "unprocessable-image",
                "region 1 holds no pixel of the picture, which is 48 x 48");
    }

    private void unprocessable(Mask mask, String detail) {
        Form form = new Form().file("file", colour()).file("mask", drawn(mask));
        ProblemsOverHttpTest.is(service().post("/v1/fill", form), 422, "unprocessable-image", detail);
    }

    @Test
    void aMaskThatIsNoPictureIsRefusedAsAnyOther() {
        Form form = new Form().file("file", colour()).file("mask", "white".getBytes(UTF_8));
        ProblemsOverHttpTest.is(service().post("/v1/fill", form), 415, "unsupported-image", "");
    }

    @ParameterizedTest(name = "model={0} is {2}")
    @CsvSource({
        "nobody, 404, unknown-model",
        "denoise-color, 422, wrong-task",
        "filler, 422, unprocessable-image",
        "broken, 503, model-unavailable"
    })
    void aModelThatCannotBeUsedIsNamed(String model, int status, String slug) {
        Answer answer = service().post(query("region", SQUARE) + "&model=" + model, "image/png", colour());
        ProblemsOverHttpTest.is(answer, status, slug, "'" + model + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"navier-stokes", "push-pull", "harmonic"})
    void baselinesAreThereToCompareWith(String method) {
        Answer answer = service().post(query("region", SQUARE) + "&method=" + method, "image/png", colour());
        assertKeptOutside(HOLE, filled(answer));
        assertThat(Double.parseDouble(answer.header("Unveil-Psnr")))
                .as("something was filled")
                .isBetween(20.0, 60.0);
        assertThat(answer.header("Unveil-Model")).isEqualTo(method);
        assertThat(answer.header("Unveil-Pipeline")).isEqualTo(method);
    }

    @Test
    void picturesAreCountedByModel() {
        service().post(query("region", SQUARE), "image/png", colour());
        assertThat(service().get("/actuator/prometheus").text())
                .contains("unveil_pictures_total{model=\"fill-color\"}");
    }
}
