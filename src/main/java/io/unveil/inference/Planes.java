package io.unveil.inference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.unveil.autoencoder.Network;
import io.unveil.image.Pixels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.function.UnaryOperator;

/** Carries planes into the engine and back, one copy each way. */
final class Planes {
    /**
     * One buffer for each worker, as large as the largest tile it has met: a new one for each tile would pile up outside of the heap,
     * where the collector does not look.
     */
    private static final ThreadLocal<ByteBuffer> BUFFER = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(0));

    private Planes() {}

    /** What a pass of the network makes of interleaved planes; every tensor is gone when this returns. */
    static Pixels through(Network network, UnaryOperator<NDArray> pass, Pixels planes) {
        var shape = new ai.djl.ndarray.types.Shape(1, planes.height(), planes.width(), planes.channels());
        try (NDManager call = network.newCall()) {
            NDArray in = call.create(direct(planes.values()), shape, DataType.FLOAT32);
            NDArray out = pass.apply(in);
            float[] values = new float[Math.toIntExact(out.size())];
            FloatBuffer result =
                    out.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
            result.get(values);
            var made = out.getShape();
            return new Pixels((int) made.get(2), (int) made.get(1), (int) made.get(3), values);
        }
    }

    private static ByteBuffer direct(float[] values) {
        int bytes = Math.multiplyExact(values.length, Float.BYTES);
        if (BUFFER.get().capacity() < bytes) {
            BUFFER.set(ByteBuffer.allocateDirect(bytes));
        }
        ByteBuffer buffer = BUFFER.get().clear().limit(bytes).slice().order(ByteOrder.nativeOrder());
        buffer.asFloatBuffer().put(values);
        return buffer;
    }
}
