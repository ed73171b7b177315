package io.unveil.degradation.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.Draws;
import io.unveil.degradation.noise.NoiseMixture.Compression;
import io.unveil.degradation.noise.NoiseMixture.Kind;
import io.unveil.degradation.noise.NoiseMixture.Share;
import io.unveil.image.Pixels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A mixture of noises")
class NoiseMixtureTest {
    private static final Compression NEVER = new Compression(0, 50, 90);
    private static final Share WEAK = new Share(Kind.GAUSSIAN, 3, 1, 100);
    private static final Share SPECKLE = new Share(Kind.SPECKLE, 1, .1, .1);

    /** What so many examples get. */
    private static List<List<Noise>> drawn(NoiseMixture mixture, int count) {
        List<List<Noise>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(((Noise.InTurn) mixture.draw(Draws.of(5, i))).noises());
        }
        return all;
    }

    private static double share(List<List<Noise>> drawn, Class<? extends Noise> kind) {
        return drawn.stream()
                        .filter(noises -> noises.stream().anyMatch(kind::isInstance))
                        .count()
                / (double) drawn.size();
    }

    @Test
    @DisplayName("draws its kinds, and none, as often as their weights say")
    void followsItsWeights() {
        List<List<Noise>> drawn = drawn(new NoiseMixture(List.of(WEAK, SPECKLE), 1, 0, NEVER), 4000);
        assertThat(share(drawn, Noise.Gaussian.class)).isCloseTo(.6, within(.04));
        assertThat(share(drawn, Noise.Speckle.class)).isCloseTo(.2, within(.03));
        assertThat(drawn.stream().filter(List::isEmpty).count()).isBetween(680L, 920L);
    }

    @Test
    @DisplayName("draws weak noise as often as strong: half of it below the geometric mean of its bounds")
    void drawsByFactors() {
        List<Double> sigmas = drawn(new NoiseMixture(List.of(WEAK), 0, 0, NEVER), 2000).stream()
                .map(noises -> ((Noise.Gaussian) noises.get(0)).sigma())
                .toList();
        assertThat(sigmas).allSatisfy(sigma -> assertThat(sigma).isBetween(1., 100.));
        assertThat(sigmas.stream().filter(sigma -> sigma < 10).count()).isBetween(900L, 1100L);
    }

    @Test
    @DisplayName("lays a second kind upon some, JPEG upon others, and JPEG last")
    void combines() {
        List<List<Noise>> drawn =
                drawn(new NoiseMixture(List.of(WEAK, SPECKLE), 0, .25, new Compression(.5, 40, 60)), 2000);
        assertThat(share(drawn, NoiseMixture.OffGrid.class)).isCloseTo(.5, within(.05));
        double twice = 0;
        Set<Integer> qualities = new HashSet<>();
        for (List<Noise> noises : drawn) {
            boolean compressed = noises.get(noises.size() - 1) instanceof NoiseMixture.OffGrid;
            twice += noises.size() - (compressed ? 1 : 0) - 1;
            if (noises.get(noises.size() - 1) instanceof NoiseMixture.OffGrid last) {
                qualities.add(last.jpeg().quality());
            }
        }
        assertThat(twice / drawn.size()).isCloseTo(.25, within(.04));
        assertThat(qualities)
                .hasSize(21)
                .allSatisfy(quality -> assertThat(quality).isBetween(40, 60));
    }

    @Test
    @DisplayName("differs in its cameras")
    void drawsCameras() {
        NoiseMixture sensors = new NoiseMixture(List.of(new Share(Kind.SENSOR, 1, 50, 51_200)), 0, 0, NEVER);
        List<Camera> cameras = drawn(sensors, 400).stream()
                .map(noises -> ((SensorNoise) noises.get(0)).camera())
                .toList();
        assertThat(cameras.stream()
                        .filter(camera -> camera.mosaic() == Camera.Mosaic.BAYER)
                        .count())
                .isBetween(260L, 340L);
        assertThat(cameras.stream().filter(camera -> camera.smoothing() == 0).count())
                .isBetween(190L, 290L);
        assertThat(cameras).extracting(Camera::tone).contains(ToneCurve.SRGB, ToneCurve.CONTRAST);
        assertThat(cameras).extracting(Camera::red).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("has JPEG blocks that begin anywhere")
    void cutsBlocksAnywhere() {
        Pixels slope = slope();
        Noise.Jpeg jpeg = new Noise.Jpeg(5, io.unveil.image.codec.Chroma.FULL);
        for (int columns : new int[] {0, 3, 7}) {
            Pixels blocks = new NoiseMixture.OffGrid(jpeg, columns, 0).addTo(slope, 0);
            assertThat(blocks.size()).isEqualTo(slope.size());
            // so coarse a JPEG leaves flat blocks: the steps are where blocks meet
            int steps = 0;
            for (int x = 1; x < 32; x++) {
                float step = Math.abs(blocks.values()[16 * 32 + x] - blocks.values()[16 * 32 + x - 1]);
                if (step > .03) {
                    steps++;
                    assertThat((x + columns) % 8)
                            .as("x %d, %d cut off", x, columns)
                            .isZero();
                }
            }
            assertThat(steps).isPositive();
        }
    }

    /** Slightly brighter to the right. */
    private static Pixels slope() {
        float[] values = new float[32 * 32];
        for (int i = 0; i < values.length; i++) {
            values[i] = .2f + .006f * (i % 32);
        }
        return new Pixels(32, 32, 1, values);
    }

    @Test
    @DisplayName("is refused without kinds, and with strengths or weights that cannot be")
    void isRefused() {
        assertThatThrownBy(() -> new NoiseMixture(List.of(), 1, 0, NEVER))
                .hasMessage("a mixture of noises needs at least one kind");
        assertThatThrownBy(() -> new NoiseMixture(List.of(WEAK), -1, 0, NEVER))
                .hasMessage("the weight of no noise must be 0 or more, was -1.0");
        assertThatThrownBy(() -> new Share(Kind.GAUSSIAN, 0, 1, 2))
                .hasMessage("the weight of GAUSSIAN must be above 0, was 0.0");
        assertThatThrownBy(() -> new Share(Kind.SPECKLE, 1, 1, 3))
                .hasMessage("the strength of SPECKLE must rise within 0 to 2.0, was 1.0 to 3.0");
        assertThatThrownBy(() -> new Compression(.5, 80, 70))
                .hasMessage("highest quality of JPEG must be from 80 to 100 (whole), was 70");
    }
}
