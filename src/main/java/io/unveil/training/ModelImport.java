package io.unveil.training;

import ai.djl.Device;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.Weights;
import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.file.Digests;
import io.unveil.file.Safetensors;
import io.unveil.model.Manifest;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Imports weights that were trained on another machine with a step of {@link StepExport}.
 *
 * @param recipe the recipe's file that the step was exported from
 * @param weights a safetensors file
 * @param provenance the driver's record of the training, {@code provenance.json}
 * @param output the model folder to write, which is not there yet
 * @param validation what {@link Dataset#read} takes, to measure with; without it the manifest has no figures
 * @param command the command line, for the manifest
 * @param createdBy product and version
 */
public record ModelImport(
        Path recipe,
        Path weights,
        Path provenance,
        Path output,
        Optional<String> validation,
        String command,
        String createdBy) {
    /**
     * Checks everything, then writes the folder at once; gives its manifest.
     *
     * @throws RefusedImport when recipe, weights and provenance do not belong together, or the output exists
     * @throws CannotTravel when weights of such a recipe cannot have been trained elsewhere
     * @throws io.unveil.recipe.BadRecipe when the recipe has faults
     * @throws io.unveil.data.UnusableData when the validation set has nothing to measure with
     */
    public Manifest run() throws IOException {
        if (Files.exists(output)) {
            throw new RefusedImport("%s already exists: name another folder, or remove it".formatted(output));
        }
        String text = Files.readString(recipe);
        TrainedElsewhere training = TrainedElsewhere.read(provenance);
        Recipe read = Recipe.read(recipe.toString(), text).withSeed(training.seed());
        StepExport.check(read);
        byte[] file = Files.readAllBytes(weights);
        check(recipe, text.getBytes(StandardCharsets.UTF_8), training.recipe());
        float[] vector = vector(read, file);
        check(weights, file, training.weights());
        Manifest manifest = Manifests.of(
                output,
                LocalDate.parse(training.finished()),
                read,
                text,
                vector,
                read.lesson().inspection(),
                figures(read, vector, training),
                training.provenance(),
                createdBy);
        new ModelFolder(manifest, read.net(), vector, text).writeNew(output);
        return manifest;
    }

    private void check(Path file, byte[] bytes, String expected) {
        String found = Digests.sha256(bytes);
        if (!found.equals(expected)) {
            throw new RefusedImport(
                    "%s has SHA-256 %s, but %s says %s: they do not belong to one training, or a file was changed"
                            .formatted(file, found, provenance, expected));
        }
    }

    private float[] vector(Recipe read, byte[] file) {
        try {
            return Weights.vector(read.net(), file);
        } catch (Safetensors.Malformed e) {
            throw new RefusedImport("%s: %s".formatted(weights, e.getMessage()));
        }
    }

    /** Measured here, in single precision on the processor, whatever the weights were trained on. */
    private List<Manifest.Figure> figures(Recipe read, float[] vector, TrainedElsewhere training) throws IOException {
        if (validation.isEmpty()) {
            return List.of();
        }
        Dataset set = Dataset.read(
                validation.get(),
                DatasetPart.TEST,
                read.channels(),
                read.transforms().smallest());
        if (training.data().stream()
                .anyMatch(learnt -> learnt.digest().equals(set.set().digest()))) {
            throw new RefusedImport(
                    "%s is what the model has learnt from: validate with other pictures".formatted(validation.get()));
        }
        Dataset heldOut = set.first(TrainingData.mostHeldOut(set));
        Validation measured = new Validation(read, heldOut, Precision.FP32, Device.cpu());
        return Manifests.figures(measured.look(vector), read, command);
    }
}
