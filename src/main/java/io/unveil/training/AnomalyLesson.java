package io.unveil.training;

import io.unveil.autoencoder.Architecture;
import io.unveil.model.Task;
import java.util.OptionalInt;

/** A lesson of normal pictures alone, whose network tells how anomalous others are. */
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

    /** More than of other sets: what is held out tells what normal pictures come to. */
    @Override
    default int holdsOutEvery() {
        return 5;
    }

    @Override
    default OptionalInt mostHeldOut() {
        return OptionalInt.of(64);
    }
}
