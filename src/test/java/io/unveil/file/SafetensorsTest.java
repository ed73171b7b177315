package io.unveil.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weight files: what was written is read, what is hostile is refused before a number is touched. */
class SafetensorsTest {
    @Test
    void whatWasWrittenIsReadBack() {
        Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
        tensors.put("b", new Safetensors.Tensor(List.of(2, 1, 3), new float[] {1, -2, Float.MIN_VALUE, 4, 5, 6e30f}));
        tensors.put("a", new Safetensors.Tensor(List.of(1), new float[] {-0f}));

        Map<String, Safetensors.Tensor> read = Safetensors.read(Safetensors.write(tensors));

        assertThat(read).containsOnlyKeys("b", "a");
        read.forEach((name, tensor) -> {
            Safetensors.Tensor written = Objects.requireNonNull(tensors.get(name));
            assertThat(tensor.shape()).isEqualTo(written.shape());
            assertThat(tensor.values()).containsExactly(written.values());
        });
    }

    @Test
    void numbersStartAtAMultipleOfEightBytes() {
        byte[] file = Safetensors.write(Map.of("odd name", new Safetensors.Tensor(List.of(1), new float[] {1})));

        assertThat(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8)
                .isZero();
    }

    @Test
    void metadataOfOtherWritersIsReadOver() {
        byte[] file = file(
                "{\"__metadata__\":{\"format\":\"pt\"},\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                4);

        assertThat(Safetensors.read(file)).containsOnlyKeys("w");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"w\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[0,4]}} | tensor 'w' has numbers of type 'BF16'; only F32 is allowed",
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | tensor 'w' of shape [2] cannot lie at bytes 0 to 8 of 4",
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} | tensor 'w' of shape [2] cannot lie at bytes 0 to 4 of 4",
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}} | tensor 'w' of shape [1] cannot lie at bytes -4 to 0 of 4",
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[65536,65536],\"data_offsets\":[0,4]}} | tensor 'w' has a side of 65536",
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}} | tensor 'w' has a side of -1",
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[1]}} | tensor 'w' of shape [1] cannot lie at bytes -1 to -1 of 4",
                "{} | the tensors cover 0 bytes, the file holds 4",
                "[] | the header is not a JSON object"
            })
    void aHeaderThatDoesNotFitIsRefused(String header, String message) {
        assertThatThrownBy(() -> Safetensors.read(file(header, 4)))
                .isInstanceOf(Safetensors.Malformed.class)
                .hasMessage(message);
    }

    @Test
    void aHeaderLongerThanTheFileIsRefusedWithoutReadingIt() {
        byte[] file = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(Long.MAX_VALUE)
                .array();

        assertThatThrownBy(() -> Safetensors.read(file))
                .hasMessage("the header claims 9223372036854775807 bytes; 8 follow, and at most 1048576 are allowed");
    }

    @Test
    void aFileCutShortIsRefused() {
        assertThatThrownBy(() -> Safetensors.read(new byte[5]))
                .hasMessage("the weight file has 5 bytes, too few for a header");
    }

    private static byte[] file(String header, int data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }
}
