package org.imc.onnx.file;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Map;

/** The types of tensor elements. */
public final class ElementType {

  /** Integers narrow enough to be a quantised weight or activation. The last four are younger than the library's messages. */
  private static final Map<Integer, Integer> QUANTISED_BITS = Map.of(
      DataType.UINT8_VALUE, 8, DataType.INT8_VALUE, 8, DataType.UINT16_VALUE, 16, DataType.INT16_VALUE, 16,
      21, 4, 22, 4, 25, 2, 26, 2);

  private ElementType() { }

  /** Return the width of a quantised type in bit, 0 if it is not one. */
  public static int quantisedBits(int type) {
    return QUANTISED_BITS.getOrDefault(type, 0);
  }
}
