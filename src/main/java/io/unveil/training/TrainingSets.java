package io.unveil.training;

import io.unveil.autoencoder.layer.Sides;
import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.data.Split;
import io.unveil.model.Manifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The data of one or more trainings, read once and as they came: those who calibrate bring them to the network's area
 * and contrast themselves.
 *
 * @param sets what is learnt from
 * @param validation what is validated with; empty where some of the sets are held out for it
 */
public record TrainingSets(List<Dataset> sets, Optional<Dataset> validation) {
    /** Of fewer normal pictures a fifth is too little to say what is rare. */
    private static final int FEW = 40;

    /** A fifth of as many, or {@link AnomalyLesson#mostHeldOut} of them, says what is rare. */
    private static final int MANY = 1000;

    public TrainingSets {
        sets = List.copyOf(sets);
    }

    /**
     * Reads what a plan names.
     *
     * @throws io.unveil.data.UnusableData when there is nothing to train on
     * @throws IOException when a file cannot be read
     */
    public static TrainingSets read(TrainingPlan plan) throws IOException {
        List<Dataset> sets = new ArrayList<>();
        for (String data : plan.data()) {
            sets.add(read(data, DatasetPart.TRAINING, plan));
        }
        Optional<Dataset> validation = plan.validation().isPresent()
                ? Optional.of(read(plan.validation().get(), DatasetPart.TEST, plan))
                : Optional.empty();
        return new TrainingSets(
                plan.leaveOut().isEmpty() ? sets : List.of(Dataset.join(sets).leavingOut(plan.leaveOut())), validation);
    }

    private static Dataset read(String data, DatasetPart part, TrainingPlan plan) throws IOException {
        Recipe recipe = plan.recipe();
        Dataset set =
                Dataset.read(data, part, recipe.channels(), recipe.transforms().smallest());
        return plan.onlyClass().map(set::ofClass).orElse(set);
    }

    /** All examples to learn from. */
    public Dataset all() {
        return Dataset.join(sets);
    }

    /** What a training validates with, and learns nothing from unless {@link #learnsFromAll}. */
    public Dataset heldOut(TrainingPlan plan) {
        return TrainingData.split(plan, this).heldOut();
    }

    /**
     * Whether a training learns from all of its examples, those that it validates with as well: normal pictures that
     * are few. Others would be missed, and those held out would be too few to say what is rare.
     */
    public boolean learnsFromAll(TrainingPlan plan) {
        return plan.recipe().lesson().inspection().isPresent()
                && validation.isEmpty()
                && plan.fold().isEmpty()
                && isFew();
    }

    /** Whether there are so few normal pictures that none is held out of a training. */
    boolean isFew() {
        return all().count() < FEW;
    }

    /**
     * Whether a training is followed by two more, which score the pictures that it has learnt from (cross-fitting): of
     * normal pictures, unless others are given for validation or there are so many that those held out are enough.
     */
    public boolean crossFits(TrainingPlan plan) {
        return plan.recipe().lesson().inspection().isPresent()
                && validation.isEmpty()
                && plan.fold().isEmpty()
                && all().count() < MANY;
    }

    /**
     * All normal pictures in the order of cross-fitting: those held out of all trainings, then those that a training
     * learns from.
     */
    public Dataset inOrder(TrainingPlan plan) {
        if (learnsFromAll(plan)) {
            return all();
        }
        Split split = TrainingData.split(plan, this);
        return Dataset.join(List.of(split.heldOut(), split.training())).named(all().name());
    }

    List<Manifest.DataSet> described() {
        return sets.stream().map(Dataset::set).toList();
    }

    /** Of one area, brightness and contrast where the network reads pictures so. */
    TrainingSets brought(Recipe recipe) {
        return new TrainingSets(
                sets.stream().map(set -> brought(set, recipe)).toList(), validation.map(set -> brought(set, recipe)));
    }

    private static Dataset brought(Dataset set, Recipe recipe) {
        return recipe.net().sides() instanceof Sides.Area area
                ? set.standardised(area.side()).kept()
                : set;
    }
}
