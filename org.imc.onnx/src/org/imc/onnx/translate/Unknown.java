package org.imc.onnx.translate;

import java.util.List;

/** What becomes of a node that cannot be translated: a layer with its operator's name that moves its data. */
final class Unknown {

  private Unknown() { }

  /** Translate a node, and warn that its multiplications are not counted. */
  static void translate(NodeContext node, UnsupportedNode why) {
    List<Value> reads = node.inputs().stream().filter(input -> !input.isConstant()).toList();
    if (reads.isEmpty()) {
      define(node, node.inputs().stream().findFirst().map(Value::shape).orElse(new long[0]));
      return;
    }
    String remark = "%s: priced as moved data".formatted(node.node().operator());
    for (int output = 0; output < node.node().outputs().size(); output++) {
      int place = output;
      if (node.isRead(output)) {
        long[] shape = node.declaredShape(output).or(() -> why.shape(place)).orElse(reads.getFirst().shape());
        node.define(output, node.moved(remark, reads, shape));
      }
    }
    String reason = why.getMessage();
    node.warn("%s. It is priced as the data it moves; multiplications, if it makes any, are not counted."
        .formatted(Character.toUpperCase(reason.charAt(0)) + reason.substring(1)));
  }

  /** What is made of constants alone is a constant, of which only the shape may be known. */
  private static void define(NodeContext node, long[] otherwise) {
    for (int output = 0; output < node.node().outputs().size(); output++) {
      node.define(output, Value.constant(node.declaredShape(output).orElse(otherwise), 0, null));
    }
  }
}
