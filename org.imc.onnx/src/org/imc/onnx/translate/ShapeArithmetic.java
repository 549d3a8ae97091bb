package org.imc.onnx.translate;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.imc.onnx.file.Numbers;
import org.imc.onnx.file.OnnxAttribute;
import org.jspecify.annotations.Nullable;

/** Computes what exporters compute shapes with: small lists of known numbers. Everything else stays unknown. */
final class ShapeArithmetic {

  /** Longer lists are no shapes. */
  private static final int MOST_NUMBERS = 4096;

  private static final Map<String, DoubleBinaryOperator> BINARY = Map.ofEntries(
      Map.entry("Add", Double::sum), Map.entry("Sub", (a, b) -> a - b), Map.entry("Mul", (a, b) -> a * b),
      Map.entry("Div", (a, b) -> a / b), Map.entry("Mod", (a, b) -> a - b * Math.floor(a / b)),
      Map.entry("Min", Math::min), Map.entry("Max", Math::max), Map.entry("Pow", Math::pow),
      Map.entry("Equal", (a, b) -> a == b ? 1 : 0), Map.entry("Greater", (a, b) -> a > b ? 1 : 0),
      Map.entry("Less", (a, b) -> a < b ? 1 : 0), Map.entry("And", (a, b) -> a * b));

  private static final Map<String, DoubleUnaryOperator> UNARY = Map.of(
      "Neg", a -> -a, "Abs", Math::abs, "Floor", Math::floor, "Ceil", Math::ceil, "Sqrt", Math::sqrt, "Not", a -> 1 - a);

  private static final Set<Integer> INTEGERS = Set.of(DataType.INT32_VALUE, DataType.INT64_VALUE);

  private ShapeArithmetic() { }

  /** Return the shape of a value, or a part of that, as numbers. */
  static void shape(NodeContext node) throws UnsupportedNode {
    long[] shape = node.input(0).shape();
    long start = node.node().integer("start", 0);
    long end = node.node().integer("end", shape.length);
    int from = (int) Math.clamp(start < 0 ? start + shape.length : start, 0, shape.length);
    int to = (int) Math.clamp(end < 0 ? end + shape.length : end, from, shape.length);
    node.define(0, Value.known(Arrays.copyOfRange(shape, from, to)));
  }

  static void size(NodeContext node) throws UnsupportedNode {
    node.define(0, Value.known(node.input(0).elements()).withShape());
  }

  /** Return a constant that stands in the node itself. */
  static void constant(NodeContext node) throws UnsupportedNode {
    for (Map.Entry<String, OnnxAttribute> attribute : node.node().attributes().entrySet()) {
      OnnxAttribute value = attribute.getValue();
      switch (attribute.getKey()) {
        case "value" -> {
          if (value.tensor() != null) {
            node.define(0, Translation.constant(value.tensor()));
          }
        }
        case "value_int" -> node.define(0, Value.known(value.integer()).withShape());
        case "value_float" -> node.define(0, Value.constant(new long[0], 0, new double[] {value.number()}));
        case "value_ints", "value_floats" ->
            node.define(0, Value.constant(new long[] {value.numbers().length}, 0, value.numbers()));
        default -> { }
      }
    }
  }

  /** Return what a node makes of known numbers, if this can tell. */
  static Optional<Value> fold(NodeContext node) throws UnsupportedNode {
    List<Value> inputs = node.inputs();
    if (inputs.isEmpty() || inputs.stream().anyMatch(input -> input.numbers() == null)) {
      return Optional.empty();
    }
    String type = node.node().type();
    if (BINARY.containsKey(type) && inputs.size() == 2) {
      return stretched(inputs, numbers -> round(node, BINARY.get(type).applyAsDouble(numbers[0], numbers[1])));
    }
    if (UNARY.containsKey(type)) {
      return stretched(inputs, numbers -> UNARY.get(type).applyAsDouble(numbers[0]));
    }
    return switch (type) {
      case "Cast" -> stretched(inputs, numbers -> cast(node.node().integer("to", 0), numbers[0]));
      case "Where" -> inputs.size() == 3 ? stretched(inputs, numbers -> numbers[0] != 0 ? numbers[1] : numbers[2]) : Optional.empty();
      case "Expand" -> inputs.size() == 2 ? expanded(inputs.getFirst(), Numbers.whole(inputs.get(1).numbers())) : Optional.empty();
      case "ConstantOfShape" -> filled(node, Numbers.whole(inputs.getFirst().numbers()));
      case "Range" -> inputs.size() == 3 ? range(inputs) : Optional.empty();
      case "Concat" -> joined(inputs);
      case "ReduceProd" -> inputs.getFirst().rank() == 1
          ? Optional.of(Value.constant(node.node().integer("keepdims", 1) != 0 ? new long[] {1} : new long[0], 0,
              new double[] {Arrays.stream(inputs.getFirst().numbers()).reduce(1, (a, b) -> a * b)}))
          : Optional.empty();
      default -> Optional.empty();
    };
  }

  private interface OfNumbers {
    double apply(double[] numbers);
  }

  /** Exporters divide sizes as integers; whole numbers stay whole. */
  private static double round(NodeContext node, double number) {
    boolean whole = node.inputs().stream().flatMapToDouble(input -> Arrays.stream(input.numbers()))
        .allMatch(each -> each == Math.rint(each));
    return whole && node.node().type().equals("Div") ? Math.floor(number) : number;
  }

  private static double cast(long type, double number) {
    return INTEGERS.contains((int) type) ? (double) (long) number : number;
  }

  /** Apply a function to the elements of inputs that have one element or as many as the longest. */
  private static Optional<Value> stretched(List<Value> inputs, OfNumbers function) throws UnsupportedNode {
    long[] shape = new long[0];
    int count = 1;
    for (Value input : inputs) {
      shape = Shapes.broadcast(shape, input.shape());
      count = Math.max(count, input.numbers().length);
    }
    int longest = count;
    if (Shapes.product(shape, 0, shape.length) != longest
        || inputs.stream().anyMatch(input -> input.numbers().length != 1 && input.numbers().length != longest)) {
      return Optional.empty();
    }
    var numbers = new double[longest];
    for (int i = 0; i < longest; i++) {
      int place = i;
      numbers[i] = function.apply(inputs.stream()
          .mapToDouble(input -> input.numbers()[input.numbers().length == 1 ? 0 : place])
          .toArray());
    }
    return Optional.of(Value.constant(shape, 0, numbers));
  }

  private static Optional<Value> expanded(Value value, long[] wanted) throws UnsupportedNode {
    long[] shape = Shapes.broadcast(value.shape(), wanted);
    return Optional.of(Value.constant(shape, 0, value.numbers().length == 1 ? repeated(value.numbers()[0], shape) : null));
  }

  private static Optional<Value> filled(NodeContext node, long[] shape) {
    OnnxAttribute value = node.node().attributes().get("value");
    double[] given = value == null || value.tensor() == null ? null : value.tensor().numbers();
    return Optional.of(Value.constant(shape, 0, repeated(given == null || given.length != 1 ? 0 : given[0], shape)));
  }

  private static double @Nullable [] repeated(double number, long[] shape) {
    long count = Shapes.product(shape, 0, shape.length);
    if (count < 0 || count > MOST_NUMBERS) {
      return null;
    }
    var numbers = new double[(int) count];
    Arrays.fill(numbers, number);
    return numbers;
  }

  private static Optional<Value> range(List<Value> inputs) {
    double start = inputs.get(0).numbers()[0];
    double step = inputs.get(2).numbers()[0];
    double count = Math.ceil((inputs.get(1).numbers()[0] - start) / step);
    if (!(count >= 0 && count <= MOST_NUMBERS)) {
      return Optional.empty();
    }
    return Optional.of(Value.constant(new long[] {(long) count}, 0,
        LongStream.range(0, (long) count).mapToDouble(i -> start + i * step).toArray()));
  }

  private static Optional<Value> joined(List<Value> inputs) {
    if (inputs.stream().anyMatch(input -> input.rank() != 1)) {
      return Optional.empty();
    }
    double[] numbers = inputs.stream().flatMapToDouble(input -> Arrays.stream(input.numbers())).limit(MOST_NUMBERS + 1).toArray();
    return numbers.length > MOST_NUMBERS
        ? Optional.empty()
        : Optional.of(Value.constant(new long[] {numbers.length}, 0, numbers));
  }
}
