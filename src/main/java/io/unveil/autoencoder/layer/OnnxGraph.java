package io.unveil.autoencoder.layer;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.unveil.file.LittleEndian;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Builds the graph of an ONNX model: layers add their nodes, as they add lines to a {@link Script}. Values are tensors
 * (N, C, H, W) in single precision, known by their names. The operators are those of set {@value #OPERATORS}
 * (github.com/onnx/onnx, docs/Operators.md).
 */
public final class OnnxGraph {
    /** The version of the standard set of operators. */
    public static final int OPERATORS = 17;

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final Iterator<Weight> uses;
    private int nodes;
    private int constants;

    /**
     * @param tensors all learnt tensors, each stored once under its name
     * @param vector their numbers, one tensor after the other
     * @param uses the tensors in the order in which layers use them
     */
    public OnnxGraph(List<Weight> tensors, float[] vector, List<Weight> uses) {
        this.uses = uses.iterator();
        int at = 0;
        for (Weight weight : tensors) {
            TensorProto.Builder tensor = TensorProto.newBuilder()
                    .setRawData(ByteString.copyFrom(
                            LittleEndian.bytes(Arrays.copyOfRange(vector, at, at + weight.count()))));
            weight.shape().forEach(tensor::addDims);
            store(weight.name(), TensorProto.DataType.FLOAT, tensor);
            at += weight.count();
        }
    }

    /** The nodes and tensors so far. */
    public GraphProto.Builder proto() {
        return graph;
    }

    /** Adds a node with one output; gives the output's name. */
    public String node(String operator, List<String> inputs, AttributeProto... attributes) {
        String output = "h" + nodes++;
        node(operator, inputs, output, attributes);
        return output;
    }

    /** Adds a node whose one output has this name. */
    public void node(String operator, List<String> inputs, String output, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(operator + "_" + graph.getNodeCount())
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
    }

    /**
     * Adds a node that keeps the positions of an axis from {@code start} to before {@code end}, both names of lists.
     */
    public String slice(String x, long axis, String start, String end) {
        return node("Slice", List.of(x, start, end, integers(axis)));
    }

    /** Adds a node that gives the numbers of each picture another shape. */
    String reshaped(String x, Shape to) {
        return node("Reshape", List.of(x, integers(-1, to.channels(), to.height(), to.width())));
    }

    /** The name of the next weight, in the order of {@link Layer#weights}. */
    String weight() {
        return uses.next().tensor();
    }

    /** The name of a constant: a list of whole numbers. */
    public String integers(long... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder().addDims(values.length);
        LongStream.of(values).forEach(tensor::addInt64Data);
        return store("c" + constants++, TensorProto.DataType.INT64, tensor);
    }

    /** The name of a constant: one whole number, without a dimension. */
    public String integer(long value) {
        TensorProto.Builder tensor = TensorProto.newBuilder().addInt64Data(value);
        return store("c" + constants++, TensorProto.DataType.INT64, tensor);
    }

    /** The name of a constant: one number, without a dimension. */
    String number(double value) {
        TensorProto.Builder tensor = TensorProto.newBuilder().addFloatData((float) value);
        return store("c" + constants++, TensorProto.DataType.FLOAT, tensor);
    }

    /** The name of a constant: a list of numbers. */
    String numbers(float... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .addDims(values.length)
                .setRawData(ByteString.copyFrom(LittleEndian.bytes(values)));
        return store("c" + constants++, TensorProto.DataType.FLOAT, tensor);
    }

    private String store(String name, TensorProto.DataType type, TensorProto.Builder tensor) {
        graph.addInitializer(tensor.setName(name).setDataType(type.getNumber()));
        return name;
    }
}
