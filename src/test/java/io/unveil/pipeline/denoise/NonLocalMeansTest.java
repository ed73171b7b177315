package io.unveil.pipeline.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Picture;
import io.unveil.inference.Deadline;
import io.unveil.pipeline.Comparing;
import io.unveil.pipeline.TestPictures;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The baseline works at both depths, in gray and in colour. */
class NonLocalMeansTest {
    static Stream<Named<Supplier<Picture>>> pictures() {
        return Stream.of(
                Named.of("gray, 8 bit", TestPictures::gray),
                Named.of("colour, 8 bit", TestPictures::colour),
                Named.of("gray, 16 bit", () -> TestPictures.at(BitDepth.SIXTEEN, TestPictures.gray())),
                Named.of("colour, 16 bit", () -> TestPictures.at(BitDepth.SIXTEEN, TestPictures.colour())));
    }

    private static Picture clean(Picture noisy, double strength) {
        return new NonLocalMeans()
                .clean(NoisyPicture.of(noisy), OptionalDouble.of(25), new Shares(strength, strength), Deadline.none())
                .picture();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aNoisyPhotographComesOutNearerToTheCleanOne(Supplier<Picture> photograph) {
        Picture clean = photograph.get();
        Picture noisy = TestPictures.noisy(clean, 25);
        Picture out = clean(noisy, 1);
        assertThat(out.depth()).isEqualTo(clean.depth());
        assertThat(Comparing.compare(out, clean).psnr())
                .isGreaterThan(Comparing.compare(noisy, clean).psnr() + 3);
    }

    @Test
    void strengthMixesTheResultWithThePicture() {
        Picture noisy = TestPictures.noisy(TestPictures.gray(), 25);
        Picture whole = clean(noisy, 1);
        Picture half = clean(noisy, .5);
        double full = Comparing.compare(whole, noisy).mae();
        assertThat(Comparing.compare(half, noisy).mae()).isBetween(.45 * full, .55 * full);
    }

    @Test
    void sixteenBitPicturesKeepLevelsBetweenThoseOfEightBits() {
        Picture out = clean(TestPictures.noisy(TestPictures.at(BitDepth.SIXTEEN, TestPictures.gray()), 25), 1);
        assertThat(Stream.iterate(0, i -> i + 1)
                        .limit(90)
                        .map(i -> out.level(i, i, 0))
                        .filter(level -> level % 257 != 0))
                .hasSizeGreaterThan(60);
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"1, 1", "3, 1", "2, 5"})
    void picturesSmallerThanAPatchAreTaken(int width, int height) {
        Picture flat = TestPictures.flat(width, height, 3, 100);
        assertThat(clean(flat, 1).pixels().values()).isEqualTo(flat.pixels().values());
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void stripsMakeNoDifference(Supplier<Picture> photograph) {
        NoisyPicture noisy = NoisyPicture.of(TestPictures.noisy(photograph.get(), 25));
        OptionalDouble sigma = OptionalDouble.of(25);
        Picture whole = new NonLocalMeans(Integer.MAX_VALUE)
                .clean(noisy, sigma, Shares.ALL, Deadline.none())
                .picture();
        Picture inStrips = new NonLocalMeans(1)
                .clean(noisy, sigma, Shares.ALL, Deadline.none())
                .picture();
        assertThat(inStrips.samples()).isEqualTo(whole.samples());
    }
}
