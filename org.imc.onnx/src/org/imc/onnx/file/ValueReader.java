package org.imc.onnx.file;

import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.imc.onnx.file.OnnxValue.Dimension;

/** What the graph says of a tensor that is not constant. */
final class ValueReader {

  private final WireReader wire;
  private String name = "";
  private int type;
  private boolean hasShape;
  private final List<Dimension> dimensions = new ArrayList<>();

  private ValueReader(WireReader wire) {
    this.wire = wire;
  }

  /** Read the value that is the value of this field. */
  static OnnxValue read(WireReader wire) throws IOException {
    var reader = new ValueReader(wire);
    wire.message(reader::valueField);
    return new OnnxValue(reader.name, reader.type, reader.hasShape, List.copyOf(reader.dimensions));
  }

  private void valueField(int field) throws IOException {
    switch (field) {
      case ValueInfoProto.NAME_FIELD_NUMBER -> name = wire.text();
      case ValueInfoProto.TYPE_FIELD_NUMBER -> wire.message(this::typeField);
      default -> wire.skip();
    }
  }

  private void typeField(int field) throws IOException {
    if (field == TypeProto.TENSOR_TYPE_FIELD_NUMBER) {
      wire.message(this::tensorField);
    } else {
      wire.skip();
    }
  }

  private void tensorField(int field) throws IOException {
    switch (field) {
      case TypeProto.Tensor.ELEM_TYPE_FIELD_NUMBER -> type = (int) wire.integer();
      case TypeProto.Tensor.SHAPE_FIELD_NUMBER -> {
        hasShape = true;
        wire.message(this::shapeField);
      }
      default -> wire.skip();
    }
  }

  private void shapeField(int field) throws IOException {
    if (field == TensorShapeProto.DIM_FIELD_NUMBER) {
      dimensions.add(dimension());
    } else {
      wire.skip();
    }
  }

  private Dimension dimension() throws IOException {
    var size = new long[1];
    var open = new String[] {""};
    wire.message(field -> {
      switch (field) {
        case TensorShapeProto.Dimension.DIM_VALUE_FIELD_NUMBER -> size[0] = wire.integer();
        case TensorShapeProto.Dimension.DIM_PARAM_FIELD_NUMBER -> open[0] = wire.text();
        default -> wire.skip();
      }
    });
    return new Dimension(Math.max(0, size[0]), open[0]);
  }
}
