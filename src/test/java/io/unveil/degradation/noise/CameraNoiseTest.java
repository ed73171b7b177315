package io.unveil.degradation.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.DrawnPictures;
import io.unveil.degradation.Draws;
import io.unveil.degradation.noise.Camera.Mosaic;
import io.unveil.degradation.noise.CameraCleaning.Filter;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Chroma;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Noise in the files of a camera")
class CameraNoiseTest {
    private static final Camera THREE_COLOURS = new Camera(Mosaic.NONE, 1, 1, 1, ToneCurve.SRGB, 0);
    private static final Camera BAYER = new Camera(Mosaic.BAYER, 2, 1.5, 1.2, ToneCurve.CONTRAST, 0);
    private static final CameraFinish PLAIN = new CameraFinish(0, 1, 1);
    /** Leaves luma as it is, and chroma as strong as the share says. */
    private static final CameraCleaning GENTLE = new CameraCleaning(new Filter(0, 0), 0, .05, new Filter(2, .5), .4);

    private static CameraNoise noise(double iso, Camera camera, Demosaicing demosaicing) {
        return new CameraNoise(iso, camera, demosaicing, SensorFaults.NONE, GENTLE, PLAIN, Optional.empty(), 1);
    }

    private static CameraNoise of(Optional<Noise> jpeg, double scale) {
        return new CameraNoise(
                1600, THREE_COLOURS, Demosaicing.BILINEAR, SensorFaults.NONE, GENTLE, PLAIN, jpeg, scale);
    }

    @ParameterizedTest(name = "at ISO 0 leaves a picture as it is, demosaicing {0}")
    @EnumSource(Demosaicing.class)
    void leavesTheCleanPicture(Demosaicing demosaicing) {
        Pixels clean = DrawnPictures.photograph("lake", 3);
        assertThat(noise(0, BAYER, demosaicing).addTo(clean, 1).values()).isEqualTo(clean.values());
        assertThat(Noise.parse("camera:0").addTo(clean, 1).values()).isEqualTo(clean.values());
    }

    @Test
    @DisplayName("is the same for the same seed, and of another camera for another")
    void followsItsSeed() {
        Pixels clean = DrawnPictures.photograph("lake", 3);
        Noise camera = Noise.parse("camera:3200");
        assertThat(camera.addTo(clean, 4).values())
                .isEqualTo(camera.addTo(clean, 4).values());
        assertThat(camera.addTo(clean, 5).values())
                .isNotEqualTo(camera.addTo(clean, 4).values());
        List<CameraNoise> drawn = IntStream.range(0, 50)
                .mapToObj(i -> CameraNoise.draw(100, Draws.of(2, i)))
                .toList();
        assertThat(drawn).extracting(CameraNoise::cleaning).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("stays within black and white, and is drawn on the smallest of pictures, in colour and in gray")
    void staysInRange() {
        Pixels lake = DrawnPictures.photograph("lake", 3);
        for (int seed = 0; seed < 12; seed++) {
            Pixels noisy = Noise.parse("camera:25600").addTo(lake, seed);
            assertThat(noisy.size()).isEqualTo(lake.size());
            assertThat(DrawnPictures.share(noisy, x -> x >= 0 && x <= 1)).isEqualTo(1);
            for (int channels : new int[] {1, 3}) {
                Pixels small = DrawnPictures.flat(1, 3, channels, .5);
                assertThat(Noise.parse("camera:800").addTo(small, seed).values())
                        .hasSize(3 * channels)
                        .doesNotContain(Float.NaN);
            }
        }
    }

    @ParameterizedTest(name = "{0}: its chroma is as much weaker than its luma as the camera makes it")
    @EnumSource(Demosaicing.class)
    void hasWeakChroma(Demosaicing demosaicing) {
        Pixels clean = DrawnPictures.flat(128, 128, 3, .5);
        Pixels noise = noise(1600, BAYER, demosaicing).addTo(clean, 3).less(clean);
        double luma = DrawnPictures.deviation(LumaChroma.luma(noise));
        double chroma = DrawnPictures.deviation(LumaChroma.chroma(noise));
        assertThat(chroma / luma).isCloseTo(.4, within(.01));
    }

    @Test
    @DisplayName("in gray is that of a sensor of one colour")
    void isThatOfAGraySensorInGray() {
        Pixels clean = DrawnPictures.flat(256, 256, 1, .5);
        Pixels noise = noise(1000, BAYER, Demosaicing.BILINEAR).addTo(clean, 3).less(clean);
        // as SensorNoiseTest has it, with the slope of a smoothstep, 6 y (1 - y), upon that of sRGB at the light of .5:
        // y = .5 there too
        double deviation = 1.0804 * 1.5 * Math.sqrt(.001 * .21404 + 9.575e-7);
        assertThat(DrawnPictures.deviation(noise)).isCloseTo(deviation, within(deviation / 50));
    }

    @Test
    @DisplayName("goes through the camera's JPEG together with the picture")
    void goesThroughJpeg() {
        Pixels clean = DrawnPictures.photograph("lake", 3);
        Pixels saved = of(Optional.of(new Noise.Jpeg(90, Chroma.HALVED)), 1).addTo(clean, 3);
        Pixels plain = of(Optional.empty(), 1).addTo(clean, 3);
        assertThat(saved.values())
                .isEqualTo(new Noise.Jpeg(90, Chroma.HALVED).addTo(plain, 0).values());
    }

    @Test
    @DisplayName("is all to be cleaned away but for JPEG from a quality on, which belongs to the picture")
    void tellsWhatBelongsToThePicture() {
        Pixels clean = DrawnPictures.photograph("lake", 3);
        Noise jpeg = new Noise.Jpeg(80, Chroma.HALVED);
        Noise worse = new Noise.Jpeg(79, Chroma.HALVED);
        float[] saved = jpeg.addTo(clean, 0).values();
        assertThat(belonging(jpeg, clean)).isEqualTo(saved);
        assertThat(belonging(of(Optional.of(jpeg), 1), clean)).isEqualTo(saved);
        assertThat(belonging(new Noise.InTurn(List.of(new Noise.Gaussian(9), jpeg)), clean))
                .isEqualTo(saved);
        assertThat(belonging(new NoiseMixture.OffGrid(new Noise.Jpeg(80, Chroma.HALVED), 0, 0), clean))
                .isEqualTo(saved);
        for (Noise noise : List.of(
                worse,
                new Noise.Gaussian(9),
                of(Optional.of(worse), 1),
                of(Optional.empty(), 1),
                of(Optional.of(jpeg), 2))) {
            assertThat(belonging(noise, clean)).isEqualTo(clean.values());
        }
    }

    private static float[] belonging(Noise noise, Pixels clean) {
        return noise.belonging(80).addTo(clean, 7).values();
    }

    @Test
    @DisplayName("of a picture scaled down to half is half as strong where it was white")
    void isWeakerWhereScaledDown() {
        Pixels clean = DrawnPictures.flat(128, 128, 1, .5);
        double full = DrawnPictures.error(of(Optional.empty(), 1).addTo(clean, 3), clean);
        double half = DrawnPictures.error(of(Optional.empty(), 2).addTo(clean, 3), clean);
        assertThat(half / full).isCloseTo(.5, within(.01)); // the mean of four
    }

    @Test
    @DisplayName("is drawn of cameras as they are said to differ")
    void drawsCameras() {
        List<CameraNoise> drawn = IntStream.range(0, 1000)
                .mapToObj(i -> CameraNoise.draw(100, Draws.of(1, i)))
                .toList();
        for (Demosaicing kind : Demosaicing.values()) {
            assertThat(share(drawn, noise -> noise.demosaicing() == kind)).isCloseTo(1 / 3., within(.05));
        }
        assertThat(share(drawn, noise -> noise.jpeg().isPresent())).isCloseTo(.8, within(.04));
        assertThat(share(drawn, noise -> noise.scale() > 1)).isCloseTo(1 / 7., within(.04));
        assertThat(share(drawn, noise -> noise.faults().rows() > 0)).isCloseTo(.4, within(.05));
        assertThat(share(drawn, noise -> noise.faults().columns() > 0)).isCloseTo(.2, within(.04));
        assertThat(share(drawn, noise -> noise.faults().hot() > 0)).isCloseTo(.16, within(.04));
        assertThat(share(drawn, noise -> noise.finish().sharpening() > 0)).isCloseTo(.4, within(.05));
        assertThat(share(drawn, noise -> noise.cleaning().luma().size() > 0)).isCloseTo(6 / 7., within(.04));
        assertThat(drawn)
                .allSatisfy(noise -> assertThat(noise.cleaning().share()).isBetween(.2, .65))
                .allSatisfy(
                        noise -> assertThat(noise.cleaning().chroma().size()).isBetween(1., 5.))
                .allSatisfy(noise -> assertThat(noise.scale()).isBetween(1., 2.))
                .allSatisfy(noise -> noise.jpeg()
                        .ifPresent(jpeg -> assertThat(
                                        ((NoiseMixture.OffGrid) jpeg).jpeg().quality())
                                .isBetween(80, 97)));
    }

    private static double share(List<CameraNoise> drawn, java.util.function.Predicate<CameraNoise> such) {
        return drawn.stream().filter(such).count() / (double) drawn.size();
    }

    @Test
    @DisplayName("is refused out of its bounds")
    void hasBounds() {
        assertThatThrownBy(() -> Noise.parse("camera:-1"))
                .hasMessage("ISO of camera noise must be from 0 to 102400 (as cameras count it), was -1");
        assertThatThrownBy(() -> Noise.parse("camera:many")).hasMessageContaining("'many' is not a number");
        assertThatThrownBy(() -> of(Optional.empty(), 4))
                .hasMessage("scale of a camera's picture must be from 1 to 3 (times each side), was 4");
    }
}
