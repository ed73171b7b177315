package io.unveil.degradation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Draws")
class DrawsTest {
    @Test
    @DisplayName("are the same numbers on every Java release: these are those of seed 42")
    void arePinned() {
        Draws draws = new Draws(42);
        assertThat(new double[] {draws.uniform(), draws.normal(), draws.normal(), draws.normal()})
                .containsExactly(0.7415648787718233, -0.7657743575950964, -0.49852031258865775, -0.10154781371365883);
        assertThat(new long[] {draws.poisson(3), draws.poisson(3), draws.poisson(300), draws.poisson(300)})
                .containsExactly(4, 3, 308, 307);
    }

    @Test
    @DisplayName("of one thing among many follow from the numbers that name it, in their order")
    void areNamed() {
        assertThat(Draws.of(1, 2, 3).uniform()).isEqualTo(Draws.of(1, 2, 3).uniform());
        Set<Double> firsts = new HashSet<>();
        for (long seed = -1; seed <= 8; seed++) {
            for (long a = 0; a < 10; a++) {
                firsts.add(Draws.of(seed, a).uniform());
                for (long b = 0; b < 10; b++) {
                    firsts.add(Draws.of(seed, a, b).uniform());
                }
            }
        }
        assertThat(firsts).hasSize(1100);
        assertThat(firsts.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .isCloseTo(0.5, within(0.044)); // five standard deviations
    }

    @Test
    @DisplayName("below a bound reach every whole number from 0 on, and not the bound")
    void areWhole() {
        Draws draws = new Draws(1);
        int[] seen = new int[3];
        for (int i = 0; i < 3000; i++) {
            seen[draws.below(3)]++;
        }
        for (int count : seen) {
            assertThat(count).isBetween(870, 1130);
        }
    }

    @Test
    @DisplayName("between two factors lie below their geometric mean half of the time")
    void areEvenByFactors() {
        Draws draws = new Draws(1);
        int below = 0;
        for (int i = 0; i < 4000; i++) {
            double factor = draws.byFactors(.5, 8);
            assertThat(factor).isBetween(.5, 8.);
            below += factor < 2 ? 1 : 0;
        }
        assertThat(below / 4000.).isCloseTo(.5, within(.035));
    }

    @Test
    @DisplayName("that count photons have Poisson's frequencies on both sides of the change of method")
    void followPoisson() {
        for (double mean : new double[] {.5, 12, 12.01, 40}) {
            Draws draws = new Draws(1);
            int[] seen = new int[200];
            int trials = 200_000;
            for (int i = 0; i < trials; i++) {
                seen[(int) draws.poisson(mean)]++;
            }
            double chance = Math.exp(-mean);
            for (int k = 0; k < 100; k++) {
                double off = Math.abs(seen[k] - trials * chance);
                assertThat(off).as("%d photons of %s", k, mean).isLessThan(4 + 4.5 * Math.sqrt(trials * chance));
                chance *= mean / (k + 1);
            }
        }
    }
}
