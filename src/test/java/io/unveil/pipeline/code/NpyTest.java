package io.unveil.pipeline.code;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {
    private static final String FLOATS = "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }";

    /** What numpy.save (2.2) makes of numpy.array([0.5, -1, 2], dtype='<f4'). */
    private static final byte[] OF_NUMPY =
            join(start(1, 0, 118), FLOATS + " ".repeat(60) + "\n", "0000003f000080bf00000040");

    private static byte[] start(int major, int minor, int header) {
        return new byte[] {
            (byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) major, (byte) minor, (byte) header, (byte) (header >> 8)
        };
    }

    private static byte[] join(byte[] start, String header, String hex) {
        byte[] numbers = HexFormat.of().parseHex(hex);
        byte[] file = Arrays.copyOf(start, start.length + header.length() + numbers.length);
        System.arraycopy(header.getBytes(ISO_8859_1), 0, file, start.length, header.length());
        System.arraycopy(numbers, 0, file, start.length + header.length(), numbers.length);
        return file;
    }

    private static byte[] file(String header, String hex) {
        return join(start(1, 0, header.length()), header, hex);
    }

    @Test
    void aCodeIsWrittenByteForByteAsNumpyDoes() {
        assertThat(Npy.write(new LatentCode(3, 1, 1, new float[] {.5f, -1, 2}))).isEqualTo(OF_NUMPY);
    }

    @Test
    void whatIsWrittenIsReadAgainInItsShape() {
        float[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        LatentCode code = Npy.read(Npy.write(new LatentCode(2, 3, 2, values)));
        assertThat(code.shape()).isEqualTo(List.of(2, 3, 2));
        assertThat(code.values()).containsExactly(values);
    }

    @Test
    void doublesAreReadAndABatchOfOneIsPassedOver() {
        LatentCode code = Npy.read(
                file("{'shape': (1, 2), 'fortran_order': False, 'descr': '<f8'}", "000000000000e03f000000000000f0bf"));
        assertThat(code.shape()).isEqualTo(List.of(2));
        assertThat(code.values()).containsExactly(.5f, -1);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'shape': (3,)            | 'shape': (4,)           | DAMAGED     | announces [4] numbers of 4 bytes, but 12 bytes follow",
                "'shape': (3,)            | 'shape': (2,)           | DAMAGED     | announces [2]",
                "'shape': (3,)            | 'shape': (999999999, 999999999, 999999999, 999999999) | DAMAGED | announces [999999999",
                "'shape': (3,)            | 'shape': (9999999999,)  | DAMAGED     | has shape (9999999999,)",
                "'shape': (3,)            | 'shape': (-3,)          | DAMAGED     | header",
                "'shape': (3,)            | 'shape': (3, 0)         | DAMAGED     | announces [3, 0]",
                "'shape': (3,)            | 'shape': (3, 1)         | UNSUPPORTED | has shape [3, 1], a code has (channels, height, width)",
                "'shape': (3,)            | 'shape': ()             | DAMAGED     | announces []",
                "'shape': (3,)            | 'shape': __import__(1)  | DAMAGED     | header",
                "'shape': (3,)            | 'shape': 'x'            | DAMAGED     | header",
                "'descr': '<f4', '        | '                       | UNSUPPORTED | holds numbers of type , read are",
                "'<f4'                    | '>f4'                   | UNSUPPORTED | type '>f4', read are '<f4' (float32) and '<f8' (float64)",
                "'<f4'                    | '<U4'                    | UNSUPPORTED | read are",
                "'fortran_order': False   | 'fortran_order': True   | UNSUPPORTED | Fortran order",
                "'fortran_order': False,  | 'fortran_order': False, 'more': True, | DAMAGED | and nothing else",
                "{                        | [                       | DAMAGED     | no header",
            },
            quoteCharacter = '"')
    void aHostileHeaderIsRefusedWithWhatItSays(String part, String instead, UnreadableCode.Reason reason, String says) {
        String header = FLOATS.replace(part, instead);
        assertThat(header).isNotEqualTo(FLOATS);
        assertThatThrownBy(() -> Npy.read(file(header, "0000003f000080bf00000040")))
                .isInstanceOfSatisfying(
                        UnreadableCode.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(says);
    }

    @ParameterizedTest(name = "cut to {0} bytes")
    @ValueSource(ints = {6, 9, 10, 60, 127, 128, 130, 139})
    void aFileCutShortAnywhereIsDamaged(int length) {
        assertThatThrownBy(() -> Npy.read(Arrays.copyOf(OF_NUMPY, length)))
                .isInstanceOfSatisfying(
                        UnreadableCode.class, e -> assertThat(e.reason()).isEqualTo(UnreadableCode.Reason.DAMAGED))
                .hasMessageContaining("the .npy file");
    }

    @Test
    void otherBytesAndOtherVersionsAreNotRead() {
        assertThatThrownBy(() -> Npy.read("{\"shape\"".getBytes(ISO_8859_1)))
                .hasMessage("the bytes are not a .npy file: they do not begin with \\x93NUMPY");
        assertThatThrownBy(() -> Npy.read(join(start(2, 0, 118), FLOATS, "")))
                .hasMessage("the .npy file has version 2.0, only 1.0 is read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000807f", "0000c07f", "000080ff"})
    void numbersThatAreNotFiniteAreRefused(String hex) {
        String header = FLOATS.replace("(3,)", "(1,)");
        assertThatThrownBy(() -> Npy.read(file(header, hex)))
                .isInstanceOf(UnreadableCode.class)
                .hasMessageContaining("must be finite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(0,)", "(0, 3)", "(2, 0, 2)"})
    void anArrayOfNoNumbersIsNoCode(String shape) {
        byte[] empty = file("{'descr': '<f4', 'fortran_order': False, 'shape': %s}".formatted(shape), "");

        assertThatThrownBy(() -> Npy.read(empty)).isInstanceOf(UnreadableCode.class);
    }
}
