package io.unveil.model;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.ArchitectureReader;
import io.unveil.autoencoder.Weights;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.file.Digests;
import io.unveil.file.Safetensors;
import io.unveil.file.WholeFile;
import io.unveil.recipe.BadRecipe;
import io.unveil.text.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model on disk: {@code weights.safetensors}, {@code recipe.yaml}, {@code manifest.json}, and
 * {@code normal.safetensors} where it stores normal pictures. Files that do not fit together are refused with place and
 * reason.
 *
 * @param weights the vector in the order of {@link Architecture#weights}
 * @param normal pictures to compare others with; usually none
 */
public record ModelFolder(
        Manifest manifest, Architecture architecture, float[] weights, String recipe, Optional<NormalPictures> normal) {
    public static final String WEIGHTS = "weights.safetensors";
    public static final String RECIPE = "recipe.yaml";
    private static final Pattern SENTENCE_END = Pattern.compile("[.:;](?= )");
    public static final String NORMAL = "normal.safetensors";
    public static final String MANIFEST = "manifest.json";

    /** Ends the names of files that will take the place of those without it. */
    private static final String NEXT = ".next";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** A model that stores no pictures. */
    public ModelFolder(Manifest manifest, Architecture architecture, float[] weights, String recipe) {
        this(manifest, architecture, weights, recipe, Optional.empty());
    }

    /** What the network reads and what its answer means. */
    public Convention convention() {
        return Convention.of(manifest);
    }

    /**
     * What the model is for: the first sentence of the comment that its recipe begins with; empty where there is none.
     */
    public Optional<String> purpose() {
        String comment = recipe.lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining(" "));
        int end = SENTENCE_END
                .matcher(comment)
                .results()
                .mapToInt(MatchResult::start)
                .findFirst()
                .orElse(-1);
        return Optional.of(end < 0 ? comment : comment.substring(0, end + 1)).filter(text -> !text.isBlank());
    }

    /** A folder that is not a usable model; the message names the file and the fault. */
    public static final class Broken extends RuntimeException {
        private final String why;

        Broken(String why) {
            super(why);
            this.why = why;
        }

        public String why() {
            return why;
        }
    }

    /** Reads and verifies a folder; throws {@link Broken}. */
    public static ModelFolder read(Path folder) {
        try {
            return verified(folder);
        } catch (StackOverflowError e) {
            throw new Broken("%s: its files are nested too deeply".formatted(folder.getFileName()));
        }
    }

    private static ModelFolder verified(Path folder) {
        Manifest manifest = manifest(folder);
        byte[] recipe = file(folder, RECIPE);
        byte[] weights = file(folder, WEIGHTS);
        matches(place(folder, RECIPE), recipe, manifest.recipe());
        matches(place(folder, WEIGHTS), weights, manifest.weights());
        String text = new String(recipe, StandardCharsets.UTF_8);
        try {
            Architecture architecture = ArchitectureReader.ofRecipe(place(folder, RECIPE), text);
            if (!architecture.digest().equals(manifest.architecture())) {
                throw new Broken("%s: the recipe's network is not the one that the manifest names"
                        .formatted(place(folder, RECIPE)));
            }
            requireSame(folder, manifest, architecture);
            return new ModelFolder(
                    manifest,
                    architecture,
                    Weights.vector(architecture, weights),
                    text,
                    manifest.inspection()
                            .flatMap(Manifest.Inspection::memory)
                            .map(memory -> normal(folder, memory, architecture)));
        } catch (BadRecipe e) {
            throw new Broken(String.valueOf(e.getMessage()));
        } catch (Safetensors.Malformed e) {
            throw new Broken("%s: %s".formatted(place(folder, WEIGHTS), e.getMessage()));
        }
    }

    /** Other code goes by the planes and the sides that the manifest names. */
    private static void requireSame(Path folder, Manifest manifest, Architecture net) {
        if (manifest.inputs() != net.inputs()
                || manifest.outputs() != net.outputs()
                || !manifest.sides().equals(net.sides())) {
            throw new Broken(
                    "%s: the manifest says %d inputs, %d outputs and sides %s, the recipe's network has %d, %d and %s"
                            .formatted(
                                    place(folder, MANIFEST),
                                    manifest.inputs(),
                                    manifest.outputs(),
                                    manifest.sides().text(),
                                    net.inputs(),
                                    net.outputs(),
                                    net.sides().text()));
        }
    }

    private static NormalPictures normal(Path folder, Manifest.Memory memory, Architecture architecture) {
        byte[] file = file(folder, NORMAL);
        matches(place(folder, NORMAL), file, memory.digest());
        try {
            NormalPictures pictures = NormalPictures.of(file);
            pictures.requireFitting(architecture);
            return pictures;
        } catch (Safetensors.Malformed e) {
            throw new Broken("%s: %s".formatted(place(folder, NORMAL), e.getMessage()));
        }
    }

    private static Manifest manifest(Path folder) {
        try {
            JsonNode json = JSON.readTree(file(folder, MANIFEST));
            if (!(json instanceof ObjectNode manifest)) {
                throw new Broken("%s is no JSON object".formatted(place(folder, MANIFEST)));
            }
            completeOlder(manifest);
            Manifest read = JSON.treeToValue(json, Manifest.class);
            Convention.of(read);
            return read;
        } catch (InvalidFormatException e) {
            throw new Broken("%s: %s".formatted(place(folder, MANIFEST), unknownWord(e)));
        } catch (ValueInstantiationException e) {
            throw new Broken("%s: %s"
                    .formatted(
                            place(folder, MANIFEST),
                            e.getCause() == null
                                    ? e.getOriginalMessage()
                                    : e.getCause().getMessage()));
        } catch (IllegalArgumentException e) {
            throw new Broken("%s: %s".formatted(place(folder, MANIFEST), e.getMessage()));
        } catch (JacksonException e) {
            throw new Broken("%s: %s".formatted(place(folder, MANIFEST), e.getOriginalMessage()));
        }
    }

    /** Such as: inspection.answer is 'odds', allowed are defect, picture. */
    private static String unknownWord(InvalidFormatException e) {
        if (!(e.getTargetType().getEnumConstants() instanceof Enum<?>[] constants)) {
            return e.getOriginalMessage();
        }
        StringBuilder place = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            place.append(
                    step.getPropertyName() == null
                            ? "[%d]".formatted(step.getIndex())
                            : (place.isEmpty() ? "" : ".") + step.getPropertyName());
        }
        return "%s is '%s', allowed are %s"
                .formatted(
                        place,
                        e.getValue(),
                        Arrays.stream(constants).map(Words::of).collect(Collectors.joining(", ")));
    }

    /**
     * Completes older manifests, which lack the sizes, the inspection, the stored pictures, the scores of drawn
     * defects, the program's commit, or the model that a training started from.
     */
    private static void completeOlder(ObjectNode manifest) {
        if (!manifest.has("sides")) {
            manifest.put("sides", new Sides.Free().text());
        }
        if (!manifest.has("inspection")) {
            manifest.putNull("inspection");
        }
        if (manifest.get("inspection") instanceof ObjectNode inspection) {
            if (!inspection.has("memory")) {
                inspection.putNull("memory");
            }
            if (!inspection.has("appearance")) {
                inspection.putNull("appearance");
            }
            inspection.path("scorings").forEach(scoring -> {
                if (scoring.get("calibration") instanceof ObjectNode calibration && !calibration.has("defects")) {
                    calibration.putArray("defects");
                }
            });
        }
        completeOlderProvenance(manifest);
    }

    private static void completeOlderProvenance(ObjectNode owner) {
        if (owner.get("provenance") instanceof ObjectNode provenance) {
            for (String later : List.of("commit", "from")) {
                if (!provenance.has(later)) {
                    provenance.putNull(later);
                }
            }
            if (provenance.get("from") instanceof ObjectNode origin) {
                completeOlderProvenance(origin);
            }
        }
    }

    private static byte[] file(Path folder, String name) {
        try {
            Path next = folder.resolve(name + NEXT); // of a write that was cut off, or is going on
            boolean counts = Files.exists(folder.resolve(MANIFEST + NEXT)) && Files.exists(next);
            return Files.readAllBytes(counts ? next : folder.resolve(name));
        } catch (NoSuchFileException e) {
            throw new Broken("%s is missing".formatted(place(folder, name)));
        } catch (IOException e) {
            throw new Broken("%s cannot be read (%s)"
                    .formatted(place(folder, name), e.getClass().getSimpleName()));
        }
    }

    /** A file's place for messages: relative to the folder of models, without this machine's path. */
    private static String place(Path folder, String name) {
        return "%s/%s".formatted(folder.getFileName(), name);
    }

    private static void matches(String file, byte[] bytes, String expected) {
        String found = Digests.sha256(bytes);
        if (!found.equals(expected)) {
            throw new Broken("%s has SHA-256 %s, the manifest says %s".formatted(file, found, expected));
        }
    }

    /**
     * Writes the folder's files. At any moment, and after a kill at any moment, the folder reads as the old model or as
     * the new one: the new files are written beside the old ones, the manifest last, and then take their places.
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        takePlaces(folder); // of a write that was cut off
        prepare(folder);
        takePlaces(folder);
    }

    /** Writes the files beside the old ones; with the manifest there they count. */
    void prepare(Path folder) throws IOException {
        WholeFile.write(folder.resolve(WEIGHTS + NEXT), Weights.file(architecture, weights));
        WholeFile.write(folder.resolve(RECIPE + NEXT), recipe.getBytes(StandardCharsets.UTF_8));
        if (normal.isPresent()) {
            WholeFile.write(folder.resolve(NORMAL + NEXT), normal.get().file());
        }
        WholeFile.write(folder.resolve(MANIFEST + NEXT), JSON.writeValueAsBytes(manifest));
    }

    private static void takePlaces(Path folder) throws IOException {
        if (Files.exists(folder.resolve(MANIFEST + NEXT))) {
            for (String name : List.of(WEIGHTS, RECIPE, NORMAL, MANIFEST)) {
                if (Files.exists(folder.resolve(name + NEXT))) {
                    WholeFile.move(folder.resolve(name + NEXT), folder.resolve(name));
                }
            }
        }
    }

    /** A part of a manifest as JSON in one line. */
    static String json(Object part) {
        return JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(part);
    }

    /** Replaces the manifest of a folder; its other files stay as they are. */
    public static void write(Path folder, Manifest manifest) throws IOException {
        takePlaces(folder);
        WholeFile.write(folder.resolve(MANIFEST), JSON.writeValueAsBytes(manifest));
    }

    /** Writes a new folder, whole or not at all: under a temporary name beside it, then an atomic move. */
    public void writeNew(Path folder) throws IOException {
        Path temporary = WholeFile.temporary(folder);
        try {
            write(temporary);
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            for (String name : List.of(WEIGHTS, RECIPE, NORMAL, MANIFEST)) {
                Files.deleteIfExists(temporary.resolve(name));
                Files.deleteIfExists(temporary.resolve(name + NEXT));
            }
            Files.deleteIfExists(temporary);
        }
    }

    /** Removes what killed processes left beside the models of a folder. */
    public static void sweep(Path models) {
        WholeFile.sweep(models);
    }

    /** Writes a file whole or not at all, as {@link WholeFile} does. */
    public static void writeWhole(Path file, byte[] bytes) throws IOException {
        WholeFile.write(file, bytes);
    }
}
