package io.unveil.training;

import io.unveil.image.Pixels;
import java.util.Locale;

/** A held-out picture under one condition: what the network is given, and how its answer becomes a picture. */
interface Sample {
    String name();

    /** Such as {@code sigma=25} or {@code holes=text}. */
    String condition();

    Pixels clean();

    /** What a caller would send, to be looked at. */
    Pixels spoiled();

    /** The best that can be said without the network: what its figure is compared with. */
    Pixels before();

    /** The planes that go in. */
    Pixels planes();

    /** The picture that the planes which come out stand for. */
    Pixels mended(Pixels output);

    /** What is said of an answer, to those who look at it. */
    default String caption(Pixels answer) {
        return String.format(Locale.ROOT, "%s, %.2f dB", condition(), score(answer));
    }

    /**
     * How good an answer is, larger is better: PSNR in dB where it counts, after clipping and rounding to 8 bits, if it
     * is a picture.
     */
    double score(Pixels answer);
}
