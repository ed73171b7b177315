package io.unveil.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Single-precision numbers as the bytes that safetensors and TorchScript files hold. */
public final class LittleEndian {
    private LittleEndian() {}

    public static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
        buffer.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
        return buffer.array();
    }

    static float[] floats(ByteBuffer bytes) {
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
