package io.unveil.degradation;

import static org.assertj.core.api.Assertions.assertThat;

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
