package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.Difference;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.codec.Animation;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Frames;
import io.unveil.image.codec.Limits;
import io.unveil.image.codec.WriteOptions;
import io.unveil.web.Requests.Answer;
import io.unveil.web.Requests.Form;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Animations and documents of several pages over HTTP: the first picture by default, all with frames=all. */
class FramesOverHttpTest extends RunningService {
    private static byte[] bytes(String name) {
        try (InputStream file = FramesOverHttpTest.class.getResourceAsStream("/io/unveil/image/codec/frames/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static Frames frames(byte[] file) {
        return Codec.decodeFrames(file, Limits.DEFAULT);
    }

    private static List<Integer> delays(Frames frames) {
        return frames.animation().orElseThrow().showings().stream()
                .map(Animation.Showing::delay)
                .map(Animation.Delay::milliseconds)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "gif-moving-box.gif, image/png, 1/5, the file is an animation of 5 frames; the first was taken",
        "webp-moving-box.webp, image/webp, 1/5, the file is an animation of 5 frames; the first was taken",
        "apng-moving-box.png, image/png, 1/5, the file is an animation of 5 frames; its still picture was taken",
        "tiff-pages-of-three-kinds.tif, image/tiff, 1/3, the file has 3 pages; the first was taken"
    })
    void byDefaultTheFirstIsTakenAndHeaderAndNotesSaySo(String name, String type, String header, String note) {
        Answer answer = service().post("/v1/denoise?sigma=20", type, bytes(name));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Unveil-Frames")).isEqualTo(header);
        assertThat(answer.header("Unveil-Notes")).contains(note);
        assertThat(frames(answer.body()).count()).isEqualTo(1);
        JsonNode frames = service()
                .post("/v1/denoise?sigma=20", type, bytes(name), "Accept", "application/json")
                .json()
                .get("frames");
        assertThat(frames.get("taken").asInt() + "/" + frames.get("count").asInt())
                .isEqualTo(header);
        assertThat(frames.has("each")).isFalse();
    }

    @Test
    void aSinglePictureSaysNothingOfFrames() {
        Answer answer = service().post("/v1/denoise?sigma=20&frames=all", "image/png", Drawn.noisyPng());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Unveil-Frames")).isEmpty();
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "gif-moving-box.gif, */*, image/png",
        "gif-moving-box.gif, image/webp, image/webp",
        "apng-moving-box.png, */*, image/png",
        "webp-moving-box.webp, */*, image/webp",
        "webp-moving-box.webp, image/png, image/png"
    })
    void allFramesAreCleanedAndKeepTheirTimes(String name, String accept, String type) {
        Answer answer = service()
                .post("/v1/denoise?sigma=20&frames=all", "application/octet-stream", bytes(name), "Accept", accept);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.header("Unveil-Frames")).isEqualTo("5/5");
        Frames sent = frames(bytes(name));
        Frames cleaned = frames(answer.body());
        assertThat(cleaned.count()).isEqualTo(5);
        assertThat(delays(cleaned)).isEqualTo(delays(sent));
        for (int i = 0; i < 5; i++) {
            Difference error = Difference.between(
                    sent.pictures().get(i), cleaned.pictures().get(i));
            assertThat(error.mse()).as("frame %d", i).isPositive();
        }
    }

    @Test
    void theFiguresAreOfAllFramesTogetherAndOfEach() {
        JsonNode report = service()
                .post(
                        "/v1/denoise?sigma=20&frames=all",
                        "image/gif",
                        bytes("gif-moving-box.gif"),
                        "Accept",
                        "application/json")
                .json();

        JsonNode each = report.get("frames").get("each");
        assertThat(each).hasSize(5);
        double sum = 0;
        for (JsonNode frame : each) {
            sum += frame.get("error").get("mse").asDouble();
        }
        assertThat(report.get("error").get("mse").asDouble()).isCloseTo(sum / 5, within(1e-3));
        assertThat(each.get(3).get("milliseconds").asInt()).isEqualTo(130);
        assertThat(each.get(3).get("number").asInt()).isEqualTo(4);
    }

    @Test
    void withoutSigmaAllFramesAreCleanedAlike() {
        JsonNode report = service()
                .post("/v1/denoise?frames=all", "image/gif", bytes("gif-moving-box.gif"), "Accept", "application/json")
                .json();

        assertThat(report.get("notes").toString()).contains("all frames were cleaned alike");
    }

    @Test
    void theHoleOfOneMaskIsFilledInAllFramesAndNothingElseIsTouched() {
        String region = "%5B%7B%22x%22:4,%22y%22:5,%22width%22:9,%22height%22:7%7D%5D";

        Answer answer =
                service().post("/v1/fill?frames=all&region=" + region, "image/png", bytes("apng-moving-box.png"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Frames sent = frames(bytes("apng-moving-box.png"));
        Frames filled = frames(answer.body());
        assertThat(delays(filled)).isEqualTo(delays(sent));
        Picture before = sent.pictures().get(0);
        Picture after = filled.pictures().get(0);
        assertThat(after.level(8, 8, 1)).isNotEqualTo(before.level(8, 8, 1));
        for (int i = 0; i < 5; i++) {
            assertThat(filled.pictures().get(i).level(40, 30, 2))
                    .isEqualTo(sent.pictures().get(i).level(40, 30, 2));
        }
    }

    @Test
    void everyPageOfADocumentIsWorkedOnInItsOwnSizeAndKind() {
        byte[] pages = Codec.encode(frames(bytes("tiff-pages-of-three-kinds.tif")), Format.TIFF, WriteOptions.USUAL);

        Answer answer = service().post("/v1/denoise?sigma=20&frames=all", "image/tiff", pages);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/tiff");
        List<Picture> sent = frames(pages).pictures();
        List<Picture> cleaned = frames(answer.body()).pictures();
        assertThat(cleaned)
                .extracting(Picture::size)
                .isEqualTo(sent.stream().map(Picture::size).toList());
        assertThat(cleaned)
                .extracting(Picture::channels)
                .isEqualTo(sent.stream().map(Picture::channels).toList());
        assertThat(cleaned)
                .extracting(Picture::depth)
                .isEqualTo(sent.stream().map(Picture::depth).toList());
    }

    @Test
    void wherePixelsAreLeftAsTheyAreTheFileThatCameComesBack() {
        byte[] sent = bytes("webp-blended.webp");

        Answer answer = service().post("/v1/denoise?sigma=0&frames=all", "image/webp", sent);

        assertThat(answer.body()).isEqualTo(sent);
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "gif-moving-box.gif, image/jpeg, 'animated PNG (image/png), WebP'",
        "tiff-pages-of-three-kinds.tif, image/png, TIFF alone can"
    })
    void aFormatWithRoomForOnePictureIsRefused(String name, String accept, String help) {
        ProblemsOverHttpTest.is(
                service()
                        .post(
                                "/v1/denoise?sigma=20&frames=all",
                                "application/octet-stream",
                                bytes(name),
                                "Accept",
                                accept),
                400,
                "invalid-parameter",
                help);
    }

    @Test
    void anotherWordIsRefused() {
        ProblemsOverHttpTest.is(
                service().post("/v1/denoise?frames=some", "image/png", Drawn.noisyPng()),
                400,
                "invalid-parameter",
                "'first' or 'all'");
    }

    @Test
    void aReferenceNeedsAsManyFrames() {
        Form form = new Form().file("file", bytes("gif-moving-box.gif")).file("reference", bytes("gif-moving-box.gif"));
        Form one = new Form().file("file", bytes("gif-moving-box.gif")).file("reference", Drawn.cleanPng());

        JsonNode reference = service()
                .post("/v1/denoise?sigma=20&frames=all", form, "Accept", "application/json")
                .json()
                .get("reference");

        assertThat(reference.get("before").get("mse").asDouble()).isZero();
        assertThat(reference.get("after").get("mse").asDouble()).isPositive();
        ProblemsOverHttpTest.is(
                service().post("/v1/denoise?sigma=20&frames=all", one), 400, "invalid-parameter", "which are 5");
    }

    @Test
    void theMostAnomalousFrameGivesTheVerdict() {
        JsonNode report = service()
                .post("/v1/anomaly?model=spots-color&frames=all", "image/gif", bytes("gif-moving-box.gif"))
                .json();

        double most = 0;
        for (JsonNode frame : report.get("frames").get("each")) {
            most = Math.max(most, frame.get("score").asDouble());
        }
        assertThat(report.get("anomaly").get("score").asDouble()).isEqualTo(most);
        assertThat(report.get("notes").toString()).contains("of 5 is the most anomalous");
        Answer views = service()
                .post(
                        "/v1/anomaly?model=spots-color&frames=all",
                        "image/gif",
                        bytes("gif-moving-box.gif"),
                        "Accept",
                        "image/png");
        assertThat(frames(views.body()).count()).isEqualTo(5);
    }
}
