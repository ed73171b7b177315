package io.unveil.degradation.description;

import io.unveil.degradation.noise.NoiseAt;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where noise is strongest. */
public enum Trend {
    /** In the dark. */
    SHADOWS("stronger in the shadows"),
    /** In the light. */
    HIGHLIGHTS("stronger in the highlights"),
    /** Nearly the same at all brightnesses. */
    EVEN("even");

    private static final double CLEARLY = 1.3; // times as strong

    private final String phrase;

    Trend(String phrase) {
        this.phrase = phrase;
    }

    /** "shadows", "highlights" or "even". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In a sentence. */
    public String phrase() {
        return phrase;
    }

    /** Of noise that was measured from dark to bright; nothing where there is one brightness alone. */
    static Optional<Trend> of(List<NoiseAt> levels) {
        if (levels.size() < 2) {
            return Optional.empty();
        }
        double dark = levels.get(0).sigma();
        double bright = levels.get(levels.size() - 1).sigma();
        return Optional.of(dark > CLEARLY * bright ? SHADOWS : bright > CLEARLY * dark ? HIGHLIGHTS : EVEN);
    }
}
