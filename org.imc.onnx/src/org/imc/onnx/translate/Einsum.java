package org.imc.onnx.translate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Sums of products that are written with an index for each axis, such as {@code bij,bjk->bik}: those of two operands that are
 * a matrix product, whatever the order of their axes, and those of one that only exchange its axes.
 *
 * <p>Source: operator {@code Einsum} of ONNX, version 12.
 */
final class Einsum {

  private static final String ARROW = "->";

  private final String equation;
  private final String[] operands;
  private final String result;
  private final Map<Integer, Long> sizes = new HashMap<>();

  private Einsum(NodeContext node) throws UnsupportedNode {
    equation = node.node().text("equation", "").replace(" ", "");
    int arrow = equation.indexOf(ARROW);
    String left = arrow < 0 ? equation : equation.substring(0, arrow);
    operands = left.split(",", -1);
    result = arrow < 0 ? onceOnly(left) : equation.substring(arrow + ARROW.length());
    if (operands.length != node.inputs().size()) {
      throw unsupported("has %d operands, but the node %d".formatted(operands.length, node.inputs().size()));
    }
    for (int i = 0; i < operands.length; i++) {
      measure(operands[i], node.input(i));
    }
    requireIndices(result);
    if (!result.chars().allMatch(sizes::containsKey)) {
      throw unsupported("makes an index that it does not read");
    }
  }

  /** Translate a node. */
  static void translate(NodeContext node) throws UnsupportedNode {
    var sum = new Einsum(node);
    node.define(0, sum.operands.length == 1 ? sum.exchanged(node.input(0)) : sum.product(node));
  }

  /** Return the result's indices where they are left out: those that stand once, in the order of the alphabet. */
  private static String onceOnly(String left) {
    return left.chars().filter(Character::isLetter).filter(index -> left.indexOf(index) == left.lastIndexOf(index)).sorted()
        .mapToObj(Character::toString).collect(Collectors.joining());
  }

  private void requireIndices(String indices) throws UnsupportedNode {
    if (!indices.chars().allMatch(Character::isLetter)) {
      throw unsupported("has indices that are no letters"); // such as the dots for any number of axes
    }
    if (indices.chars().distinct().count() != indices.length()) {
      throw unsupported("takes a diagonal");
    }
  }

  private void measure(String indices, Value operand) throws UnsupportedNode {
    requireIndices(indices);
    if (indices.length() != operand.rank()) {
      throw unsupported("has %d indices for %d axes".formatted(indices.length(), operand.rank()));
    }
    for (int axis = 0; axis < operand.rank(); axis++) {
      Long other = sizes.putIfAbsent((int) indices.charAt(axis), operand.size(axis));
      if (other != null && other != operand.size(axis)) {
        throw unsupported("has sizes %d and %d for '%c'".formatted(other, operand.size(axis), indices.charAt(axis)));
      }
    }
  }

  private Value exchanged(Value operand) throws UnsupportedNode {
    if (result.length() != operands[0].length()) {
      throw unsupported("adds up what one operand has");
    }
    return operand.withShape(shape()).withNumbers(null);
  }

  private Value product(NodeContext node) throws UnsupportedNode {
    if (operands.length != 2) {
      throw unsupported("has %d operands, not 2".formatted(operands.length));
    }
    IntPredicate left = index -> operands[0].indexOf(index) >= 0;
    IntPredicate right = index -> operands[1].indexOf(index) >= 0;
    IntPredicate kept = index -> result.indexOf(index) >= 0;
    if (sizes.keySet().stream().anyMatch(index -> !kept.test(index) && !(left.test(index) && right.test(index)))) {
      throw unsupported("adds up what one operand has");
    }
    if (sizes.keySet().stream().allMatch(kept::test)) {
      throw unsupported("adds nothing up");
    }
    long stack = size(left.and(right).and(kept));
    long inner = size(kept.negate());
    return Products.matmul(node,
        node.input(0).withShape(stack, size(left.and(right.negate())), inner),
        node.input(1).withShape(stack, inner, size(right.and(left.negate())))).withShape(shape());
  }

  /** Return the product of the sizes of some indices. */
  private long size(IntPredicate indices) {
    return sizes.keySet().stream().filter(indices::test).mapToLong(sizes::get).reduce(1, Math::multiplyExact);
  }

  private long[] shape() {
    return result.chars().mapToLong(sizes::get).toArray();
  }

  private UnsupportedNode unsupported(String why) {
    return new UnsupportedNode("its equation '%s' %s".formatted(equation, why));
  }
}
