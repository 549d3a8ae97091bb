package org.imc.onnx.file;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.imc.onnx.OnnxException;
import org.jspecify.annotations.Nullable;

/** One constant of the graph: its name, type and shape, and its elements only where they are few. */
final class TensorReader {

  /** The most bytes of elements that are kept; a shape, an axis or a scale has fewer. */
  private static final int MOST_RAW = 1 << 14;

  /** More elements than a tensor of any network. */
  private static final long MOST_ELEMENTS = 1L << 40;

  private final WireReader wire;
  private final WireReader.NumberList shape;
  private final WireReader.NumberList elements;
  private String name = "";
  private int type;
  private byte[] raw = new byte[0];
  private final List<String> locations = new ArrayList<>();

  private TensorReader(WireReader wire) {
    this.wire = wire;
    shape = wire.list();
    elements = wire.list();
  }

  /** Read the tensor that is the value of this field. */
  static OnnxTensor read(WireReader wire) throws IOException {
    var reader = new TensorReader(wire);
    wire.message(reader::field);
    return reader.tensor();
  }

  private void field(int field) throws IOException {
    switch (field) {
      case TensorProto.DIMS_FIELD_NUMBER -> wire.integers(shape);
      case TensorProto.DATA_TYPE_FIELD_NUMBER -> type = (int) wire.integer();
      case TensorProto.NAME_FIELD_NUMBER -> name = wire.text();
      case TensorProto.RAW_DATA_FIELD_NUMBER -> raw = wire.bytes(MOST_RAW);
      case TensorProto.FLOAT_DATA_FIELD_NUMBER -> wire.numbers(elements);
      case TensorProto.INT32_DATA_FIELD_NUMBER, TensorProto.INT64_DATA_FIELD_NUMBER -> wire.integers(elements);
      case TensorProto.EXTERNAL_DATA_FIELD_NUMBER -> external();
      default -> wire.skip();
    }
  }

  private void external() throws IOException {
    var entry = new String[] {"", ""};
    wire.message(field -> {
      switch (field) {
        case StringStringEntryProto.KEY_FIELD_NUMBER -> entry[0] = wire.text();
        case StringStringEntryProto.VALUE_FIELD_NUMBER -> entry[1] = wire.text();
        default -> wire.skip();
      }
    });
    if (entry[0].equals("location")) {
      locations.add(entry[1]);
    }
  }

  private OnnxTensor tensor() throws OnnxException {
    for (String location : locations) {
      if (leavesFolder(location)) {
        throw new OnnxException(
            ("Tensor '%s' keeps its data in '%s', which leaves the folder of the model. Such a file is not "
                + "trusted.").formatted(name, location));
      }
    }
    long[] sizes = Numbers.whole(shape.numbers());
    long count = shape.isTooLong() ? Long.MAX_VALUE : elements(sizes);
    if (count > MOST_ELEMENTS) {
      throw new OnnxException(
          "Tensor '%s' declares more than %d elements, the most that are counted. The file may be damaged.".formatted(name, MOST_ELEMENTS));
    }
    return new OnnxTensor(name, sizes, type, numbers(count));
  }

  private long elements(long[] sizes) throws OnnxException {
    long count = 1;
    for (int axis = 0; axis < sizes.length; axis++) {
      if (sizes[axis] < 0) {
        throw new OnnxException(
            "Tensor '%s' has size %d on axis %d. It must not be negative.".formatted(name, sizes[axis], axis));
      }
      count = sizes[axis] > 0 && count > MOST_ELEMENTS / sizes[axis] ? MOST_ELEMENTS + 1 : count * sizes[axis];
    }
    return count;
  }

  private double @Nullable [] numbers(long count) {
    double[] given = raw.length > 0 ? decoded() : elements.numbers();
    return given.length == count ? given : null;
  }

  private double[] decoded() {
    ByteBuffer bytes = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    return switch (type) {
      case DataType.INT64_VALUE -> all(raw.length / Long.BYTES, bytes::getLong);
      case DataType.INT32_VALUE -> all(raw.length / Integer.BYTES, bytes::getInt);
      case DataType.FLOAT_VALUE -> all(raw.length / Float.BYTES, bytes::getFloat);
      case DataType.DOUBLE_VALUE -> all(raw.length / Double.BYTES, bytes::getDouble);
      case DataType.INT8_VALUE, DataType.BOOL_VALUE -> all(raw.length, bytes::get);
      case DataType.UINT8_VALUE -> all(raw.length, () -> Byte.toUnsignedInt(bytes.get()));
      default -> new double[0];
    };
  }

  private static double[] all(int count, DoubleSupplier next) {
    var numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = next.getAsDouble();
    }
    return numbers;
  }

  /** Return whether a path, as any system would read it, leads out of the folder that it is taken from. */
  private static boolean leavesFolder(String location) {
    String plain = location.replace('\\', '/');
    try {
      return plain.startsWith("/") || plain.matches("(?s)[A-Za-z]:.*") || Path.of(plain).normalize().startsWith("..");
    } catch (InvalidPathException e) {
      return true; // no file has such a name
    }
  }
}
