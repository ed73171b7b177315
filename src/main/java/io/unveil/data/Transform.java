package io.unveil.data;

import io.unveil.degradation.Draws;
import io.unveil.image.Size;
import java.util.Optional;

/** One thing that is done to an example on its way to the network. Samples stay at 8 bits, labels as they are. */
public sealed interface Transform permits Transform.Fixed, Transform.Random {
    /** The size that comes of this size; throws {@link UnusableData} where it cannot be done. */
    default Size size(Size in) {
        return in;
    }

    /** The channels that come of so many. */
    default int channels(int in) {
        return in;
    }

    /** What a picture must at least measure; empty where that is not for this transform to say. */
    default Optional<Size> smallest() {
        return Optional.empty();
    }

    /** What an example becomes that is learnt from. */
    Example inTraining(Example in, Draws draws);

    /** What an example becomes that is measured with: nothing is left to chance. */
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
     * Draws anew what it does to each example, and so makes many pictures of one; in measuring it does nothing, or what
     * is said there.
     */
    sealed interface Random extends Transform permits RandomCrop, LooseCrop, Symmetries, Shift, Flip, Rotate, Exposure {
        @Override
        default Example inMeasuring(Example in) {
            return in;
        }
    }
}
