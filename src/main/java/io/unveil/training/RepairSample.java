package io.unveil.training;

import io.unveil.degradation.defect.Defective;
import io.unveil.image.Pixels;
import io.unveil.image.Standardising;

/** A held-out picture with a defect, and a network that takes it away. */
record RepairSample(String name, Pixels clean, Defective hurt) implements Sample {
    @Override
    public String condition() {
        return "defects";
    }

    @Override
    public Pixels spoiled() {
        return hurt.picture();
    }

    @Override
    public Pixels before() {
        return hurt.picture();
    }

    @Override
    public Pixels planes() {
        return Standardising.inSpreads(hurt.picture());
    }

    @Override
    public Pixels mended(Pixels output) {
        return Standardising.ofSpreads(output);
    }

    /** Of the standardised picture, where the defect was. */
    @Override
    public double score(Pixels answer) {
        return Score.psnr(clean, answer, hurt.mask());
    }
}
