package io.unveil.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.unveil.text.Words;
import java.util.Arrays;
import java.util.List;

/** The meaning of a network's output planes, where it scores anomalies. */
public enum Answer {
    /** Where the defect is: one plane, the logarithm of the odds. */
    DEFECT(ScoringMethod.AGREEMENT, ScoringMethod.SEGMENTATION),
    /** The picture without its defect, in the picture's planes. */
    PICTURE(ScoringMethod.SSIM, ScoringMethod.GRADIENT, ScoringMethod.SQUARED_ERROR),
    /** The picture without its defect, then the place of the defect (DRAEM, Zavrtanik et al. 2021). */
    PICTURE_AND_DEFECT(ScoringMethod.REPAIR, ScoringMethod.SSIM, ScoringMethod.GRADIENT, ScoringMethod.SQUARED_ERROR),
    /** The correction that removes the defect when added to the picture, then the place of the defect. */
    CORRECTION_AND_DEFECT(
            ScoringMethod.SEGMENTATION, ScoringMethod.SSIM, ScoringMethod.GRADIENT, ScoringMethod.SQUARED_ERROR),
    /** The picture, where cells of it were hidden from the network (RIAD, Zavrtanik et al. 2021). */
    HIDDEN_CELLS(ScoringMethod.INPAINTING),
    /** The turn of the picture, one of eight: eight numbers, whose softmax gives probabilities. */
    TURN(ScoringMethod.WHOLE, ScoringMethod.NEIGHBOURS, ScoringMethod.TRANSFORMS);

    private final List<ScoringMethod> scorings;

    Answer(ScoringMethod... scorings) {
        this.scorings = List.of(scorings);
    }

    /** The answers for networks that are trained with synthetic defects. */
    public static List<Answer> ofDefects() {
        return Arrays.stream(values())
                .filter(answer -> answer.marks() || answer == PICTURE)
                .toList();
    }

    /** Its name in recipes and manifests. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** The scorings that it allows, the usual one first. */
    public List<ScoringMethod> scorings() {
        return scorings;
    }

    /** Whether the last plane marks the defect. */
    public boolean marks() {
        return this == DEFECT || this == PICTURE_AND_DEFECT || this == CORRECTION_AND_DEFECT;
    }

    /** Whether the first planes give the picture without its defect. */
    public boolean repairs() {
        return this == PICTURE || this == PICTURE_AND_DEFECT || this == CORRECTION_AND_DEFECT;
    }
}
