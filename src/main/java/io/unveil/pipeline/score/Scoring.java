package io.unveil.pipeline.score;

import io.unveil.anomaly.Appearance;
import io.unveil.anomaly.Box;
import io.unveil.image.Difference;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.inference.Deadline;
import io.unveil.inference.Inspection;
import io.unveil.inference.Model;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.model.ScoringMethod;
import io.unveil.model.ShippedModels;
import io.unveil.model.Task;
import io.unveil.pipeline.FittedPicture;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.TaskModels;
import io.unveil.pipeline.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Scores how anomalous pictures are, and where. Thread-safe. */
public final class Scoring {
    /** The shipped model, trained on surfaces that the program draws. */
    private static final String SHIPPED = ShippedModels.ANOMALY_SURFACES;

    /** With fewer normal pictures, the rarity of a score is a rough guess. */
    private static final int FEW = 20;

    private final Models models;

    public Scoring(Models models) {
        this.models = models;
    }

    /**
     * Scores a picture of any size. Colour becomes gray for a model of gray pictures, gray fills all channels of one of
     * colour. Throws {@link RefusedRequest} when the model is unknown, broken or for another task, when the picture has
     * less than 16 pixels a side, and when the deadline passes; {@link InvalidParameter} for a scoring or a view that
     * the model does not have, and where no model is named and there are several.
     */
    public Scored score(Picture picture, ScoreOptions options, Deadline deadline) {
        Model model = models.require(options.model().orElseGet(this::usual), Task.ANOMALY);
        Inspection.Scoring scoring = scoring(model, options.scoring());
        options.view().ifPresent(view -> requireView(view, model));
        long asked = System.nanoTime();
        FittedPicture fitting = FittedPicture.of(picture, model);
        InspectionResult inspected = inspect(fitting, model, scoring.method(), deadline);
        ScoreScale scale = ScoreScale.of(scoring);
        double threshold = options.threshold()
                .map(least -> least.of(scoring, model.name()))
                .orElse(scoring.calibration().isPresent() ? ScoreOptions.USUAL : ScoreOptions.UNCALIBRATED);
        Optional<Double> distance = inspection(model)
                .familiarity()
                .map(known -> known.distance(Appearance.of(fitting.picture(), fitting.channels())));
        Scored.Verdict verdict = verdict(picture, inspected, scoring, scale, threshold, distance);
        Optional<Picture> repaired = inspected.repaired().map(pixels -> likeInput(fitting, pixels));
        Optional<Picture> view =
                options.view().map(one -> view(one, fitting.picture(), inspected, repaired, scale, threshold));
        Timing timing = Timing.since(asked, inspected.queue());
        deadline.check();
        return new Scored(
                picture,
                view,
                model.name(),
                model.device(),
                scoring.method(),
                inspected.taken(),
                verdict,
                new ScoreMap(inspected.map(), scale),
                steps(fitting, inspected, scoring, inspector(model).steps()),
                notes(fitting, inspected, scoring, model, distance),
                repaired.map(one -> Difference.between(fitting.picture(), one)),
                timing);
    }

    /** A model's result for a picture, for calibration and evaluation; throws as {@link #score} does. */
    public InspectionResult inspect(Picture picture, String name, ScoringMethod method, Deadline deadline) {
        Model model = models.require(name, Task.ANOMALY);
        return inspect(FittedPicture.of(picture, model), model, method, deadline);
    }

    /**
     * A scoring of a model by its word, the usual one without a word; throws {@link RefusedRequest}, and
     * {@link InvalidParameter} for a scoring that the model does not have.
     */
    public ScoringMethod method(String name, Optional<String> word) {
        return scoring(models.require(name, Task.ANOMALY), word).method();
    }

    /** A model's results for a picture by some of its scorings, in one pass; throws as {@link #score} does. */
    Map<ScoringMethod, InspectionResult> inspect(
            Picture picture, String name, List<ScoringMethod> methods, Deadline deadline) {
        Model model = models.require(name, Task.ANOMALY);
        return inspector(model).inspect(FittedPicture.of(picture, model), methods, deadline);
    }

    /** A model's results for a picture by each available scoring, in order; throws as {@link #score} does. */
    public Map<ScoringMethod, InspectionResult> inspectAll(Picture picture, String name, Deadline deadline) {
        Model model = models.require(name, Task.ANOMALY);
        List<ScoringMethod> methods = usable(inspection(model)).stream()
                .map(Inspection.Scoring::method)
                .toList();
        return inspect(picture, name, methods, deadline);
    }

    /** The scorings of a model, the usual one first; throws {@link RefusedRequest}. */
    public List<ScoringMethod> scorings(String name) {
        return inspection(models.require(name, Task.ANOMALY)).scorings().stream()
                .map(Inspection.Scoring::method)
                .toList();
    }

    private static InspectionResult inspect(
            FittedPicture fitting, Model model, ScoringMethod method, Deadline deadline) {
        return Objects.requireNonNull(
                inspector(model).inspect(fitting, List.of(method), deadline).get(method));
    }

    private static Inspector inspector(Model model) {
        Inspection inspection = inspection(model);
        return switch (inspection.answer()) {
            case TURN -> new WholeInspector(model, inspection);
            case HIDDEN_CELLS -> new InpaintingInspector(model);
            case DEFECT, PICTURE, PICTURE_AND_DEFECT, CORRECTION_AND_DEFECT -> new DefectInspector(model);
        };
    }

    /** All scorings, without those that sum others which were never calibrated. */
    private static List<Inspection.Scoring> usable(Inspection inspection) {
        boolean whole = WholeScore.of(inspection).isPresent();
        return inspection.scorings().stream()
                .filter(one -> whole || one.method() != ScoringMethod.WHOLE)
                .toList();
    }

    private static void requireView(AnomalyView view, Model model) {
        if (view == AnomalyView.RECONSTRUCTION && !inspector(model).repairs()) {
            throw new InvalidParameter(
                    "view",
                    "reconstruction",
                    "'heatmap', 'overlay' or 'mask': model '%s' marks anomalous places, but has no reconstruction"
                            .formatted(model.name()));
        }
    }

    /**
     * The shipped model, even broken, because nobody should get another model's verdict without asking; where it is
     * missing, the only one that there is.
     */
    private String usual() {
        return models.find(SHIPPED).isPresent()
                ? SHIPPED
                : new TaskModels(models, Task.ANOMALY).only("model that scores anomalies");
    }

    private static Inspection inspection(Model model) {
        return model.card()
                .inspection()
                .orElseThrow(() -> new RefusedRequest(
                        RefusedRequest.Reason.MODEL_UNAVAILABLE,
                        "the manifest of model '%s' does not say how to read its answers".formatted(model.name())));
    }

    private static Inspection.Scoring scoring(Model model, Optional<String> requested) {
        List<Inspection.Scoring> known = inspection(model).scorings();
        if (requested.isEmpty()) {
            return usable(inspection(model)).get(0);
        }
        return known.stream()
                .filter(one -> one.method().word().equals(requested.get()))
                .findFirst()
                .orElseThrow(() -> new InvalidParameter(
                        "scoring",
                        requested.get(),
                        "of model '%s' one of %s"
                                .formatted(
                                        model.name(),
                                        known.stream()
                                                .map(one -> one.method().word())
                                                .collect(Collectors.joining(", ")))));
    }

    private static Scored.Verdict verdict(
            Picture picture,
            InspectionResult inspected,
            Inspection.Scoring scoring,
            ScoreScale scale,
            double threshold,
            Optional<Double> distance) {
        List<Scored.Place> boxes = Box.of(inspected.map(), scale.place(threshold), picture.size()).stream()
                .map(box -> new Scored.Place(box, scale.ofPlace(box.peak())))
                .toList();
        return new Scored.Verdict(
                scale.ofPicture(inspected.score()),
                threshold,
                inspected.score(),
                scoring.calibration()
                        .filter(calibration ->
                                distance.map(Scored.Verdict::isFamiliar).orElse(true))
                        .map(calibration -> 1 - threshold),
                distance,
                boxes);
    }

    private static Picture likeInput(FittedPicture fitting, Pixels planes) {
        Picture picture = fitting.picture();
        return picture.with(Resampling.resized(fitting.fromPlanes(planes), picture.size()));
    }

    private static Picture view(
            AnomalyView view,
            Picture picture,
            InspectionResult inspected,
            Optional<Picture> repaired,
            ScoreScale scale,
            double threshold) {
        return view == AnomalyView.RECONSTRUCTION
                ? repaired.orElseThrow()
                : new MapView(picture, inspected.map(), scale, threshold).of(view);
    }

    private static List<String> steps(
            FittedPicture fitting, InspectionResult inspected, Inspection.Scoring scoring, List<String> before) {
        List<String> steps = new ArrayList<>(fitting.steps());
        if (fitting.resized().isEmpty()
                && !inspected.taken().equals(fitting.picture().size())) {
            steps.add("resize");
        }
        steps.addAll(before);
        steps.add(scoring.method().word());
        return steps;
    }

    private static List<String> notes(
            FittedPicture fitting,
            InspectionResult inspected,
            Inspection.Scoring scoring,
            Model model,
            Optional<Double> distance) {
        List<String> notes = new ArrayList<>(fitting.notes());
        Picture picture = fitting.picture();
        if (picture.channels() < fitting.channels()) {
            notes.add("the model is for colour pictures: the gray was repeated in all three channels");
        }
        if (fitting.resized().isEmpty() && !inspected.taken().equals(picture.size())) {
            notes.add("the picture of %s was read at %s, the area that the model knows"
                    .formatted(picture.size(), inspected.taken()));
        }
        if (inspection(model).nearChance()) {
            notes.add(
                    "model '%s' has learnt nearly nothing: it marks defects little better than chance. Do not rely on the verdict; train it longer, or with more pictures"
                            .formatted(model.name()));
        }
        distance.filter(far -> !Scored.Verdict.isFamiliar(far))
                .ifPresent(far -> notes.add(String.format(
                        Locale.ROOT,
                        "the picture does not look like the normal ones that model '%s' knows (distance %.1f, familiar up to 1): it may show another product, or other light. Its score is not calibrated",
                        model.name(),
                        far)));
        scoring.calibration()
                .filter(by -> by.pictures() < FEW)
                .ifPresent(by -> notes.add(
                        "model '%s' was calibrated with %d normal pictures only: the false-alarm rate is a rough guess (calibrate --model %1$s --data DIR)"
                                .formatted(model.name(), by.pictures())));
        if (scoring.calibration().isEmpty()) {
            notes.add(
                    "model '%s' was never calibrated for scoring '%s': the score is not a share of normal pictures, the threshold is a guess (calibrate --model %1$s --data DIR)"
                            .formatted(model.name(), scoring.method().word()));
        }
        return notes;
    }
}
