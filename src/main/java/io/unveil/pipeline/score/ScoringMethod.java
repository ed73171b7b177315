package io.unveil.pipeline.score;

import io.unveil.anomaly.ReconstructionError;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The methods of scoring. */
public enum ScoringMethod {
    /** The logarithm of the odds of a defect, by a network that reads only the picture. */
    SEGMENTATION(Optional.empty()),
    /** The same, by a network that reads the picture together with its own repair. */
    REPAIR(Optional.empty()),
    /** {@link ReconstructionError#SQUARED_ERROR} of the repair. */
    SQUARED_ERROR(Optional.of(ReconstructionError.SQUARED_ERROR)),
    /** {@link ReconstructionError#SSIM} of the repair. */
    SSIM(Optional.of(ReconstructionError.SSIM)),
    /** {@link ReconstructionError#GRADIENT} of the repair. */
    GRADIENT(Optional.of(ReconstructionError.GRADIENT)),
    /** A network's fill of hidden squares, compared with the picture by gradients. */
    INPAINTING(Optional.empty()),
    /**
     * For a network that recognises the eight turns of a picture: minus its answer for the true turn, before the
     * softmax, mean over all eight. The likelihood of the true turn would ignore how strongly the network answers: an
     * unfamiliar picture gets low numbers for all turns alike (Hendrycks et al., ICML 2022, on the largest logit).
     */
    TRANSFORMS(Optional.empty()),
    /** The distance to the nearest normal pictures, {@link io.unveil.anomaly.NormalNeighbours}. */
    NEIGHBOURS(Optional.empty()),
    /**
     * The sum of these two, each in standard deviations above its mean over normal pictures; so both must be
     * calibrated.
     */
    WHOLE(Optional.empty());

    private final Optional<ReconstructionError> error;

    ScoringMethod(Optional<ReconstructionError> error) {
        this.error = error;
    }

    /** The name in manifests and requests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The error measure, for scorings that compare pictures. */
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
