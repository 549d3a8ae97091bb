package org.imc.tests.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.imc.onnx.ImportOptions;
import org.imc.onnx.ImportedNetwork;
import org.imc.onnx.OnnxImport;

/** Puts ONNX models together, as an exporter does. */
public final class OnnxBuilder {

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("graph");
  private String last = "";
  private int made;

  /** Add an input; a negative size is left open under the name {@code open1} for axis 1, and so on. */
  public OnnxBuilder input(String name, long... sizes) {
    return typedInput(name, DataType.FLOAT_VALUE, sizes);
  }

  OnnxBuilder typedInput(String name, int type, long... sizes) {
    graph.addInput(value(name, type, sizes));
    last = name;
    return this;
  }

  /** Say what shape a tensor has. */
  OnnxBuilder known(String name, long... sizes) {
    graph.addValueInfo(value(name, DataType.FLOAT_VALUE, sizes));
    return this;
  }

  private static ValueInfoProto value(String name, int type, long... sizes) {
    var shape = TensorShapeProto.newBuilder();
    for (int axis = 0; axis < sizes.length; axis++) {
      var dimension = shape.addDimBuilder();
      if (sizes[axis] < 0) {
        dimension.setDimParam("open" + axis);
      } else {
        dimension.setDimValue(sizes[axis]);
      }
    }
    return ValueInfoProto.newBuilder().setName(name)
        .setType(TypeProto.newBuilder().setTensorType(TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape)))
        .build();
  }

  /** Add weights, of which nobody needs the values. */
  public OnnxBuilder weights(String name, long... sizes) {
    return typedWeights(name, DataType.FLOAT_VALUE, sizes);
  }

  OnnxBuilder typedWeights(String name, int type, long... sizes) {
    return constant(tensor(name, type, sizes).build());
  }

  /** Add whole numbers: a shape, axes. */
  OnnxBuilder numbers(String name, long... numbers) {
    var tensor = tensor(name, DataType.INT64_VALUE, numbers.length);
    LongStream.of(numbers).forEach(tensor::addInt64Data);
    return constant(tensor.build());
  }

  OnnxBuilder floats(String name, float... numbers) {
    var tensor = tensor(name, DataType.FLOAT_VALUE, numbers.length);
    for (float number : numbers) {
      tensor.addFloatData(number);
    }
    return constant(tensor.build());
  }

  /** Add one number of a type: a zero point. */
  OnnxBuilder scalar(String name, int type) {
    return constant(tensor(name, type).setRawData(ByteString.copyFrom(new byte[] {0})).build());
  }

  OnnxBuilder constant(TensorProto tensor) {
    graph.addInitializer(tensor);
    return this;
  }

  static TensorProto.Builder tensor(String name, int type, long... sizes) {
    var tensor = TensorProto.newBuilder().setName(name).setDataType(type);
    LongStream.of(sizes).forEach(tensor::addDims);
    return tensor;
  }

  /** Add a node that reads what was added last, and then the others; its output has the operator's name and a number. */
  public OnnxBuilder then(String operator, Map<String, ?> attributes, String... others) {
    String[] inputs = new String[others.length + 1];
    inputs[0] = last;
    System.arraycopy(others, 0, inputs, 1, others.length);
    return node(operator, operator.toLowerCase(Locale.ROOT) + ++made, attributes, inputs);
  }

  /** Add a node. */
  public OnnxBuilder node(String operator, String output, Map<String, ?> attributes, String... inputs) {
    return node("", operator, List.of(output), attributes, inputs);
  }

  /** Add a node of any domain and with any outputs. */
  OnnxBuilder node(String domain, String operator, List<String> outputs, Map<String, ?> attributes, String... inputs) {
    var node = NodeProto.newBuilder().setDomain(domain).setOpType(operator).addAllInput(List.of(inputs)).addAllOutput(outputs);
    attributes.forEach((name, value) -> node.addAttribute(attribute(name, value)));
    graph.addNode(node);
    last = outputs.getFirst();
    return this;
  }

  private static AttributeProto attribute(String name, Object value) {
    var attribute = AttributeProto.newBuilder().setName(name);
    switch (value) {
      case long[] integers -> {
        attribute.setType(AttributeType.INTS);
        LongStream.of(integers).forEach(attribute::addInts);
      }
      case Number integer -> attribute.setType(AttributeType.INT).setI(integer.longValue());
      case String text -> attribute.setType(AttributeType.STRING).setS(ByteString.copyFromUtf8(text));
      case TensorProto tensor -> attribute.setType(AttributeType.TENSOR).setT(tensor);
      default -> throw new IllegalArgumentException("An attribute of %s is not made here.".formatted(value.getClass()));
    }
    return attribute.build();
  }

  /** Return a list of integers as an attribute. */
  static long[] ints(long... integers) {
    return integers;
  }

  GraphProto.Builder graph() {
    return graph;
  }

  /** Return the model; what was added last leaves it, if nothing else was said to. */
  ModelProto model() {
    if (graph.getOutputCount() == 0) {
      graph.addOutput(ValueInfoProto.newBuilder().setName(last));
    }
    return ModelProto.newBuilder().setIrVersion(8).setProducerName("test")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17)).setGraph(graph).build();
  }

  OnnxBuilder output(String name) {
    graph.addOutput(ValueInfoProto.newBuilder().setName(name));
    return this;
  }

  /** Write the model into a folder. */
  public Path write(Path folder) throws IOException {
    return Files.write(folder.resolve("model.onnx"), model().toByteArray());
  }

  /** Write the model and import it. */
  ImportedNetwork imported(Path folder) throws IOException {
    return OnnxImport.read(write(folder), Imports.OPTIONS);
  }

  /** Write the model and import it with other options. */
  ImportedNetwork imported(Path folder, ImportOptions options) throws IOException {
    return OnnxImport.read(write(folder), options);
  }
}
