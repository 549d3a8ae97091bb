package org.imc.onnx.file;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.imc.onnx.OnnxException;
import org.jspecify.annotations.Nullable;

/** Nodes and their attributes. Of graphs inside of attributes, what they read from outside counts as inputs of their node. */
final class NodeReader {

  private static final int MOST_NESTED = 32;

  private static final int MOST_NODES = 100_000;

  private final WireReader wire;
  private int depth;
  private int nested;

  NodeReader(WireReader wire) {
    this.wire = wire;
  }

  /** Read the node that is the value of this field. */
  OnnxNode read(int number) throws IOException {
    var node = new NodeFields();
    wire.message(node::field);
    return new OnnxNode(number, node.name, node.domain, node.type, node.reads(), List.copyOf(node.outputs),
        Map.copyOf(node.attributes));
  }

  private final class NodeFields {

    private String name = "";
    private String domain = "";
    private String type = "";
    private final List<String> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final Set<String> captured = new LinkedHashSet<>();
    private final Map<String, OnnxAttribute> attributes = new HashMap<>();

    private List<String> reads() {
      var all = new LinkedHashSet<>(captured);
      all.removeAll(inputs);
      return Stream.concat(inputs.stream(), all.stream()).toList();
    }

    private void field(int field) throws IOException {
      switch (field) {
        case NodeProto.INPUT_FIELD_NUMBER -> inputs.add(wire.text());
        case NodeProto.OUTPUT_FIELD_NUMBER -> outputs.add(wire.text());
        case NodeProto.NAME_FIELD_NUMBER -> name = wire.text();
        case NodeProto.OP_TYPE_FIELD_NUMBER -> type = wire.text();
        case NodeProto.DOMAIN_FIELD_NUMBER -> domain = wire.text();
        case NodeProto.ATTRIBUTE_FIELD_NUMBER -> {
          var attribute = new AttributeFields();
          wire.message(attribute::field);
          captured.addAll(attribute.captured);
          attributes.put(attribute.name, new OnnxAttribute(
              attribute.integer, attribute.text, attribute.number, attribute.numbers.numbers(), attribute.tensor));
        }
        default -> wire.skip();
      }
    }
  }

  private final class AttributeFields {

    private String name = "";
    private long integer;
    private String text = "";
    private double number;
    private final WireReader.NumberList numbers = wire.list();
    private @Nullable OnnxTensor tensor;
    private final Set<String> captured = new LinkedHashSet<>();

    private void field(int field) throws IOException {
      switch (field) {
        case AttributeProto.NAME_FIELD_NUMBER -> name = wire.text();
        case AttributeProto.I_FIELD_NUMBER -> integer = wire.integer();
        case AttributeProto.F_FIELD_NUMBER -> number = wire.number();
        case AttributeProto.S_FIELD_NUMBER -> text = wire.text();
        case AttributeProto.INTS_FIELD_NUMBER -> wire.integers(numbers);
        case AttributeProto.FLOATS_FIELD_NUMBER -> wire.numbers(numbers);
        case AttributeProto.T_FIELD_NUMBER -> tensor = TensorReader.read(wire);
        case AttributeProto.G_FIELD_NUMBER, AttributeProto.GRAPHS_FIELD_NUMBER -> captured.addAll(captured());
        default -> wire.skip();
      }
    }
  }

  /** Return what the graph that is the value of this field reads and does not make, such as a branch. */
  private Set<String> captured() throws IOException {
    if (++depth > MOST_NESTED) {
      throw new OnnxException("The file holds graphs inside of graphs, more than %d deep. No network needs that.".formatted(MOST_NESTED));
    }
    var graph = new GraphFields();
    wire.message(graph::field);
    depth--;
    graph.read.removeAll(graph.made);
    graph.read.remove("");
    return graph.read;
  }

  private final class GraphFields {

    private final Set<String> read = new LinkedHashSet<>();
    private final Set<String> made = new HashSet<>();

    private void field(int field) throws IOException {
      switch (field) {
        case GraphProto.NODE_FIELD_NUMBER -> {
          if (++nested > MOST_NODES) {
            throw new OnnxException(
                "The file holds more than %d nodes in branches and loops. No network needs that.".formatted(MOST_NODES));
          }
          OnnxNode node = NodeReader.this.read(nested);
          read.addAll(node.inputs());
          made.addAll(node.outputs());
        }
        case GraphProto.INITIALIZER_FIELD_NUMBER -> made.add(TensorReader.read(wire).name());
        case GraphProto.INPUT_FIELD_NUMBER -> made.add(ValueReader.read(wire).name());
        case GraphProto.OUTPUT_FIELD_NUMBER -> read.add(ValueReader.read(wire).name());
        default -> wire.skip();
      }
    }
  }
}
