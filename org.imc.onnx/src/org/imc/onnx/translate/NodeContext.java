package org.imc.onnx.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.imc.onnx.file.OnnxNode;
import org.imc.onnx.translate.NetworkText.LayerText;
import org.imc.onnx.translate.Value.Source;

/** A node with what it reads, and where what becomes of it goes. */
final class NodeContext {

  private final OnnxNode node;
  private final Translation translation;

  NodeContext(OnnxNode node, Translation translation) {
    this.node = node;
    this.translation = translation;
  }

  OnnxNode node() {
    return node;
  }

  /** Return an input, if the node has it. */
  Optional<Value> optional(int index) {
    return index < node.inputs().size() && !node.inputs().get(index).isEmpty()
        ? Optional.of(translation.value(node.inputs().get(index)))
        : Optional.empty();
  }

  Value input(int index) throws UnsupportedNode {
    return optional(index).orElseThrow(() -> new UnsupportedNode("its input %d is missing".formatted(index + 1)));
  }

  /** Return all inputs that the node has. */
  List<Value> inputs() {
    return IntStream.range(0, node.inputs().size()).mapToObj(this::optional).flatMap(Optional::stream).toList();
  }

  /** Return the numbers of an input that must be known. */
  double[] numbers(int index, String what) throws UnsupportedNode {
    double[] numbers = input(index).numbers();
    if (numbers == null) {
      throw new UnsupportedNode("its %s %s not known before it runs".formatted(what, what.endsWith("s") ? "are" : "is"));
    }
    return numbers;
  }

  boolean isConstant() {
    return inputs().stream().allMatch(Value::isConstant);
  }

  boolean isWanted(int output) {
    return output < node.outputs().size() && !node.outputs().get(output).isEmpty();
  }

  /** Return whether another node reads an output, or it leaves the graph. */
  boolean isRead(int output) {
    return isWanted(output) && !translation.readers(node.outputs().get(output)).isEmpty();
  }

  void define(int output, Value value) {
    if (isWanted(output)) {
      translation.define(node.outputs().get(output), value);
    }
  }

  /** Change what was defined. */
  void redefine(int output, UnaryOperator<Value> change) {
    if (isWanted(output)) {
      define(output, change.apply(translation.value(node.outputs().get(output))));
    }
  }

  /** Return whether only nodes of some operators read what the node makes. */
  boolean isReadOnlyBy(Set<String> operators) {
    return translation.readers(node.outputs().getFirst()).stream().allMatch(operators::contains);
  }

  /** Return the shape that the file gives for an output, if it does. */
  Optional<long[]> declaredShape(int output) {
    return isWanted(output) ? translation.declaredShape(node.outputs().get(output)) : Optional.empty();
  }

  /** Return elements of a tensor that belong to one inference. */
  long perInference(long elements) {
    return translation.perInference(elements);
  }

  /** Return a shape as the language would have it where nothing asks for another. */
  Layout canonical(long[] shape) {
    return translation.canonical(shape);
  }

  /** Return the name of what a layer reads, zeros around it put in. */
  String read(Value value) {
    return translation.source(value).name();
  }

  /** Return the name of what a layer reads, which needs it in a shape: of a view, if it has another. */
  String read(Value value, Layout layout) {
    return translation.view(translation.source(value), layout);
  }

  /** Return the shape that a value has in the text. */
  Layout layout(Value value) {
    return translation.source(value).layout();
  }

  /** Add a layer with weights and return it. */
  Source weighted(String keyword, Value weights, Value activations, List<String> from, Layout layout, String... properties) {
    return add("", keyword, from, "", List.of(properties), layout, weights.bits(), activations.bits());
  }

  /** Add a layer without weights and return it. */
  Source plain(String keyword, List<String> from, Layout layout, String... properties) {
    return add("", keyword, from, "", List.of(properties), layout, -1, -1);
  }

  /** Add a layer that shows a part of another, or all of it, and return it. */
  Source part(Value whole, Layout layout) {
    return add("", "reshape", List.of(read(whole)), "to " + layout, List.of(), layout, -1, -1);
  }

  /** Add a layer that is priced as the data it moves. */
  Value moved(String remark, List<Value> reads, long[] shape) {
    long elements = perInference(Shapes.product(shape, 0, shape.length));
    var ordered = new ArrayList<>(reads); // what has the shape comes first, so that it need not be written
    ordered.sort((a, b) -> Boolean.compare(layout(b).elements() == elements, layout(a).elements() == elements));
    Layout first = layout(ordered.getFirst());
    Layout layout = first.elements() == elements ? first : canonical(shape);
    String kind = "kind \"%s\"".formatted(NetworkText.quoted(node.operator()));
    Source source = add(remark, "operator", ordered.stream().map(this::read).distinct().toList(), "",
        List.of(kind, layout.equals(first) ? "" : "shape " + layout), layout, -1, -1);
    return Value.of(source, shape, reads.getFirst().bits());
  }

  private Source add(String remark, String keyword, List<String> from, String tail, List<String> properties, Layout layout,
      int weightBits, int activationBits) {
    String name = translation.layerName(node, keyword);
    translation.text().layer(new LayerText(remark, keyword, name, from, tail, properties, weightBits, activationBits));
    return new Source(name, layout);
  }

  /** Tell the user of something that is not imported as it is; the layer that was added last stands for it. */
  void warn(String message) {
    translation.warn(node, message, IntStream.range(0, node.outputs().size()).anyMatch(this::isWanted));
  }
}
