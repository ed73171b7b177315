package io.unveil.pipeline.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Origin;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import io.unveil.inference.RefusedRequest;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A mask of zeros and ones")
class MaskOfOnesTest {
    private static Picture mask(BitDepth depth, int... levels) {
        short[] samples = new short[levels.length];
        for (int i = 0; i < levels.length; i++) {
            samples[i] = (short) levels[i];
        }
        return new Picture(new Size(levels.length, 1), 1, depth, samples, Optional.empty(), Origin.of(Format.PNG));
    }

    @Test
    @DisplayName("is said to be one, and by what it is to be multiplied")
    void isSaidToBeOne() {
        assertThatThrownBy(() -> MaskSource.Drawn.by(mask(BitDepth.EIGHT, 0, 1, 1, 0)))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining("the levels 0 and 1 only")
                .hasMessageContaining("multiply it by 255");
        assertThatThrownBy(() -> MaskSource.Drawn.by(mask(BitDepth.SIXTEEN, 0, 1)))
                .hasMessageContaining("multiply it by 65535");
    }

    @Test
    @DisplayName("is another thing than one of black and white")
    void isAnotherThingThanOneOfBlackAndWhite() {
        assertThat(MaskSource.Drawn.by(mask(BitDepth.EIGHT, 0, 255, 1)).mask().at(1, 0))
                .isTrue();
    }
}
