package io.unveil.training;

import io.unveil.image.Pixels;
import java.util.Locale;

/** A held-out picture under one condition: the network's input, and how its answer becomes a picture. */
interface Sample {
    String name();

    /** Such as {@code sigma=25} or {@code holes=text}. */
    String condition();

    Pixels clean();

    /** The input as a picture, as a caller would send it. */
    Pixels corrupted();

    /** The best answer without the network; its figure is the baseline. */
    Pixels before();

    /** The network's input planes. */
    Pixels planes();

    /** The picture that the network's output planes represent. */
    Pixels prediction(Pixels output);

    /** The caption of an answer. */
    default String caption(Pixels answer) {
        return String.format(Locale.ROOT, "%s, %.2f dB", condition(), score(answer));
    }

    /**
     * How good an answer is, larger is better: PSNR in dB where it counts, after clipping and rounding to 8 bits, if it
     * is a picture.
     */
    double score(Pixels answer);
}
