package io.unveil.pipeline.score;

import io.unveil.anomaly.ReconstructionError;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways in which a picture can be scored. */
public enum ScoringMethod {
    /** The logarithm of the odds of a defect, as a network tells it that reads the picture alone. */
    SEGMENTATION(Optional.empty()),
    /** The same, of a network that looks at the picture beside its own repair of it. */
    REPAIR(Optional.empty()),
    /** {@link ReconstructionError#SQUARED_ERROR} of the repair. */
    SQUARED_ERROR(Optional.of(ReconstructionError.SQUARED_ERROR)),
    /** {@link ReconstructionError#SSIM} of the repair. */
    SSIM(Optional.of(ReconstructionError.SSIM)),
    /** {@link ReconstructionError#GRADIENT} of the repair. */
    GRADIENT(Optional.of(ReconstructionError.GRADIENT)),
    /** What a network makes of squares that are hidden from it, compared by gradients with what is there. */
    INPAINTING(Optional.empty()),
    /**
     * Of a network that tells which of the eight turns a picture has gone through: minus what it answers for the truth, before the softmax, mean over all
     * eight. The likelihood of the truth would leave out how strongly the network answers: a picture that gives it nothing to go by gets low numbers for
     * every turn alike (Hendrycks et al., ICML 2022, on the largest logit).
     */
    TRANSFORMS(Optional.empty()),
    /** The distance to the nearest normal pictures, {@link io.unveil.anomaly.NormalNeighbours}. */
    NEIGHBOURS(Optional.empty()),
    /** The sum of these two, each in its spreads above its mean over normal pictures; so it needs both to be calibrated. */
    WHOLE(Optional.empty());

    private final Optional<ReconstructionError> error;

    ScoringMethod(Optional<ReconstructionError> error) {
        this.error = error;
    }

    /** As manifests and callers call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it compares, if it compares. */
    Optional<ReconstructionError> error() {
        return error;
    }

    static ScoringMethod of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scoring is called '%s'".formatted(word)));
    }
}
