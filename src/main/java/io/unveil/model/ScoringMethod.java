package io.unveil.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.unveil.text.Words;

/** The ways in which a picture can be scored. */
public enum ScoringMethod {
    /** The logarithm of the odds of a defect, by a network that reads the picture and nothing else. */
    SEGMENTATION,
    /** The same, by a network that looks at the picture beside its own repair of it. */
    REPAIR,
    /** The squared difference of the picture and its repair. */
    SQUARED_ERROR,
    /** The structural dissimilarity of the picture and its repair. */
    SSIM,
    /** The difference of the gradients of the picture and its repair. */
    GRADIENT,
    /** What a network puts in squares that are hidden from it, compared by gradients with what is there. */
    INPAINTING,
    /**
     * Of a network that says which of the eight turns a picture has gone through: minus what it answers for the truth,
     * before the softmax, mean over all eight. The likelihood of the truth would leave out how strongly the network
     * answers: a picture that gives it nothing to go by gets low numbers for every turn alike (Hendrycks et al., ICML
     * 2022, on the largest logit).
     */
    TRANSFORMS,
    /** The distance to the nearest normal pictures that the model keeps. */
    NEIGHBOURS,
    /**
     * The sum of {@link #TRANSFORMS} and {@link #NEIGHBOURS}, each in its spreads above its mean over normal pictures;
     * so it needs both to be calibrated.
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
