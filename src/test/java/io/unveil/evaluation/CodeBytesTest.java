package io.unveil.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.BitDepth;
import io.unveil.image.Difference;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Codec;
import io.unveil.pipeline.code.LatentCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How pictures become so many bytes: codes, and JPEG beside them. */
class CodeBytesTest {
    private static LatentCode code(float... values) {
        return new LatentCode(values.length, 1, 1, values);
    }

    @ParameterizedTest(name = "{0} bits: {1} bytes")
    @CsvSource({"8, 3", "6, 3", "4, 2", "1, 1", "16, 6"})
    void all_bits_of_a_code_rounded_up_to_bytes(int bits, int bytes) {
        CodeBytes ranges = CodeBytes.fit(List.of(code(0, -1, 5), code(1, 1, 5)), bits);
        assertThat(ranges.pack(code(0, 0, 0))).hasSize(bytes).hasSize(ranges.length());
    }

    @ParameterizedTest
    @CsvSource({"8", "6", "4", "3"})
    void each_number_comes_back_within_half_a_step_of_its_own_range(int bits) {
        CodeBytes ranges = CodeBytes.fit(List.of(code(0, -40, 5), code(1, 40, 5)), bits);
        LatentCode some = code(.37f, 11, 5);

        float[] back = ranges.unpack(ranges.pack(some), some).values();

        double steps = (1 << bits) - 1;
        assertThat(back[0]).isCloseTo(.37f, within((float) (.5 / steps + 1e-6)));
        assertThat(back[1]).isCloseTo(11, within((float) (40 / steps + 1e-4)));
        assertThat(back[2]).as("a number that never changes").isEqualTo(5);
    }

    @Test
    void what_lies_outside_of_the_range_is_clipped_and_the_ends_are_exact() {
        CodeBytes ranges = CodeBytes.fit(List.of(code(-1, -1), code(3, 3)), 4);
        assertThat(ranges.unpack(ranges.pack(code(-9, 9)), code(0, 0)).values()).containsExactly(-1, 3);
    }

    @Test
    void the_scan_of_a_jpeg_is_what_is_left_without_its_headers() {
        byte[] jpeg = Codec.encode(waves(), Format.JPEG, 50);
        int headers = 0;
        for (int i = 0; i < jpeg.length - 1 && headers == 0; i++) {
            headers = (jpeg[i] & 255) == 0xFF && (jpeg[i + 1] & 255) == 0xDA ? i + 2 + 8 : 0; // one component: 8 bytes
        }
        assertThat(JpegSize.scan(jpeg)).isEqualTo(jpeg.length - headers - 2);
        assertThat(JpegSize.whole(jpeg)).isEqualTo(jpeg.length);
    }

    @Test
    void the_best_quality_within_the_bytes_is_taken_and_the_worst_where_none_is() {
        JpegSize small = JpegSize.within(60, waves(), JpegSize::scan);
        JpegSize large = JpegSize.within(300, waves(), JpegSize::scan);
        assertThat(small.bytes()).isLessThanOrEqualTo(60);
        assertThat(large.bytes()).isGreaterThan(60).isLessThanOrEqualTo(300);
        assertThat(Difference.between(large.picture(), waves()).psnr())
                .isGreaterThan(Difference.between(small.picture(), waves()).psnr() + 3);
        byte[] worst = Codec.encode(waves(), Format.JPEG, 1);
        assertThat(JpegSize.within(10, waves(), JpegSize::whole).bytes()).isEqualTo(worst.length);
    }

    private static Picture waves() {
        float[] values = new float[32 * 32];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (.5 + .3 * Math.sin(i % 32 * .9) * Math.cos(i / 32 * .7));
        }
        return Picture.of(new Pixels(32, 32, 1, values), BitDepth.EIGHT, Format.PNG);
    }
}
