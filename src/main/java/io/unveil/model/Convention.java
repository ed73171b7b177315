package io.unveil.model;

import io.unveil.autoencoder.layer.Sides;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Turn;

/**
 * What a network reads and what its answer means: the same in training, in serving and in descriptions. Training
 * chooses it by the lesson, everything else by the manifest. Kinds that read more than a picture, such as the noise
 * level or the hole, have a method {@code planes(picture, given)} for it.
 */
public sealed interface Convention
        permits ResidualNoise, HoleCorrection, StandardisedReading, TurnOdds, PlainPicture, PictureMeasure {
    /** The channels and the size in which it reads pictures. */
    InputForm form();

    /** The values that planes are made from: the picture in the network's form, in [0, 1]. */
    default Pixels prepared(Picture picture) {
        return form().of(picture);
    }

    /**
     * The planes of a prepared picture without further knowledge, for descriptions: noise of sigma 25, no hole, nothing
     * hidden, no turn.
     */
    Pixels planes(Pixels prepared);

    /** The planes and the answer in words. */
    Signature signature();

    /**
     * The convention of a model.
     *
     * @throws IllegalArgumentException where task, answer and planes do not fit together
     */
    static Convention of(Manifest manifest) {
        int inputs = manifest.inputs();
        int outputs = manifest.outputs();
        InputForm whole = new InputForm(inputs, manifest.sides());
        return switch (manifest.task()) {
            case DENOISE -> new ResidualNoise(new InputForm(outputs, manifest.sides()), inputs - outputs);
            case FILL -> {
                require(inputs == outputs + 1, manifest, "one plane more than it answers, that of the hole");
                yield new HoleCorrection(new InputForm(outputs, manifest.sides()));
            }
            case AUTOENCODE -> {
                require(inputs == outputs, manifest, "as many planes as it answers");
                yield new PlainPicture(whole);
            }
            case REGRESS -> {
                require(outputs == 1, manifest, "a picture and answers one number");
                yield new PictureMeasure(whole);
            }
            case ANOMALY -> ofAnomalies(manifest, whole);
        };
    }

    private static Convention ofAnomalies(Manifest manifest, InputForm form) {
        Answer answer = manifest.inspection()
                .orElseThrow(() -> new IllegalArgumentException("the task is anomaly, but there is no inspection"))
                .answer();
        return switch (answer) {
            case DEFECT, PICTURE, PICTURE_AND_DEFECT, CORRECTION_AND_DEFECT -> {
                Defects defects = new Defects(form, answer);
                require(
                        manifest.outputs() == defects.outputs(),
                        manifest,
                        "a picture and answers %s in %d planes".formatted(answer.word(), defects.outputs()));
                yield defects;
            }
            case HIDDEN_CELLS -> {
                require(manifest.inputs() == manifest.outputs(), manifest, "as many planes as it answers");
                yield new HiddenCells(form);
            }
            case TURN -> {
                require(
                        manifest.outputs() == Turn.ALL.size() && form.sides() instanceof Sides.Fixed,
                        manifest,
                        "pictures of one size and answers %d planes".formatted(Turn.ALL.size()));
                yield new TurnOdds(form);
            }
        };
    }

    private static void require(boolean fits, Manifest manifest, String reads) {
        if (!fits) {
            throw new IllegalArgumentException("a network for %s reads %s, but this one has %d inputs and %d outputs"
                    .formatted(manifest.task().word(), reads, manifest.inputs(), manifest.outputs()));
        }
    }
}
