package io.unveil.degradation.description;

/** What kind of noise a picture has. */
public enum NoiseKind {
    /** None that could be seen. */
    NONE("none", "no noise seen"),

    /** White and equally strong everywhere: as added by a program. */
    WHITE("white", "white noise"),

    /** White, but stronger where the picture is brighter, or darker: as of photons, or of coherent light (speckle). */
    SIGNAL_DEPENDENT("signal-dependent", "noise that depends on the brightness"),

    /** Neighbours or colours go together: noise of a camera after development, of film, or that was enlarged. */
    CAMERA("camera", "camera noise"),

    /** Single pixels that are lost: salt and pepper, dead pixels. */
    IMPULSES("impulses", "single lost pixels"),

    /** Marks of strong JPEG compression, and nothing else. */
    JPEG("jpeg", "marks of JPEG compression");

    private final String word;
    private final String phrase;

    NoiseKind(String word, String phrase) {
        this.word = word;
        this.phrase = phrase;
    }

    /** In answers and JSON. */
    public String word() {
        return word;
    }

    /** In a sentence. */
    public String phrase() {
        return phrase;
    }
}
