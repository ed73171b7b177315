package io.unveil.training;

import io.unveil.model.Build;
import io.unveil.model.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record that {@code drive_step.py} writes of a training: {@code provenance.json}.
 *
 * @param recipe SHA-256 of the recipe's file that the step was exported from
 * @param weights SHA-256 of {@code weights.safetensors}
 * @param precision fp32 or bf16
 * @param finished the day
 * @param device such as {@code cpu} or the name of a GPU
 * @param threads of the processor
 * @param data the sets of pictures, digests as {@link Manifest.DataSet} has them
 * @param heldOut number of pictures held out of the training
 */
record TrainedElsewhere(
        String recipe,
        String weights,
        long seed,
        String precision,
        long steps,
        double seconds,
        String finished,
        String device,
        int threads,
        String torch,
        String python,
        String system,
        List<Manifest.DataSet> data,
        int heldOut) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    TrainedElsewhere {
        data = List.copyOf(data);
    }

    /** Reads and checks the file; throws {@link RefusedImport}. */
    static TrainedElsewhere read(Path file) throws IOException {
        try {
            TrainedElsewhere read = JSON.readValue(Files.readAllBytes(file), TrainedElsewhere.class);
            List<String> faults = read.faults();
            if (!faults.isEmpty()) {
                throw new RefusedImport("%s: %s".formatted(file, String.join("; ", faults)));
            }
            return read;
        } catch (JacksonException e) {
            throw new RefusedImport("%s is not a provenance file: %s".formatted(file, e.getOriginalMessage()));
        }
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (steps < 1) {
            faults.add("steps must be at least 1, was " + steps);
        }
        if (!(seconds >= 0)) {
            faults.add("seconds must be at least 0, was " + seconds);
        }
        if (!List.of("fp32", "bf16").contains(precision)) {
            faults.add("precision must be fp32 or bf16, was '%s'".formatted(precision));
        }
        if (Stream.of(device, torch, python, system).anyMatch(String::isBlank)) {
            faults.add("device, torch, python and system must not be empty");
        }
        if (data.isEmpty()) {
            faults.add("data names no set of pictures");
        }
        try {
            LocalDate.parse(finished);
        } catch (DateTimeParseException e) {
            faults.add("finished must be a day such as 2026-11-23, was '%s'".formatted(finished));
        }
        return faults;
    }

    /** As a manifest says it: no Java, and the program that drove the step. */
    Manifest.Provenance provenance() {
        return new Manifest.Provenance(
                data,
                steps,
                Math.round(seconds),
                seed,
                device,
                precision,
                threads,
                "trained elsewhere: PyTorch %s in Python %s, driven by drive_step.py".formatted(torch, python),
                "none",
                system,
                Optional.of(Build.current().commit()),
                Optional.empty());
    }
}
