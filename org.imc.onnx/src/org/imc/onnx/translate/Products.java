package org.imc.onnx.translate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.imc.onnx.translate.Value.Source;

/** Matrix products: with weights a dense layer, once for each token; of two activations a matmul. */
final class Products {

  private Products() { }

  /** Return the translation of {@code MatMul} that has its operands at these inputs. */
  static Operator matmul(int left, int right) {
    return node -> node.define(0, matmul(node, node.input(left), node.input(right)));
  }

  /** Return the translation of {@code Gemm} that has its operands at these inputs. */
  static Operator gemm(int left, int right) {
    return node -> {
      Value a = transposed(node.input(left), node.node().integer("transA", 0) != 0);
      Value b = transposed(node.input(right), node.node().integer("transB", 0) != 0);
      node.define(0, matmul(node, a, b));
    };
  }

  private static Value transposed(Value value, boolean wanted) throws UnsupportedNode {
    if (value.rank() != 2) {
      throw new UnsupportedNode("an operand has %d axes, not 2".formatted(value.rank()));
    }
    return wanted ? value.withShape(value.size(1), value.size(0)) : value;
  }

  /** Add the product of two stacks of matrices, of which one may be weights, and return it. */
  static Value matmul(NodeContext node, Value left, Value right) throws UnsupportedNode {
    if (left.rank() == 0 || right.rank() == 0) {
      throw new UnsupportedNode("an operand has no axis");
    }
    Value a = left.rank() == 1 ? left.withShape(1, left.size(0)) : left;
    Value b = right.rank() == 1 ? right.withShape(right.size(0), 1) : right;
    long rows = a.size(a.rank() - 2);
    long inner = a.size(a.rank() - 1);
    long columns = b.size(b.rank() - 1);
    if (inner != b.size(b.rank() - 2) || Math.min(rows, Math.min(inner, columns)) < 1) {
      throw new UnsupportedNode("its operands %s and %s do not fit"
          .formatted(Arrays.toString(a.shape()), Arrays.toString(b.shape())));
    }
    long[] stack = Shapes.broadcast(Arrays.copyOf(a.shape(), a.rank() - 2), Arrays.copyOf(b.shape(), b.rank() - 2));
    long[] shape = LongStream.concat(Arrays.stream(stack),
        LongStream.concat(LongStream.of(rows).limit(left.rank() - 1), LongStream.of(columns).limit(right.rank() - 1)))
        .toArray(); // a vector has no row or column of its own
    Source source = a.isConstant() ? withWeights(node, b, a, inner, rows)
        : b.isConstant() ? withWeights(node, a, b, inner, columns)
        : ofActivations(node, a, b, Shapes.product(stack, 0, stack.length));
    return Value.of(source, shape, 0);
  }

  /** Multiply every token of so many features with one matrix of weights, or each group of them with its own. */
  private static Source withWeights(NodeContext node, Value activations, Value weights, long inner, long outputs)
      throws UnsupportedNode {
    if (activations.isConstant()) {
      throw new UnsupportedNode("both operands are constant");
    }
    long groups = weights.elements() / (inner * outputs);
    long elements = node.perInference(activations.elements());
    if (elements % (inner * groups) != 0) {
      throw new UnsupportedNode("its %d stacked matrices of weights do not divide what it reads".formatted(groups));
    }
    long tokens = elements / (inner * groups);
    if (tokens == 1 && groups == 1) {
      return node.weighted("dense", weights, activations, List.of(node.read(activations)), Layout.features(outputs),
          "units " + outputs);
    }
    Layout read = layout(node, activations, groups * inner, tokens);
    return node.weighted("conv2d", weights, activations, List.of(node.read(activations, read)),
        new Layout(groups * outputs, read.height(), read.width()),
        "channels " + groups * outputs, groups == 1 ? "" : "groups " + groups, "kernel 1");
  }

  /** Return the layout that the tokens have already, if it is one of so many features. */
  private static Layout layout(NodeContext node, Value tokens, long features, long count) {
    Layout own = node.layout(tokens);
    return own.channels() == features ? own : new Layout(features, count, 1);
  }

  /** Multiply activations. Where one right operand serves a whole stack, the stack is one tall left operand. */
  private static Source ofActivations(NodeContext node, Value a, Value b, long stack) throws UnsupportedNode {
    long inner = a.size(a.rank() - 1);
    long columns = b.size(b.rank() - 1);
    long heads = node.perInference(b.elements()) / (inner * columns);
    long rows = node.perInference(a.elements()) / (inner * Math.max(1, heads));
    boolean whole = heads >= 1 && heads * rows * inner == node.perInference(a.elements())
        && heads * rows == node.perInference(Math.multiplyExact(stack, a.size(a.rank() - 2)));
    if (!whole) {
      throw new UnsupportedNode("one of its operands %s and %s is stretched over the other"
          .formatted(Arrays.toString(a.shape()), Arrays.toString(b.shape())));
    }
    return node.weighted("matmul", b, a, List.of(node.read(a), node.read(b)), new Layout(heads * columns, rows, 1),
        heads == 1 ? "" : "heads " + heads, "rows " + rows, "inner " + inner, "columns " + columns);
  }
}
