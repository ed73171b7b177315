package io.unveil.training;

import io.unveil.autoencoder.Architecture;
import io.unveil.model.Task;
import java.util.OptionalInt;

/** A lesson with only normal pictures, whose network scores how anomalous others are. */
sealed interface AnomalyLesson extends Lesson permits DefectLesson, InpaintingLesson, TurnLesson {
    @Override
    default Task task() {
        return Task.ANOMALY;
    }

    /** The network reads pictures. */
    @Override
    default int channels(Architecture net) {
        return net.inputs();
    }

    /** More than of other sets, because the held-out pictures give the scores of normal pictures. */
    @Override
    default int holdsOutEvery() {
        return 5;
    }

    @Override
    default OptionalInt mostHeldOut() {
        return OptionalInt.of(64);
    }
}
