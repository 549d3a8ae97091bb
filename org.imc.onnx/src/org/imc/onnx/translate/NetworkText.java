package org.imc.onnx.translate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.imc.onnx.ImportOptions;

/** The text of a network as it is put together, laid out as the formatter does. */
final class NetworkText {

  private final Map<String, Layout> inputs = new LinkedHashMap<>();
  private final List<LayerText> layers = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  /**
   * One layer.
   *
   * @param remark what stands above it; empty for nothing
   * @param keyword what it is
   * @param name what it is called
   * @param from what it reads
   * @param tail what stands behind that, without a block
   * @param properties those of its block, in their order; empty for a layer without one
   * @param weightBits width of its weights if they are quantised, 0 if not; negative for a layer without
   * @param activationBits width of what it reads, likewise
   */
  record LayerText(String remark, String keyword, String name, List<String> from, String tail, List<String> properties,
      int weightBits, int activationBits) {

    LayerText {
      from = List.copyOf(from);
      properties = properties.stream().filter(property -> !property.isEmpty()).toList();
    }

    private boolean hasWidths() {
      return weightBits >= 0;
    }
  }

  void input(String name, Layout layout) {
    inputs.put(name, layout);
  }

  void layer(LayerText layer) {
    layers.add(layer);
  }

  /** Return the name of the layer that was added last. */
  String last() {
    return layers.getLast().name();
  }

  /** Return the line of a layer in the file that was rendered, from 1. */
  int line(String layer) {
    return lines.get(layer);
  }

  boolean isEmpty() {
    return layers.isEmpty();
  }

  /** Return the file. Inputs that no layer reads are left out: only their shape was looked at. */
  String render(String heading, String name, String source, long batch, ImportOptions options) {
    int weightBits = usual(LayerText::weightBits, options.weightBits());
    int activationBits = usual(LayerText::activationBits, options.activationBits());
    var text = new StringBuilder("/*\n");
    heading.lines().forEach(line -> text.append(" * ").append(harmless(line)).append('\n'));
    text.append(" */\nnetwork %s {\n  source \"%s\"\n".formatted(name, quoted(source)));
    if (batch > 1) {
      text.append("  batch %d\n".formatted(batch));
    }
    text.append("  weight %d bit\n  activation %d bit\n\n".formatted(weightBits, activationBits));
    Set<String> read = new HashSet<>();
    layers.forEach(layer -> read.addAll(layer.from()));
    inputs.forEach((input, layout) -> {
      if (read.contains(input)) {
        text.append("  input %s %s\n".formatted(input, layout));
      }
    });
    text.append('\n');
    int line = (int) text.chars().filter(each -> each == '\n').count() + 1;
    for (LayerText layer : layers) {
      line += layer.remark().isEmpty() ? 0 : 1;
      lines.put(layer.name(), line++);
      render(layer, width(layer.weightBits(), options.weightBits(), weightBits, "weight"),
          width(layer.activationBits(), options.activationBits(), activationBits, "activation"), text);
    }
    return text.append("}\n").toString();
  }

  private static void render(LayerText layer, String weight, String activation, StringBuilder text) {
    if (!layer.remark().isEmpty()) {
      text.append("  // ").append(harmless(layer.remark())).append('\n');
    }
    text.append("  %s %s from %s".formatted(layer.keyword(), layer.name(), String.join(", ", layer.from())));
    if (!layer.tail().isEmpty()) {
      text.append(' ').append(layer.tail());
    }
    if (!layer.properties().isEmpty()) {
      String widths = layer.hasWidths() ? weight + activation : "";
      text.append(" { ").append(String.join(" ", layer.properties())).append(widths).append(" }");
    }
    text.append('\n');
  }

  /** Return the width that most quantised layers have, the smaller of two; what was asked for when none is quantised. */
  private int usual(ToIntFunction<LayerText> width, int otherwise) {
    var counts = new HashMap<Integer, Integer>();
    layers.stream().mapToInt(width).filter(bits -> bits > 0).forEach(bits -> counts.merge(bits, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(otherwise);
  }

  private static String width(int quantised, int unquantised, int usual, String property) {
    int bits = quantised > 0 ? quantised : unquantised;
    return bits == usual ? "" : " %s %d bit".formatted(property, bits);
  }

  /** Return anyone's text as what may stand between quotes. */
  static String quoted(String text) {
    return harmless(text).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** Return anyone's text without what ends a comment or a line. */
  private static String harmless(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ").replace("*/", "* /");
  }
}
