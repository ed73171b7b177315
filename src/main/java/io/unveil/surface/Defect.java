package io.unveil.surface;

import io.unveil.degradation.Draws;
import io.unveil.text.Words;

/** The kinds of defects of a surface. */
public enum Defect {
    /** A groove. */
    SCRATCH(new Scratch()),
    /** A shallow dent. */
    DENT(new Dent()),
    /** A dark spot with a diffuse edge. */
    STAIN(new Stain()),
    /** A hole through it. */
    HOLE(new Hole()),
    /** A branching crack. */
    CRACK(new Crack()),
    /** A fibre or a grain of dirt that lies on it. */
    CONTAMINATION(new Contamination()),
    /** The pattern itself is broken: a missing thread, a knot, a misprint, … */
    PATTERN(new BrokenPattern());

    private final Damage damage;

    Defect(Damage damage) {
        this.damage = damage;
    }

    /** Draws the defect at a random place of a plate, not at its border. */
    void onto(Plate plate, Draws draws) {
        double x = draws.between(0.15, 0.85) * plate.side();
        double y = draws.between(0.15, 0.85) * plate.side();
        damage.onto(plate, x, y, draws);
    }

    /** As users write it. */
    public String word() {
        return Words.of(this);
    }
}
