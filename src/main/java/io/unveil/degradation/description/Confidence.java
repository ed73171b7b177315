package io.unveil.degradation.description;

import java.util.Locale;

/** How sure a description is. */
public enum Confidence {
    /** Several parts of the picture say the same. */
    HIGH,
    /** One part says so, or texture covers what might say otherwise. */
    MEDIUM,
    /** The picture leaves too little to judge by. */
    LOW;

    /** In answers and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
