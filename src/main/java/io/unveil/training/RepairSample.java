package io.unveil.training;

import io.unveil.degradation.defect.Defective;
import io.unveil.image.Pixels;
import io.unveil.model.Defects;

/** A held-out picture with a defect, for a network that repairs it. */
record RepairSample(String name, Pixels clean, Defective hurt, Defects convention) implements Sample {
    @Override
    public String condition() {
        return "defects";
    }

    @Override
    public Pixels corrupted() {
        return hurt.picture();
    }

    @Override
    public Pixels before() {
        return hurt.picture();
    }

    @Override
    public Pixels planes() {
        return convention.planes(hurt.picture());
    }

    @Override
    public Pixels prediction(Pixels output) {
        return convention.repaired(planes(), output).orElseThrow();
    }

    /** Over the defect, in the standardised picture. */
    @Override
    public double score(Pixels answer) {
        return Score.psnr(clean, answer, hurt.mask());
    }
}
