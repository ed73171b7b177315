package io.unveil.degradation.defect;

import io.unveil.text.Words;

/** The fillings of synthetic defects. docs/defects.md has the formulas and a picture of each. */
public enum DefectFilling {
    /** The texture of another picture. */
    OTHERS(new TextureFilling(DefectSite::others)),
    /** The texture of the same picture elsewhere. */
    ELSEWHERE(new TextureFilling(DefectSite::own)),
    /** One level, with or without noise. */
    LEVEL(new LevelFilling()),
    /** The picture itself, brighter or darker, with more or less contrast. */
    SHADING(new ShadingFilling()),
    /** Stripes, checks or a smooth random field. */
    PATTERN(new PatternFilling()),
    /** The picture itself, blurred or sharpened. */
    FOCUS(new FocusFilling()),
    /** The picture itself with noise. */
    NOISE(new NoiseFilling());

    private final DefectPainter filling;

    DefectFilling(DefectPainter filling) {
        this.filling = filling;
    }

    DefectPainter filling() {
        return filling;
    }

    /** As users write it. */
    public String word() {
        return Words.of(this);
    }
}
