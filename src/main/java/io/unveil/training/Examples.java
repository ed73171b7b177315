package io.unveil.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.unveil.data.Loader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Gives the tensors of each step; they depend only on the recipe's seed and the step. Buffers are direct and reused at
 * each step: new ones would stay in memory until the next garbage collection, which comes late because the heap is
 * hardly used.
 */
interface Examples {
    /**
     * The tensors that {@link Lesson#tensors} names, of this step; those of the step before become invalid. They belong
     * to the call.
     */
    List<NDArray> ofStep(long step, NDManager call);

    /** The loader's batch as a tensor of the call: (N, H, W, C), 8 bit. */
    static NDArray clean(Loader loader, NDManager call) {
        return call.create(
                loader.samples(),
                new Shape(loader.batch(), loader.size().height(), loader.size().width(), loader.channels()),
                DataType.UINT8);
    }

    /** This many bytes outside of the heap. */
    static ByteBuffer bytes(int count) {
        return ByteBuffer.allocateDirect(count).order(ByteOrder.nativeOrder());
    }

    /** This many numbers outside of the heap, in the engine's byte order. */
    static FloatBuffer floats(int count) {
        return bytes(count * Float.BYTES).asFloatBuffer();
    }
}
