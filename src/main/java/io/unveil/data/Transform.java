package io.unveil.data;

import io.unveil.degradation.Draws;
import io.unveil.image.Size;
import java.util.Optional;

/** One change of an example on its way to the network. Samples stay at 8 bits, labels as they are. */
public sealed interface Transform permits Transform.Fixed, Transform.Random {
    /** The size of the result for this size; throws {@link UnusableData} where the transform cannot take it. */
    default Size size(Size in) {
        return in;
    }

    /** The channels of the result for these channels. */
    default int channels(int in) {
        return in;
    }

    /** The least size of a picture; empty where this transform sets no limit. */
    default Optional<Size> smallest() {
        return Optional.empty();
    }

    /** The example as it is learnt from. */
    Example inTraining(Example in, Draws draws);

    /** The example as it is measured with: without random changes. */
    Example inMeasuring(Example in);

    /** Does the same to every example, in training and in measuring. */
    sealed interface Fixed extends Transform permits Resize, Area, Standardise, Gray, InColour, MiddleCrop {
        Example apply(Example in);

        @Override
        default Example inTraining(Example in, Draws draws) {
            return apply(in);
        }

        @Override
        default Example inMeasuring(Example in) {
            return apply(in);
        }
    }

    /**
     * Draws its change anew for each example, and so makes many pictures of one. In measuring it changes nothing,
     * unless the class says otherwise.
     */
    sealed interface Random extends Transform permits RandomCrop, LooseCrop, Symmetries, Shift, Flip, Rotate, Exposure {
        @Override
        default Example inMeasuring(Example in) {
            return in;
        }
    }
}
