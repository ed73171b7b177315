package io.unveil.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.unveil.text.Words;
import java.util.Optional;

/** The purpose of a model. */
public enum Task {
    DENOISE,
    FILL,
    ANOMALY,
    AUTOENCODE,
    REGRESS;

    /** Its name in recipes and manifests. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** The task of this name; empty for any other word. */
    public static Optional<Task> of(String word) {
        return Words.find(Task.class, word);
    }
}
