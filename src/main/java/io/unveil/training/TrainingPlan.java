package io.unveil.training;

import ai.djl.Device;
import io.unveil.autoencoder.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One run of a training.
 *
 * @param recipe as it is run, overrides included
 * @param recipeText the recipe's file, stored beside the weights; checkpoints belong to it and the seed
 * @param data what {@link io.unveil.data.Dataset#read} takes
 * @param leaveOut names of pictures that are not learnt from
 * @param onlyClass where the data has classes, the only one to learn and validate with; empty = all
 * @param validation held-out pictures; without it some of the data are held out
 * @param fold the half of the data to learn from, the other one held out; empty = as usual
 * @param output the model folder
 * @param initFrom a model folder whose encoder's weights this training starts from, where names and shapes are the same
 * @param resume whether to continue from the checkpoint in the output, if there is one
 * @param command the command line, for the manifest
 * @param createdBy product and version
 */
public record TrainingPlan(
        Recipe recipe,
        String recipeText,
        List<String> data,
        Set<String> leaveOut,
        Optional<Integer> onlyClass,
        Optional<String> validation,
        Optional<Fold> fold,
        Path output,
        Precision precision,
        Device device,
        Budget budget,
        Optional<Path> initFrom,
        boolean resume,
        String command,
        String createdBy) {
    public TrainingPlan {
        data = List.copyOf(data);
        leaveOut = Set.copyOf(leaveOut);
    }

    /** A plan with all of the data, as usual. */
    public TrainingPlan(
            Recipe recipe,
            String recipeText,
            List<String> data,
            Optional<Integer> onlyClass,
            Optional<String> validation,
            Path output,
            Precision precision,
            Device device,
            Budget budget,
            Optional<Path> initFrom,
            boolean resume,
            String command,
            String createdBy) {
        this(
                recipe,
                recipeText,
                data,
                Set.of(),
                onlyClass,
                validation,
                Optional.empty(),
                output,
                precision,
                device,
                budget,
                initFrom,
                resume,
                command,
                createdBy);
    }

    /** The same without the pictures of these names. */
    public TrainingPlan leavingOut(Set<String> names) {
        return with(names, fold, output, budget);
    }

    /** The same with a part of the time or the steps. */
    public TrainingPlan within(double share) {
        return with(leaveOut, fold, output, budget.part(share));
    }

    /** The same on a half of the data, into a folder of its own, with a part of the time or the steps. */
    public TrainingPlan of(Fold half, Path folder, double share) {
        return with(leaveOut, Optional.of(half), folder, budget.part(share));
    }

    private TrainingPlan with(Set<String> without, Optional<Fold> half, Path folder, Budget part) {
        return new TrainingPlan(
                recipe,
                recipeText,
                data,
                without,
                onlyClass,
                validation,
                half,
                folder,
                precision,
                device,
                part,
                initFrom,
                resume,
                command,
                createdBy);
    }
}
