package io.unveil.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.unveil.text.Words;
import java.util.Arrays;
import java.util.List;

/** What the planes that come out of a network stand for, where it scores anomalies. */
public enum Answer {
    /** Where the defect is: one plane, the logarithm of the odds. */
    DEFECT(ScoringMethod.SEGMENTATION),
    /** The picture without its defect, as many planes as that has. */
    PICTURE(ScoringMethod.SSIM, ScoringMethod.GRADIENT, ScoringMethod.SQUARED_ERROR),
    /** The picture without its defect, then where that is (DRAEM, Zavrtanik et al. 2021). */
    PICTURE_AND_DEFECT(
            ScoringMethod.REPAIR, ScoringMethod.SSIM, ScoringMethod.GRADIENT, ScoringMethod.SQUARED_ERROR),
    /** What must be added to the picture to take the defect away, then where that is. */
    CORRECTION_AND_DEFECT(
            ScoringMethod.SEGMENTATION, ScoringMethod.SSIM, ScoringMethod.GRADIENT, ScoringMethod.SQUARED_ERROR),
    /** The picture, where cells of it were hidden from the network (RIAD, Zavrtanik et al. 2021). */
    HIDDEN_CELLS(ScoringMethod.INPAINTING),
    /** Which of the eight turns the picture went through: eight numbers, whose softmax are probabilities. */
    TURN(ScoringMethod.WHOLE, ScoringMethod.NEIGHBOURS, ScoringMethod.TRANSFORMS);

    private final List<ScoringMethod> scorings;

    Answer(ScoringMethod... scorings) {
        this.scorings = List.of(scorings);
    }

    /** The answers that a network can be trained to give by drawn defects. */
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

    /** The ways in which a picture can be scored by it, the usual one first. */
    public List<ScoringMethod> scorings() {
        return scorings;
    }

    /** Whether the last plane says where a defect is. */
    public boolean marks() {
        return this == DEFECT || this == PICTURE_AND_DEFECT || this == CORRECTION_AND_DEFECT;
    }

    /** Whether the first planes give the picture without its defect. */
    public boolean repairs() {
        return this == PICTURE || this == PICTURE_AND_DEFECT || this == CORRECTION_AND_DEFECT;
    }
}
