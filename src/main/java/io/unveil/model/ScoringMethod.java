package io.unveil.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.unveil.text.Words;

/** The methods of scoring. */
public enum ScoringMethod {
    /** The logarithm of the odds of a defect, by a network that reads only the picture. */
    SEGMENTATION,
    /**
     * The same, ranked by what all mirrored passes over the picture agree on: the mean of their answers minus their
     * standard deviation. Its map is that of {@link #SEGMENTATION}.
     */
    AGREEMENT,
    /** The logarithm of the odds of a defect, by a network that reads the picture together with its own repair. */
    REPAIR,
    /** The squared difference of the picture and its repair. */
    SQUARED_ERROR,
    /** The structural dissimilarity of the picture and its repair. */
    SSIM,
    /** The difference of the gradients of the picture and its repair. */
    GRADIENT,
    /** A network's fill of hidden squares, compared with the picture by gradients. */
    INPAINTING,
    /**
     * For a network that recognises the eight turns of a picture: minus its answer for the true turn, before the
     * softmax, mean over all eight. The likelihood of the true turn would ignore how strongly the network answers: an
     * unfamiliar picture gets low numbers for all turns alike (Hendrycks et al., ICML 2022, on the largest logit).
     */
    TRANSFORMS,
    /** The distance to the nearest normal pictures that the model stores. */
    NEIGHBOURS,
    /**
     * The sum of {@link #TRANSFORMS} and {@link #NEIGHBOURS}, each in standard deviations above its mean over normal
     * pictures; so both must be calibrated.
     */
    WHOLE;

    /** Its name in manifests, on the command line and in requests. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    @Override
    public String toString() {
        return word();
    }
}
