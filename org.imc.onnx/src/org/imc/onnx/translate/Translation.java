package org.imc.onnx.translate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.imc.onnx.ImportOptions;
import org.imc.onnx.ImportWarning;
import org.imc.onnx.ImportedNetwork;
import org.imc.onnx.OnnxException;
import org.imc.onnx.file.ElementType;
import org.imc.onnx.file.OnnxModel;
import org.imc.onnx.file.OnnxNode;
import org.imc.onnx.file.OnnxTensor;
import org.imc.onnx.file.OnnxValue;
import org.imc.onnx.file.OnnxValue.Dimension;
import org.imc.onnx.translate.NetworkText.LayerText;
import org.imc.onnx.translate.Value.Source;
import org.jspecify.annotations.Nullable;

/**
 * One graph on its way to text: follows shapes and widths from the inputs on, in an order in which every node stands behind
 * what it reads.
 */
public final class Translation {

  private static final int MOST_WARNINGS = 1000;

  private final OnnxModel model;
  private final ImportOptions options;
  private final Names names;
  private final NetworkText text = new NetworkText();
  private final Map<String, Value> values = new HashMap<>();
  private final Map<Source, Map<Layout, String>> views = new HashMap<>();
  private final Map<String, List<String>> readers = new HashMap<>();
  private final List<Remark> warnings = new ArrayList<>();
  private long batch;

  /** A warning about a node, with the layer that stands for it; null when none does. */
  private record Remark(OnnxNode node, String message, @Nullable String layer) {

    ImportWarning at(NetworkText text) {
      return new ImportWarning(node.number(), node.title(), node.operator(), message, layer == null ? 0 : text.line(layer));
    }
  }

  public Translation(OnnxModel model, ImportOptions options) {
    this.model = model;
    this.options = options;
    names = new Names(options.reservedNames());
    batch = options.batch();
  }

  /**
   * Translate the graph.
   *
   * @param cancelled asked for each node
   * @throws CancellationException when cancelled
   * @throws OnnxException when a size is not known, nothing makes what a node reads, or nodes read each other in a circle
   */
  public ImportedNetwork run(BooleanSupplier cancelled) throws OnnxException {
    String stem = options.name().isEmpty() ? model.fileName().replaceFirst("\\.[^.]*$", "") : options.name();
    String name = names.of(stem, "network");
    List<OnnxNode> order = new NodeOrder(model).sorted();
    for (OnnxTensor constant : model.constants().values()) {
      values.put(constant.name(), constant(constant));
    }
    for (int i = 0; i < model.inputs().size(); i++) {
      input(model.inputs().get(i), i == 0);
    }
    order.forEach(node -> node.inputs().forEach(
        input -> readers.computeIfAbsent(input, key -> new ArrayList<>()).add(node.type())));
    for (OnnxNode node : order) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("The import was cancelled.");
      }
      translate(node);
    }
    if (text.isEmpty()) {
      throw new OnnxException("The graph has no layer: nothing in it computes what leaves it.");
    }
    String written = text.render(heading(), name, model.fileName(), batch, options);
    return new ImportedNetwork(name, written, warnings.stream().map(warning -> warning.at(text)).toList());
  }

  private String heading() {
    String producer = model.producer().isEmpty() ? "" : ", written by " + Names.plain(model.producer());
    return """
        Imported from %s%s.
        Biases, batch normalisation, activations and scaling by constants are folded into the layers before them; what the
        macros do not compute is priced as the data it moves.
        """.formatted(model.fileName(), producer);
  }

  static Value constant(OnnxTensor tensor) {
    return Value.constant(tensor.shape(), ElementType.quantisedBits(tensor.type()), tensor.numbers());
  }

  private void input(OnnxValue input, boolean first) throws OnnxException {
    var shape = new long[input.dimensions().size()];
    for (int axis = 0; axis < shape.length; axis++) {
      Dimension dimension = input.dimensions().get(axis);
      shape[axis] = size(dimension, axis).orElse(0L);
      if (axis == 0 && first && shape.length > 1) {
        batch = shape[axis];
      }
      if (shape[axis] == 0) {
        String open = dimension.name().isEmpty() ? "?" : dimension.name();
        String message = "Input '%s' leaves its size on axis %d open ('%s').".formatted(input.name(), axis, open);
        throw open.equals("?")
            ? new OnnxException(message + " Maybe name it in the model, so that it can be given.")
            : OnnxException.open(message, open);
      }
    }
    if (!input.hasShape()) {
      throw new OnnxException("Input '%s' has no shape. Maybe export the model with its input's shape.".formatted(input.name()));
    }
    String name = names.of(input.name(), "input");
    Layout layout = canonical(shape);
    text.input(name, layout);
    values.put(input.name(), Value.of(new Source(name, layout), shape, ElementType.quantisedBits(input.type())));
  }

  private Optional<Long> size(Dimension dimension, int axis) {
    if (dimension.size() > 0) {
      return Optional.of(dimension.size());
    }
    Long given = options.sizes().get(dimension.name());
    return given != null ? Optional.of(given) : axis == 0 ? Optional.of(batch) : Optional.empty();
  }

  private void translate(OnnxNode node) throws OnnxException {
    var context = new NodeContext(node, this);
    try {
      Operators.of(node).translate(context);
    } catch (UnsupportedNode e) {
      Unknown.translate(context, e);
    } catch (ArithmeticException e) {
      throw new OnnxException("Node %d '%s' makes a tensor that is too large to be counted. The file may be damaged."
          .formatted(node.number(), node.title()));
    }
    for (String output : node.outputs()) {
      values.putIfAbsent(output, Value.constant(new long[0], 0, null)); // such as the mask of a dropout
    }
  }

  Value value(String name) {
    return values.get(name); // the order of the nodes makes sure that there is one
  }

  void define(String name, Value value) {
    values.put(name, value);
  }

  List<String> readers(String name) {
    return model.outputs().contains(name) ? List.of("") : readers.getOrDefault(name, List.of());
  }

  NetworkText text() {
    return text;
  }

  String layerName(OnnxNode node, String keyword) {
    return names.of(node.title().replaceFirst(";.*", ""), keyword);
  }

  /** Warn of a node, for which the last layer stands if any does. */
  void warn(OnnxNode node, String message, boolean hasLayer) {
    if (warnings.size() < MOST_WARNINGS) {
      warnings.add(new Remark(node, message, hasLayer ? text.last() : null));
    }
  }

  Optional<long[]> declaredShape(String name) {
    OnnxValue declared = model.known().get(name);
    if (declared == null || !declared.hasShape()) {
      return Optional.empty();
    }
    var shape = new long[declared.dimensions().size()];
    for (int axis = 0; axis < shape.length; axis++) {
      Optional<Long> size = size(declared.dimensions().get(axis), axis);
      if (size.isEmpty()) {
        return Optional.empty();
      }
      shape[axis] = size.get();
    }
    return Optional.of(shape);
  }

  long perInference(long elements) {
    return Math.ceilDiv(elements, batch);
  }

  Layout canonical(long[] shape) {
    long elements = Math.max(1, perInference(Shapes.product(shape, 0, shape.length)));
    long[] inner = shape.length > 1 && shape[0] == batch ? Arrays.copyOfRange(shape, 1, shape.length)
        : batch == 1 ? shape : new long[] {elements};
    while (inner.length > 3 && inner[0] == 1) {
      inner = Arrays.copyOfRange(inner, 1, inner.length);
    }
    return switch (inner.length) {
      case 0, 1 -> Layout.features(elements);
      case 2 -> new Layout(inner[1], inner[0], 1); // tokens of features
      case 3 -> new Layout(inner[0], inner[1], inner[2]);
      default -> new Layout(inner[0], elements / inner[0], 1);
    };
  }

  /** Return the input or layer that a value is, or is a view of. */
  Source source(Value value) {
    if (value.source() == null) {
      throw new IllegalArgumentException("A constant is no layer.");
    }
    return value.source();
  }

  /** Return the name of what shows a source in a shape: its own, or that of a view of it. */
  String view(Source source, Layout layout) {
    if (source.layout().equals(layout)) {
      return source.name();
    }
    return views.computeIfAbsent(source, key -> new HashMap<>()).computeIfAbsent(layout, key -> {
      String name = names.of(source.name() + "_view", "view");
      text.layer(new LayerText("", "reshape", name, List.of(source.name()), "to " + layout, List.of(), -1, -1));
      return name;
    });
  }
}
