package io.unveil.image.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.unveil.image.BitDepth;
import io.unveil.image.Drawn;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import io.unveil.image.codec.RejectedImage.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A file that is cut short or damaged is rejected, never half a picture")
class DamagedFileTest {
    static Stream<Arguments> files() throws IOException {
        Picture colour = Drawn.picture(61, 47, 3, BitDepth.EIGHT, false);
        Picture alpha = Drawn.picture(61, 47, 3, BitDepth.SIXTEEN, true);
        return Stream.of(
                Arguments.of("PNG", Codec.encode(colour, Format.PNG, 95)),
                Arguments.of("PNG with 16 bits and alpha", Codec.encode(alpha, Format.PNG, 95)),
                Arguments.of("JPEG", Codec.encode(colour, Format.JPEG, 95)),
                Arguments.of("progressive JPEG", JpegTest.progressive(colour)),
                Arguments.of("WebP", Codec.encode(colour, Format.WEBP, 95)),
                Arguments.of("lossy WebP", WebpTest.lossy(colour)),
                Arguments.of("TIFF", Codec.encode(alpha, Format.TIFF, 95)),
                Arguments.of("BMP", Codec.encode(colour, Format.BMP, 95)),
                Arguments.of("GIF", gif()));
    }

    private static byte[] gif() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(GifTest.indexed(61, 47), "gif", out);
        return out.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyProperBeginningIsRejected(String name, byte[] file) {
        assertThat(Codec.decode(file, Limits.DEFAULT).size()).isEqualTo(new Size(61, 47));
        for (int length = 0; length < file.length; length += length < 200 || length > file.length - 40 ? 1 : 37) {
            byte[] beginning = Arrays.copyOf(file, length);

            RejectedImage rejected =
                    catchThrowableOfType(RejectedImage.class, () -> Codec.decode(beginning, Limits.DEFAULT));

            assertThat(rejected)
                    .as("the first %d of %d bytes", length, file.length)
                    .isNotNull();
            assertThat(rejected.reason())
                    .isEqualTo(Format.of(beginning).isPresent() ? Reason.DAMAGED : Reason.UNSUPPORTED);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void noOverwrittenByteEscapesAsAnythingButARejection(String name, byte[] file) {
        Random random = new Random(3);
        for (int round = 0; round < 400; round++) {
            byte[] damaged = file.clone();
            int where = round % 2 == 0 ? random.nextInt(file.length) : random.nextInt(Math.min(120, file.length));
            damaged[where] = (byte) random.nextInt(256);
            try {
                Codec.decode(damaged, new Limits(1_000_000, 30_000));
            } catch (RejectedImage rejected) {
                assertThat(rejected.getMessage()).isNotBlank();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void bytesMissingInTheMiddleAreNoticedThoughTheEndIsThere(String name, byte[] file) {
        byte[] holed = Arrays.copyOf(file, file.length - file.length / 4);
        int from = file.length / 2;
        System.arraycopy(file, from + file.length - holed.length, holed, from, holed.length - from);

        assertIsDamaged(holed);
    }

    @Test
    void aPngWhoseFirstChunkIsNotItsHeaderIsRejected() {
        byte[] file = Codec.encode(Drawn.picture(61, 47, 3, BitDepth.EIGHT, false), Format.PNG, 95);
        file[15] = 'X';

        assertIsDamaged(file);
    }

    @Test
    void bugsOfOursAreNoDamage() {
        for (RuntimeException bug : List.of(
                new NullPointerException(),
                new IllegalStateException(),
                new IllegalArgumentException(),
                new ClassCastException())) {
            assertThatThrownBy(() -> Codec.guarded(Format.PNG, () -> {
                        throw bug;
                    }))
                    .isSameAs(bug);
        }
    }

    @Test
    void whatALibrarysReaderThrowsIsDamageAndIsKeptAsTheCause() {
        ImageReader reader = mock(ImageReader.class);
        NullPointerException fault = new NullPointerException("in the reader");
        doThrow(fault).when(reader).setInput(any(), anyBoolean(), anyBoolean());

        assertThatThrownBy(() -> Codec.guarded(Format.TIFF, () -> Rasters.read(reader, new byte[1], warning -> true)))
                .isInstanceOf(RejectedImage.class)
                .hasMessage("the TIFF image is cut short or damaged")
                .hasRootCause(fault);
    }

    private static void assertIsDamaged(byte[] file) {
        assertThatThrownBy(() -> Codec.decode(file, Limits.DEFAULT))
                .isInstanceOfSatisfying(
                        RejectedImage.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.DAMAGED));
    }
}
