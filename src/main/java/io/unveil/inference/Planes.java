package io.unveil.inference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.unveil.autoencoder.Edges;
import io.unveil.autoencoder.Network;
import io.unveil.image.Pixels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Carries planes into the engine and back, one copy each way. */
final class Planes {
    /**
     * One buffer for each worker, as large as the largest tile it has met: new ones for each tile would pile up outside
     * of the heap, which does not trigger garbage collection.
     */
    private static final ThreadLocal<ByteBuffer> BUFFER = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(0));

    private Planes() {}

    /** The network's output for interleaved planes; every tensor is freed when this returns. */
    static Pixels through(Network network, UnaryOperator<NDArray> pass, Pixels planes) {
        return through(network, pass, List.of(planes)).get(0);
    }

    /** The same for a tile; where the network computes only its inner part, zeros stand around that. */
    static Pixels inner(Network network, Pixels planes, Edges edges) {
        Pixels part = through(network, in -> network.run(in, edges), planes);
        if (part.size().equals(planes.size())) {
            return part;
        }
        int channels = part.channels();
        Network.Missing missing = network.missing(edges);
        float[] values = new float[planes.width() * planes.height() * channels];
        for (int y = 0; y < part.height(); y++) {
            int to = (y + missing.rows()) * planes.width() + missing.columns();
            System.arraycopy(
                    part.values(), y * part.width() * channels, values, to * channels, part.width() * channels);
        }
        return new Pixels(planes.width(), planes.height(), channels, values);
    }

    /** The same for several inputs of one size and number of channels, in one call of the engine. */
    static List<Pixels> through(Network network, UnaryOperator<NDArray> pass, List<Pixels> batch) {
        Pixels first = batch.get(0);
        var shape = new ai.djl.ndarray.types.Shape(batch.size(), first.height(), first.width(), first.channels());
        try (NDManager call = network.newCall()) {
            NDArray in = call.create(direct(batch), shape, DataType.FLOAT32);
            NDArray out = pass.apply(in);
            FloatBuffer result =
                    out.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
            var made = out.getShape();
            List<Pixels> all = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                float[] values = new float[Math.toIntExact(out.size() / batch.size())];
                result.get(values);
                all.add(new Pixels((int) made.get(2), (int) made.get(1), (int) made.get(3), values));
            }
            return all;
        }
    }

    private static ByteBuffer direct(List<Pixels> batch) {
        int bytes = Math.multiplyExact(batch.size() * batch.get(0).values().length, Float.BYTES);
        if (BUFFER.get().capacity() < bytes) {
            BUFFER.set(ByteBuffer.allocateDirect(bytes));
        }
        ByteBuffer buffer = BUFFER.get().clear().limit(bytes).slice().order(ByteOrder.nativeOrder());
        FloatBuffer values = buffer.asFloatBuffer();
        batch.forEach(planes -> values.put(planes.values()));
        return buffer;
    }
}
