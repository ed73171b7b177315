package io.unveil.web;

import io.unveil.image.Format;
import io.unveil.model.Task;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.text.Words;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What batches do with each of their pictures. */
enum BatchTask {
    DENOISE(Task.DENOISE, Set.of()),
    FILL(Task.FILL, Set.of(Upload.MASK)),
    ANOMALY(Task.ANOMALY, Set.of());

    /** The parameter that says what each picture becomes. */
    static final String FORMAT = "format";

    private static final String JSON = "json";

    private final Task task;
    private final Set<String> shared;

    BatchTask(Task task, Set<String> shared) {
        this.task = task;
        this.shared = shared;
    }

    /** Throws {@link InvalidParameter}. */
    static BatchTask parse(String word) {
        return Arrays.stream(values())
                .filter(one -> Words.of(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidParameter("task", word, "'denoise', 'fill' or 'anomaly'"));
    }

    /** What a model must be for. */
    Task task() {
        return task;
    }

    /** The parts that all pictures share. */
    Set<String> shared() {
        return shared;
    }

    String route() {
        return "/v1/" + Words.of(this);
    }

    /**
     * What Accept says for each picture: the format asked for, or the route's own; a view of anomalies that is named is
     * a picture.
     */
    List<String> accept(Optional<String> format, Map<String, List<String>> parameters) {
        if (format.isEmpty()) {
            return List.of(this == ANOMALY && parameters.containsKey("view") ? "image/*" : "*/*");
        }
        if (format.get().equals(JSON)) {
            return List.of("application/json");
        }
        return List.of(Answer.WRITTEN.stream()
                .filter(one -> Words.of(one).equals(format.get()))
                .findFirst()
                .map(Format::mediaType)
                .orElseThrow(() -> new InvalidParameter(
                        FORMAT,
                        format.get(),
                        "json or one of "
                                + Answer.WRITTEN.stream().map(Words::of).collect(Collectors.joining(", ")))));
    }

    /** Reads the parameters as the route will, and throws what it will. */
    void check(HttpServletRequest request, boolean maskSent) throws IOException, ServletException {
        switch (this) {
            case DENOISE -> DenoiseForm.of(request);
            case FILL -> FillForm.of(request, maskSent);
            case ANOMALY -> AnomalyForm.of(request, new Answer.Json());
        }
    }
}
