package io.unveil.autoencoder.layer;

import ai.onnx.proto.OnnxMl.AttributeProto;
import com.google.protobuf.ByteString;
import io.unveil.recipe.Extent;
import java.util.stream.IntStream;

/** Attributes of ONNX nodes. */
public final class OnnxAttribute {
    private OnnxAttribute() {}

    public static AttributeProto of(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto of(String name, double value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF((float) value)
                .build();
    }

    static AttributeProto of(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    /** Rows, then columns. */
    static AttributeProto of(String name, Extent extent) {
        return list(name, extent.height(), extent.width());
    }

    /** As much at the end of an axis as at its beginning. */
    static AttributeProto pads(Extent padding) {
        return pads(padding, padding);
    }

    /** Padding before the first row and column, and after the last. */
    static AttributeProto pads(Extent first, Extent last) {
        return list("pads", first.height(), first.width(), last.height(), last.width());
    }

    private static AttributeProto list(String name, int... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(() -> IntStream.of(values).asLongStream().iterator())
                .build();
    }
}
