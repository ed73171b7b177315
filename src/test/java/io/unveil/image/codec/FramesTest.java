package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Drawn animations and a document, one line a file: {@code name | plays | milliseconds of each frame | digest of what
 * is seen of each frame}. The digests are those of Pillow 12.3: SHA-256 of red, green, blue and alpha row by row, all
 * zero where alpha is.
 */
@DisplayName("A file of several pictures")
class FramesTest {
    static Stream<String> answers() throws IOException {
        return new String(bytes("answers.txt"), UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    @DisplayName("is seen as other programs show it")
    void isSeenAsOtherProgramsShowIt(String line) throws Exception {
        String name = line.substring(0, line.indexOf(' '));

        assertThat(answer(name, Codec.decodeFrames(bytes(name), Limits.DEFAULT)))
                .isEqualTo(line);
    }

    @ParameterizedTest
    @MethodSource("answers")
    @DisplayName("looks the same and has the same times once it is written")
    void looksTheSameOnceItIsWritten(String line) throws Exception {
        String name = line.substring(0, line.indexOf(' '));
        Frames frames = Codec.decodeFrames(bytes(name), Limits.DEFAULT);

        for (Format format : List.of(Format.PNG, Format.WEBP)) {
            byte[] written = Codec.encode(frames, format, WriteOptions.USUAL);

            assertThat(Format.of(written)).contains(format);
            assertThat(answer(name, Codec.decodeFrames(written, Limits.DEFAULT)))
                    .isEqualTo(line);
        }
    }

    @Test
    @DisplayName("keeps each frame's part of the canvas and what becomes of it")
    void keepsEachFramesPart() throws IOException {
        Frames frames = Codec.decodeFrames(bytes("apng-blended.png"), Limits.DEFAULT);

        Frames again = Codec.decodeFrames(Codec.encode(frames, Format.PNG, WriteOptions.USUAL), Limits.DEFAULT);

        assertThat(again.animation()).isEqualTo(frames.animation());
        assertThat(again.animation().orElseThrow().showings())
                .extracting(Animation.Showing::disposal)
                .contains(Disposal.KEEP, Disposal.CLEAR, Disposal.RESTORE);
    }

    @Test
    @DisplayName("may have pages of different sizes and kinds, which TIFF keeps")
    void mayHavePagesOfDifferentKinds() throws IOException {
        Frames pages = Codec.decodeFrames(bytes("tiff-pages-of-three-kinds.tif"), Limits.DEFAULT);

        Frames again = Codec.decodeFrames(Codec.encode(pages, Format.TIFF, WriteOptions.USUAL), Limits.DEFAULT);

        assertThat(pages.animation()).isEmpty();
        assertThat(again.pictures())
                .extracting(Picture::size)
                .containsExactly(new Size(33, 21), new Size(20, 40), new Size(16, 12));
        assertThat(again.pictures()).extracting(Picture::channels).containsExactly(3, 1, 1);
        assertThat(again.pictures())
                .extracting(Picture::depth)
                .containsExactly(BitDepth.EIGHT, BitDepth.EIGHT, BitDepth.SIXTEEN);
        for (int i = 0; i < 3; i++) {
            assertThat(again.pictures().get(i).samples())
                    .isEqualTo(pages.pictures().get(i).samples());
        }
        assertThat(pages.pictures())
                .allSatisfy(page -> assertThat(page.origin().notes()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"gif-cleared.gif, JPEG", "gif-cleared.gif, BMP", "tiff-pages-of-three-kinds.tif, PNG"})
    @DisplayName("is not written where there is no room for it")
    void isNotWrittenWhereThereIsNoRoom(String name, Format format) throws IOException {
        Frames frames = Codec.decodeFrames(bytes(name), Limits.DEFAULT);

        assertThat(Codec.holds(frames, format)).isFalse();
        assertThatThrownBy(() -> Codec.encode(frames, format, WriteOptions.USUAL))
                .hasMessageContaining("no room");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif-cleared.gif", "apng-blended.png", "webp-blended.webp"})
    @DisplayName("is refused before decoding where its frames together are too large")
    void isRefusedWhereItsFramesTogetherAreTooLarge(String name) throws IOException {
        byte[] file = bytes(name);

        assertThatThrownBy(() -> Codec.decodeFrames(file, new Limits(4 * 40 * 30 - 1, 100)))
                .isInstanceOf(RejectedImage.class)
                .hasMessageContaining("the 4 frames or pages of the file have 4800 pixels together")
                .hasMessageContaining("4799");
        assertThat(Codec.decodeFrames(file, new Limits(4 * 40 * 30, 100)).count())
                .isEqualTo(4);
    }

    @Test
    @DisplayName("is refused where a thousand frames are not enough for it")
    void isRefusedWhereItHasMoreFramesThanAnyoneShows() {
        String frame = "2c 0000 0000 0100 0100 00 02 02 4c01 00".replace(" ", "");
        String screen = "474946383961 0100 0100 80 00 00 000000 ffffff".replace(" ", "");
        byte[] file = HexFormat.of().parseHex(screen + frame.repeat(1001) + "3b");

        assertThatThrownBy(() -> Codec.decodeFrames(file, Limits.DEFAULT))
                .isInstanceOf(RejectedImage.class)
                .hasMessageContaining("1001 frames or pages, at most 1000");
    }

    @Test
    @DisplayName("is one picture where the file has but one")
    void isOnePictureWhereTheFileHasButOne() throws IOException {
        byte[] still =
                Codec.encode(Codec.decode(bytes("apng-blended.png"), Limits.DEFAULT), Format.PNG, WriteOptions.USUAL);

        Frames frames = Codec.decodeFrames(still, Limits.DEFAULT);

        assertThat(frames.count()).isEqualTo(1);
        assertThat(frames.animation()).isEmpty();
        assertThat(Codec.encode(frames, Format.JPEG, WriteOptions.USUAL)).isNotEmpty();
    }

    private static String answer(String name, Frames frames) throws NoSuchAlgorithmException {
        StringBuilder seen = new StringBuilder();
        for (Picture picture : frames.pictures()) {
            seen.append(seen.isEmpty() ? "" : " ").append(digest(picture));
        }
        Animation animation = frames.animation().orElseGet(() -> new Animation(0, List.of()));
        return "%s | %d | %s | %s"
                .formatted(
                        name,
                        animation.plays(),
                        animation.showings().stream()
                                .map(showing -> Integer.toString(showing.delay().milliseconds()))
                                .collect(Collectors.joining(" ")),
                        seen);
    }

    private static String digest(Picture picture) throws NoSuchAlgorithmException {
        int pixels = (int) picture.size().pixels();
        short[] opaque = new short[pixels];
        Arrays.fill(opaque, (short) 255);
        short[] alpha = picture.alpha().orElse(opaque);
        byte[] rgba = new byte[4 * pixels];
        for (int i = 0; i < pixels; i++) {
            for (int c = 0; c < 3 && alpha[i] != 0; c++) {
                rgba[4 * i + c] = (byte) picture.samples()[i * picture.channels() + c % picture.channels()];
            }
            rgba[4 * i + 3] = (byte) alpha[i];
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rgba), 0, 4);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream file = FramesTest.class.getResourceAsStream("frames/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }
}
