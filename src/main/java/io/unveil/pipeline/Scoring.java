package io.unveil.pipeline;

import io.unveil.anomaly.Box;
import io.unveil.image.Difference;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.inference.Deadline;
import io.unveil.inference.Inspection;
import io.unveil.inference.Model;
import io.unveil.inference.Models;
import io.unveil.inference.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says how anomalous pictures are, and where. Safe for many threads. */
public final class Scoring {
    /** The model that ships, on surfaces that the program draws. */
    private static final List<String> SHIPPED = List.of("anomaly-surfaces");

    private static final String TASK = "anomaly";

    private final Models models;
    private final TaskModels anomalies;

    public Scoring(Models models) {
        this.models = models;
        this.anomalies = new TaskModels(models, TASK);
    }

    /**
     * Scores a picture of any size. Colour becomes gray for a model of gray pictures, gray fills all channels of one of colour. Throws {@link Refused} when
     * the model is unknown, broken or for another task, and when the deadline passes; {@link InvalidParameter} for a scoring or a view that the model does not have.
     */
    public Scored score(Picture picture, ScoreWish wish, Deadline deadline) {
        Model model =
                anomalies.require(name(wish.model(), picture), picture.channels() == 3 ? picture.inGray() : picture);
        Inspection.Scoring scoring = scoring(model, wish.scoring());
        long asked = System.nanoTime();
        Fitting fitting = Fitting.of(picture, model);
        Inspected inspected = inspect(fitting, model, scoring, deadline);
        Scale scale = Scale.of(scoring);
        double threshold =
                wish.threshold().orElse(scoring.calibration().isPresent() ? ScoreWish.USUAL : ScoreWish.UNCALIBRATED);
        Scored.Verdict verdict = verdict(picture, inspected, scoring, scale, threshold);
        Optional<Picture> repaired = inspected.repaired().map(pixels -> likeInput(fitting, pixels));
        Picture view = view(wish.view(), model, fitting, inspected, repaired, scale, threshold);
        Timing timing = Timing.since(asked, inspected.queue());
        deadline.check();
        return new Scored(
                view,
                model.name(),
                model.device(),
                scoring.name(),
                inspected.taken(),
                verdict,
                steps(fitting, inspected, scoring, inspector(model).steps()),
                notes(fitting, scoring, model),
                repaired.map(one -> Difference.between(fitting.picture(), one)),
                timing);
    }

    /** What a model finds on a picture, for those who calibrate and measure; throws as {@link #score} does. */
    public Inspected inspect(Picture picture, String name, Optional<String> scoring, Deadline deadline) {
        Model model = models.require(name, TASK);
        return inspect(Fitting.of(picture, model), model, scoring(model, scoring), deadline);
    }

    /** What a model finds on a picture by each of its scorings that can be told, in order; throws as {@link #score} does. */
    public Map<String, Inspected> inspectAll(Picture picture, String name, Deadline deadline) {
        Model model = models.require(name, TASK);
        List<ScoringMethod> methods = usable(inspection(model)).stream()
                .map(one -> ScoringMethod.of(one.name()))
                .toList();
        Map<String, Inspected> all = new LinkedHashMap<>();
        inspector(model)
                .inspect(planes(Fitting.of(picture, model)), methods, deadline)
                .forEach((method, found) -> all.put(method.word(), found));
        return all;
    }

    /** The scorings of a model, the usual one first; throws {@link Refused}. */
    public List<String> scorings(String name) {
        return inspection(models.require(name, TASK)).scorings().stream()
                .map(Inspection.Scoring::name)
                .toList();
    }

    private static Inspected inspect(Fitting fitting, Model model, Inspection.Scoring scoring, Deadline deadline) {
        ScoringMethod method = ScoringMethod.of(scoring.name());
        Map<ScoringMethod, Inspected> found = inspector(model).inspect(planes(fitting), List.of(method), deadline);
        return Objects.requireNonNull(found.get(method));
    }

    private static Pixels planes(Fitting fitting) {
        return fitting.planes(fitting.source().pixels());
    }

    private static Inspector inspector(Model model) {
        Inspection inspection = inspection(model);
        return switch (inspection.answer()) {
            case WholeInspector.ANSWER -> new WholeInspector(model, inspection);
            case InpaintingInspector.ANSWER -> new InpaintingInspector(model);
            default -> new DefectInspector(model, inspection.answer());
        };
    }

    /** All scorings, less those that add up others which were never calibrated. */
    private static List<Inspection.Scoring> usable(Inspection inspection) {
        boolean whole = WholeScore.of(inspection).isPresent();
        return inspection.scorings().stream()
                .filter(one -> whole || !one.name().equals(ScoringMethod.WHOLE.word()))
                .toList();
    }

    private String name(Optional<String> wished, Picture picture) {
        return wished.or(() -> anomalies.fitting(SHIPPED, picture))
                .orElseThrow(() -> new Refused(
                        Refused.Reason.UNKNOWN_MODEL, "there is no model that scores anomalies among the models"));
    }

    private static Inspection inspection(Model model) {
        return model.card()
                .inspection()
                .orElseThrow(() -> new Refused(
                        Refused.Reason.MODEL_UNAVAILABLE,
                        "the manifest of model '%s' does not say how it is to be read".formatted(model.name())));
    }

    private static Inspection.Scoring scoring(Model model, Optional<String> wished) {
        List<Inspection.Scoring> known = inspection(model).scorings();
        if (wished.isEmpty()) {
            return usable(inspection(model)).get(0);
        }
        return known.stream()
                .filter(one -> one.name().equals(wished.get()))
                .findFirst()
                .orElseThrow(() -> new InvalidParameter(
                        "scoring",
                        wished.get(),
                        "of model '%s' one of %s"
                                .formatted(
                                        model.name(),
                                        known.stream()
                                                .map(Inspection.Scoring::name)
                                                .collect(Collectors.joining(", ")))));
    }

    private static Scored.Verdict verdict(
            Picture picture, Inspected inspected, Inspection.Scoring scoring, Scale scale, double threshold) {
        List<Scored.Place> boxes = Box.of(inspected.map(), scale.place(threshold), picture.size()).stream()
                .map(box -> new Scored.Place(box, scale.ofPlace(box.peak())))
                .toList();
        return new Scored.Verdict(
                scale.ofPicture(inspected.score()),
                threshold,
                inspected.score(),
                scoring.calibration().map(calibration -> 1 - threshold),
                boxes);
    }

    private static Picture likeInput(Fitting fitting, Pixels planes) {
        Picture picture = fitting.picture();
        return picture.with(Resampling.resized(fitting.fromPlanes(planes), picture.size()));
    }

    private static Picture view(
            View view,
            Model model,
            Fitting fitting,
            Inspected inspected,
            Optional<Picture> repaired,
            Scale scale,
            double threshold) {
        if (view == View.RECONSTRUCTION) {
            return repaired.orElseThrow(() -> new InvalidParameter(
                    "view",
                    "reconstruction",
                    "'heatmap', 'overlay' or 'mask': model '%s' tells where a picture is anomalous, not what it should be"
                            .formatted(model.name())));
        }
        return new MapView(fitting.picture(), inspected.map(), scale, threshold).of(view);
    }

    private static List<String> steps(
            Fitting fitting, Inspected inspected, Inspection.Scoring scoring, List<String> before) {
        List<String> steps = new ArrayList<>(fitting.steps());
        if (fitting.resized().isEmpty()
                && !inspected.taken().equals(fitting.picture().size())) {
            steps.add("resize");
        }
        steps.addAll(before);
        steps.add(scoring.name());
        return steps;
    }

    private static List<String> notes(Fitting fitting, Inspection.Scoring scoring, Model model) {
        List<String> notes = new ArrayList<>(fitting.notes());
        if (scoring.calibration().isEmpty()) {
            notes.add(
                    "model '%s' was never calibrated for scoring '%s': the score is no share of normal pictures, the threshold is a guess (calibrate --model %1$s --data DIR)"
                            .formatted(model.name(), scoring.name()));
        }
        return notes;
    }
}
