package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Difference;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import io.unveil.web.Requests.Answer;
import io.unveil.web.Requests.Form;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** POST /v1/denoise and /v1/compare as a caller sees them. */
class DenoiseOverHttpTest extends RunningService {
    private static final String DENOISE = "/v1/denoise?sigma=20";

    @Test
    void aPictureComesBackWithItsErrorInTheHeaders() {
        Answer answer = service().post(DENOISE, "image/png", Drawn.noisyPng());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        Difference error = Difference.between(
                decode(Drawn.noisyPng()).pixels(), decode(answer.body()).pixels());
        assertThat(answer.header("Unveil-Model")).isEqualTo("denoise-gray");
        assertThat(answer.header("Unveil-Pipeline")).isEqualTo("model");
        assertThat(answer.header("Unveil-Sigma")).isEqualTo("20.0000");
        assertThat(answer.header("Unveil-Mse")).isEqualTo(ReportHeaders.figure(error.mse()));
        assertThat(answer.header("Unveil-Mae")).isEqualTo(ReportHeaders.figure(error.mae()));
        assertThat(answer.header("Unveil-Psnr")).isEqualTo(ReportHeaders.figure(error.psnr()));
        assertThat(answer.header("Unveil-Ssim")).isEqualTo(ReportHeaders.figure(error.ssim()));
        assertThat(answer.header("Unveil-Reference-Psnr")).isEmpty();
        assertThat(answer.header("Server-Timing"))
                .matches("decode;dur=[0-9.]+, queue;dur=[0-9.]+, inference;dur=[0-9.]+, encode;dur=[0-9.]+");
    }

    @Test
    void aBlindModelServesByNameAndTakesNoSigma() {
        Answer picture = service().post("/v1/denoise?model=denoise-photo", "image/png", Drawn.noisyPng());
        JsonNode json = service()
                .post("/v1/denoise?model=denoise-photo", "image/png", Drawn.noisyPng(), "Accept", "application/json")
                .json();

        assertThat(picture.status()).as(picture.text()).isEqualTo(200);
        assertThat(picture.header("Unveil-Model")).isEqualTo("denoise-photo");
        assertThat(picture.header("Unveil-Pipeline")).isEqualTo("model");
        assertThat(picture.header("Unveil-Sigma")).isEmpty();
        assertThat(picture.header("Unveil-Psnr")).isNotEmpty();
        assertThat(json.get("parameters").toString())
                .isEqualTo("{\"estimated\":false,\"strength\":1.0,\"chroma\":1.0,\"method\":\"model\"}");
    }

    @Test
    void sigmaForABlindModelIsRefusedWithThoseThatTakeIt() {
        JsonNode problem = ProblemsOverHttpTest.is(
                service().post("/v1/denoise?model=denoise-photo&sigma=25", "image/png", Drawn.noisyPng()),
                400,
                "invalid-parameter",
                "sigma was '25', allowed is only 'auto' with model 'denoise-photo', which finds the noise by itself; "
                        + "models that take sigma are denoise-color, denoise-gray");
        assertThat(problem.get("parameter").asString()).isEqualTo("sigma");
        assertThat(service()
                        .post("/v1/denoise?model=denoise-photo&sigma=25&method=nlm", "image/png", Drawn.noisyPng())
                        .status())
                .as("non-local means take it, whatever the model")
                .isEqualTo(200);
    }

    @Test
    void withAReferenceTheGainIsSaid() {
        Form form = new Form().file("file", Drawn.noisyPng()).file("reference", Drawn.cleanPng());
        Answer picture = service().post(DENOISE, form);
        JsonNode reference = service()
                .post(DENOISE, form, "Accept", "application/json")
                .json()
                .get("reference");

        double before = reference.get("before").get("psnr").asDouble();
        double after = reference.get("after").get("psnr").asDouble();
        assertThat(after)
                .as("a box of nine takes 9.5 dB of white noise at best")
                .isBetween(before + 6, before + 9.6);
        assertThat(Double.parseDouble(picture.header("Unveil-Reference-Psnr"))).isEqualTo(after);
        assertThat(Double.parseDouble(picture.header("Unveil-Reference-Ssim")))
                .isEqualTo(reference.get("after").get("ssim").asDouble());
    }

    @Test
    void aReferenceThatWasLeftBlankIsNone() {
        Answer answer = service()
                .post(DENOISE, new Form().file("file", Drawn.noisyPng()).file("reference", new byte[0]));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Unveil-Reference-Psnr")).isEmpty();
    }

    @Test
    void jsonSaysTheSameAsTheHeaders() {
        Answer picture = service().post(DENOISE, "image/png", Drawn.noisyPng());
        Answer answer = service()
                .post(
                        DENOISE + "&strength=1&include=output",
                        new Form().file("file", Drawn.noisyPng()),
                        "Accept",
                        "application/json");

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        JsonNode json = answer.json();
        assertThat(json.propertyNames())
                .containsExactly(
                        "model", "pipeline", "device", "image", "parameters", "error", "timing", "noise", "output");
        assertThat(json.get("model").asString()).isEqualTo("denoise-gray");
        assertThat(json.get("device").asString()).isEqualTo("cpu");
        assertThat(json.get("image").toString())
                .isEqualTo("{\"width\":48,\"height\":48,\"channels\":1,\"bitDepth\":8,\"format\":\"png\"}");
        assertThat(json.get("parameters").toString())
                .isEqualTo("{\"sigma\":20.0,\"estimated\":false,\"strength\":1.0,\"chroma\":1.0,\"method\":\"model\"}");
        assertThat(json.get("error").get("psnr").asDouble())
                .isEqualTo(Double.parseDouble(picture.header("Unveil-Psnr")));
        assertThat(json.get("timing").propertyNames()).containsExactly("decode", "queue", "inference", "encode");
        String url = json.get("output").asString();
        assertThat(url).startsWith("data:image/png;base64,");
        assertThat(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1)))
                .isEqualTo(picture.body());
    }

    @ParameterizedTest(name = "{0} with Accept {1} gives {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PNG  |                                  | image/png",
                "JPEG |                                  | image/jpeg",
                "WEBP |                                  | image/webp",
                "TIFF |                                  | image/tiff",
                "BMP  |                                  | image/bmp",
                "BMP  | */*                              | image/bmp",
                "BMP  | image/*                          | image/bmp",
                "PNG  | image/jpeg                       | image/jpeg",
                "PNG  | image/webp                       | image/webp",
                "PNG  | image/tiff                       | image/tiff",
                "PNG  | image/bmp;q=0.1                  | image/bmp",
                "JPEG | image/avif, image/png            | image/png",
                "JPEG | application/json;q=0.5,image/*   | image/jpeg",
                "JPEG | image/*;q=0.5,application/json   | application/json",
                "PNG  | application/*                    | application/json",
                "PNG  | application/json, text/plain, */* | application/json",
                "PNG  | image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8 | image/png",
                "TIFF | image/webp, image/jpeg, image/tiff | image/tiff",
                "PNG  | image/webp, image/jpeg           | image/webp",
                "PNG  | image/png;q=0.5, image/webp      | image/webp",
                "PNG  | image/*, image/png;q=0.2         | image/jpeg",
                "PNG  | image/*;q=0.5, image/png;q=0     | image/jpeg",
                "PNG  | image/*;q=0, */*;q=0.1           | application/json"
            })
    void theAnswerFollowsAccept(Format came, String accept, String type) {
        byte[] file = Drawn.file(Drawn.slope(40, 3, 20, BitDepth.EIGHT, came));
        Answer answer = accept == null
                ? service().post(DENOISE, "application/octet-stream", file)
                : service().post(DENOISE, "application/octet-stream", file, "Accept", accept);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        if (!type.equals(MediaType.APPLICATION_JSON_VALUE)) {
            assertThat(Codec.header(answer.body()).format().mediaType()).isEqualTo(type);
            assertThat(answer.header("Unveil-Model")).isEqualTo("denoise-color");
        }
    }

    @Test
    void aGifComesBackAsPng() {
        byte[] gif = java.util.HexFormat.of()
                .parseHex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b");
        Answer answer = service().post("/v1/denoise?sigma=0", "image/gif", gif);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
    }

    @Test
    void sixteenBitsStaySixteen() {
        byte[] deep = Drawn.file(Drawn.slope(40, 3, 20, BitDepth.SIXTEEN, Format.PNG));

        assertThat(decode(service().post(DENOISE, "image/png", deep).body()).depth())
                .isEqualTo(BitDepth.SIXTEEN);
    }

    @Test
    void aLowerJpegQualityGivesASmallerFile() {
        byte[] high = service()
                .post(DENOISE, "image/png", Drawn.noisyPng(), "Accept", "image/jpeg")
                .body();
        byte[] low = service()
                .post(DENOISE + "&quality-jpeg=10", "image/png", Drawn.noisyPng(), "Accept", "image/jpeg")
                .body();

        assertThat(low.length).isLessThan(high.length);
    }

    @Test
    void aPictureWithoutNoiseIsLeftAloneAndTheAnswerSaysSo() {
        Answer picture = service().post("/v1/denoise?sigma=0", "image/png", Drawn.cleanPng());
        JsonNode json = service()
                .post("/v1/denoise?sigma=0", "image/png", Drawn.cleanPng(), "Accept", "application/json")
                .json();

        assertThat(picture.header("Unveil-Pipeline")).isEqualTo("untouched");
        assertThat(picture.header("Unveil-Psnr")).isEqualTo("inf");
        assertThat(decode(picture.body()).pixels().values())
                .isEqualTo(decode(Drawn.cleanPng()).pixels().values());
        assertThat(json.get("pipeline").toString()).isEqualTo("[\"untouched\"]");
        assertThat(json.get("notes").toString()).contains("no noise was found");
        assertThat(json.get("error").propertyNames()).containsExactly("mse", "mae", "ssim");
    }

    @Test
    void withoutSigmaItIsEstimated() {
        JsonNode json = service()
                .post("/v1/denoise", "image/png", Drawn.noisyPng(), "Accept", "application/json")
                .json();

        assertThat(json.get("parameters").get("estimated").asBoolean()).isTrue();
        assertThat(json.get("parameters").get("sigma").asDouble()).isBetween(16.0, 26.0);
        assertThat(json.get("pipeline").toString()).isEqualTo("[\"estimate\",\"model\"]");
    }

    @Test
    void parametersMayStandInTheForm() {
        Answer answer = service()
                .post(
                        "/v1/denoise",
                        new Form()
                                .file("file", Drawn.noisyPng())
                                .field("sigma", "20")
                                .field("method", "nlm"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Unveil-Model")).isEqualTo("nlm");
        assertThat(answer.header("Unveil-Pipeline")).isEqualTo("nlm");
    }

    @Test
    void compareGivesTheFourFigures() {
        Difference error = Difference.between(
                decode(Drawn.noisyPng()).pixels(), decode(Drawn.cleanPng()).pixels());
        JsonNode json = service()
                .post("/v1/compare", new Form().file("file", Drawn.noisyPng()).file("reference", Drawn.cleanPng()))
                .json();

        assertThat(json.propertyNames()).containsExactly("mse", "mae", "psnr", "ssim");
        assertThat(json.get("psnr").asDouble()).isEqualTo(Double.parseDouble(ReportHeaders.figure(error.psnr())));
        assertThat(json.get("mse").asDouble()).isEqualTo(Double.parseDouble(ReportHeaders.figure(error.mse())));
    }

    @Test
    void minusZeroIsZero() {
        Answer answer = service().post("/v1/denoise?sigma=-0", "image/png", Drawn.cleanPng());

        assertThat(answer.header("Unveil-Sigma")).isEqualTo("0.0000");
    }

    @Test
    void aPictureThatIsLeftAsItIsComesBackByteForByteUnlessAnythingElseIsAskedFor() {
        byte[] jpeg = Drawn.file(Drawn.slope(48, 3, 5, BitDepth.EIGHT, Format.JPEG));

        assertThat(service()
                        .post("/v1/denoise?strength=0&sigma=10", "image/jpeg", jpeg)
                        .body())
                .isEqualTo(jpeg);
        assertThat(service()
                        .post("/v1/denoise?strength=0&sigma=10&metadata=strip", "image/jpeg", jpeg)
                        .body())
                .isNotEqualTo(jpeg);
        assertThat(service()
                        .post("/v1/denoise?strength=0&sigma=10&quality-jpeg=50", "image/jpeg", jpeg)
                        .body())
                .hasSizeLessThan(jpeg.length);
    }

    @Test
    void whatAFormatHasNoRoomForIsSaidInAHeader() {
        byte[] deep = Drawn.file(Drawn.slope(48, 1, 5, BitDepth.SIXTEEN, Format.PNG));

        Answer answer = service().post(DENOISE, "image/png", deep, "Accept", "image/jpeg");

        assertThat(answer.header("Unveil-Notes"))
                .isEqualTo("JPEG has 8 bits a sample: the 16 of the picture were rounded");
    }

    private static Picture decode(byte[] file) {
        return Codec.decode(file, Limits.DEFAULT);
    }
}
