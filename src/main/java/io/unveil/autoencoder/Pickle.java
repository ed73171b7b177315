package io.unveil.autoencoder;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The few opcodes of Python's pickle protocol 2 (PEP 307) that a TorchScript module needs: an object of class
 * {@code __torch__.M} and its state, a mapping.
 */
final class Pickle {
    static final byte FALSE = (byte) 0x89;
    private static final byte EMPTY_TUPLE = ')';
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Pickle() {
        write(0x80, 2); // protocol 2
    }

    static byte[] emptyTuple() {
        return new Pickle().write(EMPTY_TUPLE, '.').out.toByteArray();
    }

    Pickle module() {
        return global("__torch__", "M")
                .write(EMPTY_TUPLE, 0x81, '}', '('); // new object of the class; its state: a mapping, and a mark
    }

    Pickle entry(String key, int constant) {
        return text(key).write(constant);
    }

    /** A contiguous float vector whose numbers are the archive's entry {@code data/0}. */
    Pickle tensor(String key, int length) {
        text(key).global("torch._utils", "_rebuild_tensor_v2").write('(');
        write('(')
                .text("storage")
                .global("torch", "FloatStorage")
                .text("0")
                .text("cpu")
                .integer(length)
                .write('t', 'Q');
        integer(0).write('(').integer(length).write('t');
        write('(').integer(1).write('t', FALSE);
        global("collections", "OrderedDict").write(EMPTY_TUPLE, 'R');
        return write('t', 'R');
    }

    /** Puts all entries since the mark into the state at once: older readers know no other way. */
    byte[] end() {
        return write('u', 'b', '.').out.toByteArray();
    }

    private Pickle global(String module, String name) {
        write('c');
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    private Pickle text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return write('X').int32(bytes.length).raw(bytes);
    }

    private Pickle integer(int value) {
        return write('J').int32(value);
    }

    private Pickle int32(int value) {
        return raw(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }

    private Pickle raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    private Pickle write(int... opcodes) {
        for (int opcode : opcodes) {
            out.write(opcode);
        }
        return this;
    }
}
