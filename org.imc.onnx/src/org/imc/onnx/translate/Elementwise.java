package org.imc.onnx.translate;

import java.util.List;
import org.imc.onnx.translate.Value.Source;

/** Functions of single elements, alone or of several tensors. */
final class Elementwise {

  private Elementwise() { }

  /** Return the translation of a function of each element: it is computed as the elements leave, and costs nothing. */
  static Operator unary() {
    return node -> node.define(0, node.input(0));
  }

  /** Return the translation of a sum of all inputs, or of those at these places. */
  static Operator sum(int... operands) {
    return node -> combine(node, operands(node, operands), true);
  }

  /** Return the translation of another function of several tensors. */
  static Operator combination(int... operands) {
    return node -> combine(node, operands(node, operands), false);
  }

  private static List<Value> operands(NodeContext node, int... operands) throws UnsupportedNode {
    if (operands.length == 0) {
      return node.inputs();
    }
    var values = new Value[operands.length];
    for (int i = 0; i < operands.length; i++) {
      values[i] = node.input(operands[i]);
    }
    return List.of(values);
  }

  /**
   * Combine tensors. With constants alone, or with itself, a tensor is only a function of its elements: so are scaling, biases,
   * and the swish and GELU that tools take apart.
   */
  private static void combine(NodeContext node, List<Value> operands, boolean sum) throws UnsupportedNode {
    long[] shape = new long[0];
    for (Value operand : operands) {
      shape = Shapes.broadcast(shape, operand.shape());
    }
    long elements = Shapes.product(shape, 0, shape.length);
    List<Value> computed = operands.stream().filter(operand -> !operand.isConstant()).toList();
    if (computed.isEmpty()) {
      node.define(0, Value.constant(shape, 0, null));
    } else if (isOneTensor(computed) && computed.getFirst().elements() == elements) {
      node.define(0, computed.getFirst().withShape(shape));
    } else if (sum && computed.stream().allMatch(operand -> operand.elements() == elements)) {
      node.define(0, added(node, computed, shape));
    } else {
      node.define(0, node.moved("", computed, shape));
    }
  }

  private static boolean isOneTensor(List<Value> operands) {
    Value first = operands.getFirst();
    return operands.stream().allMatch(
        operand -> operand.elements() == first.elements() && first.source() != null && first.source().equals(operand.source()));
  }

  private static Value added(NodeContext node, List<Value> operands, long[] shape) {
    Layout layout = node.layout(operands.getFirst());
    List<String> from = operands.stream().map(operand -> node.read(operand, layout)).toList();
    Source source = node.plain("add", from, layout);
    return Value.of(source, shape, operands.getFirst().bits());
  }
}
