package io.unveil.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CrossFittingTest {
    /**
     * Of four pictures, numbers 0 and 2 were learnt from by the network of the even ones, 1 and 3 by that of the odd
     * ones.
     */
    @Test
    void whatWasNotSeenIsBroughtToTheModelsScaleByWhatBothHaveSeen() {
        double[] model = {1, 10, 3, 30}; // of the even ones mean 2 and spread 1, of the odd ones 20 and 10
        double[] even = {100, 140, 120, 110
        }; // of the even ones mean 110 and spread 10: what it says of 1 and 3 shrinks to a tenth
        double[] odd = {7, 4, 5, 6}; // of the odd ones mean 5 and spread 1: what it says of 0 and 2 grows ten times

        assertThat(new CrossFitting(0, model, even, odd).unseen())
                .containsExactly(new double[] {40, 5, 20, 2}, within(1e-9));
    }

    /**
     * Four are held out: the model has mean 5 and spread 1 of them, the network of the even ones 50 and 2, of the odd
     * ones 0 and 4.
     */
    @Test
    void heldOutPicturesKeepTheModelsScoresAndShowOnWhichScaleTheOtherNetworksScore() {
        double[] model = {4, 6, 4, 6, 1, 1, 1};
        double[] even = {48, 52, 48, 52, 9, 54, 9}; // what it has not learnt from is the sixth: two spreads above
        double[] odd = {-4, 4, -4, 4, 4, 9, -4};

        assertThat(new CrossFitting(4, model, even, odd).unseen())
                .containsExactly(new double[] {4, 6, 4, 6, 6, 7, 4}, within(1e-9));
    }

    @Test
    void aNetworkThatScoresAlikeWhateverItHasLearntOnlyMoves() {
        assertThat(new CrossFitting(0, new double[] {1, 1, 1, 1}, new double[] {5, 6, 5, 7}, new double[] {9, 8, 9, 8})
                        .unseen())
                .containsExactly(new double[] {2, 2, 2, 3}, within(1e-9));
    }
}
