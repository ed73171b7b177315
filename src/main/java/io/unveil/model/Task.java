package io.unveil.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a model is for. */
public enum Task {
    DENOISE("denoise"),
    FILL("fill"),
    ANOMALY("anomaly"),
    AUTOENCODE("autoencode"),
    REGRESS("regress");

    private final String id;

    Task(String id) {
        this.id = id;
    }

    /** Its name in recipes and manifests. */
    @JsonValue
    public String id() {
        return id;
    }

    public static Optional<Task> of(String id) {
        return Arrays.stream(values()).filter(task -> task.id.equals(id)).findFirst();
    }
}
