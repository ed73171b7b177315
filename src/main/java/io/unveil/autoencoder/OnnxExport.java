package io.unveil.autoencoder;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.unveil.autoencoder.layer.OnnxGraph;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.Sides;
import java.util.List;

/**
 * A network and its weights as one ONNX file, for ONNX Runtime and other hosts (github.com/onnx/onnx, docs/IR.md). One
 * input (N, inputs, H, W) and one output (N, outputs, H', W'), both in single precision; the number of pictures is
 * free, and so are the sides, except in a network of one size. Sides that the total stride does not divide are mirrored
 * at the lower and right edge to whole strides, as tiles are, and the output is cut to the size of the input.
 */
public final class OnnxExport {
    /** The first version of the format that knows the operators of set 17. */
    private static final int FORMAT = 8;

    private OnnxExport() {}

    /** The file's bytes; the vector of weights is laid out as {@link Architecture#weights} lists them. */
    public static byte[] of(Architecture net, float[] weights, OnnxNotes notes) {
        Weights.check(net, weights);
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OnnxGraph.OPERATORS))
                .setProducerName(notes.producer())
                .setDocString(notes.purpose())
                .setGraph(graph(net, weights, notes));
        notes.properties()
                .forEach((key, value) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    private static GraphProto.Builder graph(Architecture net, float[] weights, OnnxNotes notes) {
        OnnxGraph graph = new OnnxGraph(net.weights(), weights, net.uses(NetworkPart.WHOLE));
        String x = notes.input().name();
        String out = net.sides() instanceof Sides.Fixed || net.stride() == 1
                ? layers(net, x, graph)
                : anySide(net, x, graph);
        graph.node("Identity", List.of(out), notes.output().name());
        return graph.proto()
                .setName(notes.name())
                .setDocString(notes.purpose())
                .addInput(planes(notes.input(), net, net.input()))
                .addOutput(planes(notes.output(), net, net.output()));
    }

    private static String anySide(Architecture net, String x, OnnxGraph graph) {
        WholeStrides strides = new WholeStrides(graph, x, net.stride());
        return strides.cut(layers(net, strides.mirrored(), graph));
    }

    private static String layers(Architecture net, String x, OnnxGraph graph) {
        return net.chain(NetworkPart.WHOLE).onnx(x, net.input(), graph);
    }

    private static ValueInfoProto.Builder planes(OnnxNotes.Planes planes, Architecture net, Shape shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        dimensions.addDimBuilder().setDimParam("pictures");
        dimensions.addDimBuilder().setDimValue(shape.channels());
        if (net.sides() instanceof Sides.Fixed) {
            dimensions.addDimBuilder().setDimValue(shape.height());
            dimensions.addDimBuilder().setDimValue(shape.width());
        } else {
            dimensions.addDimBuilder().setDimParam("height");
            dimensions.addDimBuilder().setDimParam("width");
        }
        return ValueInfoProto.newBuilder()
                .setName(planes.name())
                .setDocString(planes.meaning())
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(dimensions)));
    }
}
