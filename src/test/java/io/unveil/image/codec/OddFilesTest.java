package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A folder of odd files, one line a file with its right answer: {@code name | size, colours and bits | digest of the
 * levels | notes}, or {@code name | reason | message}. The next odd file is a line.
 */
@DisplayName("An odd file")
class OddFilesTest {
    static Stream<String> answers() throws IOException {
        return new String(bytes("answers.txt"), UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    @DisplayName("is read right or refused in plain words")
    void isReadRightOrRefusedInPlainWords(String line) throws Exception {
        String name = line.substring(0, line.indexOf(' '));

        assertThat(name + " | " + answer(bytes(name))).isEqualTo(line);
    }

    static String answer(byte[] file) throws NoSuchAlgorithmException {
        Picture picture;
        try {
            picture = Codec.decode(file, Limits.DEFAULT);
        } catch (RejectedImage e) {
            return "%s | %s".formatted(e.reason(), e.getMessage());
        }
        String answer = "%s %s%s %d | %s"
                .formatted(
                        picture.size(),
                        picture.channels() == 1 ? "gray" : "rgb",
                        picture.hasAlpha() ? "+alpha" : "",
                        picture.depth().bits(),
                        digest(picture));
        return picture.origin().notes().isEmpty()
                ? answer
                : answer + " | " + String.join("; ", picture.origin().notes());
    }

    /** SHA-256 of all colours row by row, then of all alphas, each level in two bytes, high byte first; its start. */
    private static String digest(Picture picture) throws NoSuchAlgorithmException {
        short[] alpha = picture.alpha().orElse(new short[0]);
        ByteBuffer levels = ByteBuffer.allocate(2 * (picture.samples().length + alpha.length));
        levels.asShortBuffer().put(picture.samples()).put(alpha);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(levels.array());
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream file = OddFilesTest.class.getResourceAsStream("odd/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }
}
