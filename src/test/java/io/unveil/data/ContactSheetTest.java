package io.unveil.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A contact sheet")
class ContactSheetTest {
    private static Example black(int width, int height, int channels) {
        return new Example("black", new Size(width, height), channels, new byte[width * height * channels], Label.NONE);
    }

    private static long blackPixels(Pixels sheet) {
        long count = 0;
        for (float value : sheet.values()) {
            count += value == 0 ? 1 : 0;
        }
        return count / sheet.channels();
    }

    @Test
    @DisplayName("has pictures side by side with four pixels between, each group in rows of its own")
    void layout() {
        Pixels sheet = ContactSheet.of(List.of(List.of(black(10, 6, 1), black(12, 8, 1)), List.of(black(20, 5, 1))));
        assertThat(sheet.size()).isEqualTo(new Size(4 + 10 + 4 + 12 + 4, 4 + 8 + 4 + 5 + 4));
        assertThat(blackPixels(sheet)).isEqualTo(10 * 6 + 12 * 8 + 20 * 5);
        assertThat(sheet.values()[4 * 34 + 13]).as("last pixel of the first").isZero();
        assertThat(sheet.values()[4 * 34 + 14]).as("the gap").isEqualTo(1);
        assertThat(sheet.values()[16 * 34 + 4])
                .as("first pixel of the second row")
                .isZero();
    }

    @Test
    @DisplayName("begins another row where 800 pixels are full")
    void wraps() {
        Pixels sheet = ContactSheet.of(List.of(Collections.nCopies(17, black(91, 91, 1))));
        assertThat(sheet.size()).isEqualTo(new Size(4 + 8 * 95, 4 + 3 * 95));
    }

    @Test
    @DisplayName("with one picture in colour is in colour; gray ones stay gray")
    void colour() {
        Example red =
                new Example("red", new Size(1, 2), 3, new byte[] {(byte) 255, 0, 0, (byte) 255, 0, 0}, Label.NONE);
        Pixels sheet = ContactSheet.of(List.of(List.of(red, black(1, 2, 1))));
        assertThat(sheet.channels()).isEqualTo(3);
        Pixels pictures = sheet.region(4, 4, 6, 1);
        assertThat(pictures.values()).containsExactly(1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0);
    }

    @Test
    @DisplayName("shows a signal as a curve: high where it is bright, joined where it jumps")
    void curve() {
        byte[] samples = {0, (byte) 255, (byte) 255};
        Pixels sheet = ContactSheet.of(List.of(List.of(new Example("step", new Size(3, 1), 1, samples, Label.NONE))));
        Pixels curve = sheet.region(4, 4, 3, 64);
        assertThat(blackPixels(curve)).isEqualTo(1 + 64 + 1);
        assertThat(curve.values()[63 * 3]).isZero();
        assertThat(curve.values()[2]).isZero();
    }
}
