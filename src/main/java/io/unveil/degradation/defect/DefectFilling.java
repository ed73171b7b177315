package io.unveil.degradation.defect;

import java.util.Locale;

/** What a synthetic defect is filled with. docs/defects.md has the laws and a picture of each. */
public enum DefectFilling {
    /** The texture of another picture. */
    OTHERS(new TextureFilling(DefectSite::others)),
    /** The texture of the same picture elsewhere. */
    ELSEWHERE(new TextureFilling(DefectSite::own)),
    /** One level, with or without noise. */
    LEVEL(new LevelFilling()),
    /** What is there, brighter or darker, with more or less contrast. */
    SHADING(new ShadingFilling()),
    /** Stripes, checks or a smooth random field. */
    PATTERN(new PatternFilling()),
    /** What is there, blurred or sharpened. */
    FOCUS(new FocusFilling()),
    /** What is there, with noise. */
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
        return name().toLowerCase(Locale.ROOT);
    }
}
