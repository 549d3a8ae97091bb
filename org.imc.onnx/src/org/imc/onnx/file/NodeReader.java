package org.imc.onnx.file;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nodes and their attributes. Graphs inside of attributes are passed over. */
final class NodeReader {

  private final WireReader wire;

  NodeReader(WireReader wire) {
    this.wire = wire;
  }

  /** Read the node that is the value of this field. */
  OnnxNode read(int number) throws IOException {
    var node = new NodeFields();
    wire.message(node::field);
    return new OnnxNode(number, node.name, node.domain, node.type, List.copyOf(node.inputs), List.copyOf(node.outputs),
        Map.copyOf(node.attributes));
  }

  private final class NodeFields {

    private String name = "";
    private String domain = "";
    private String type = "";
    private final List<String> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final Map<String, OnnxAttribute> attributes = new HashMap<>();

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

    private void field(int field) throws IOException {
      switch (field) {
        case AttributeProto.NAME_FIELD_NUMBER -> name = wire.text();
        case AttributeProto.I_FIELD_NUMBER -> integer = wire.integer();
        case AttributeProto.F_FIELD_NUMBER -> number = wire.number();
        case AttributeProto.S_FIELD_NUMBER -> text = wire.text();
        case AttributeProto.INTS_FIELD_NUMBER -> wire.integers(numbers);
        case AttributeProto.FLOATS_FIELD_NUMBER -> wire.numbers(numbers);
        case AttributeProto.T_FIELD_NUMBER -> tensor = TensorReader.read(wire);
        default -> wire.skip();
      }
    }
  }
}
