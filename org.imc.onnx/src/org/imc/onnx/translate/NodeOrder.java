package org.imc.onnx.translate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.imc.onnx.OnnxException;
import org.imc.onnx.file.OnnxModel;
import org.imc.onnx.file.OnnxNode;
import org.imc.onnx.file.OnnxValue;

/** The nodes that what leaves the graph needs, each behind what it reads, otherwise in the order of the file. */
final class NodeOrder {

  private static final int MOST_NAMED = 5;

  private final OnnxModel model;
  private final Map<String, OnnxNode> makers = new HashMap<>();
  private final Set<String> given = new HashSet<>();

  NodeOrder(OnnxModel model) throws OnnxException {
    this.model = model;
    given.addAll(model.constants().keySet());
    model.inputs().stream().map(OnnxValue::name).forEach(given::add);
    for (OnnxNode node : model.nodes()) {
      for (String output : node.outputs()) {
        OnnxNode other = output.isEmpty() ? null : makers.put(output, node);
        if (other != null || given.contains(output)) {
          throw new OnnxException("'%s' is made twice: by node %d '%s' and by %s.".formatted(output, node.number(), node.title(),
              other == null ? "an input or a constant of the graph" : "node %d '%s'".formatted(other.number(), other.title())));
        }
      }
    }
  }

  /** Return the nodes. */
  List<OnnxNode> sorted() throws OnnxException {
    Collection<OnnxNode> needed = needed();
    var waiting = new HashMap<OnnxNode, Integer>();
    var readers = new HashMap<OnnxNode, List<OnnxNode>>();
    var ready = new PriorityQueue<OnnxNode>((a, b) -> Integer.compare(a.number(), b.number()));
    for (OnnxNode node : needed) {
      Set<OnnxNode> before = node.inputs().stream().filter(makers::containsKey).map(makers::get).collect(Collectors.toSet());
      before.forEach(maker -> readers.computeIfAbsent(maker, key -> new ArrayList<>()).add(node));
      waiting.put(node, before.size());
      if (before.isEmpty()) {
        ready.add(node);
      }
    }
    var sorted = new ArrayList<OnnxNode>();
    while (!ready.isEmpty()) {
      OnnxNode node = ready.remove();
      sorted.add(node);
      for (OnnxNode reader : readers.getOrDefault(node, List.of())) {
        if (waiting.merge(reader, -1, Integer::sum) == 0) {
          ready.add(reader);
        }
      }
    }
    if (sorted.size() < needed.size()) {
      throw new OnnxException("Nodes read each other in a circle, or read one: " + waiting.entrySet().stream()
          .filter(entry -> entry.getValue() > 0)
          .map(Map.Entry::getKey)
          .sorted((a, b) -> Integer.compare(a.number(), b.number()))
          .limit(MOST_NAMED)
          .map(node -> "%d '%s'".formatted(node.number(), node.title()))
          .collect(Collectors.joining(", ")) + ".");
    }
    return sorted;
  }

  private Collection<OnnxNode> needed() throws OnnxException {
    var needed = new HashSet<OnnxNode>();
    var open = new ArrayDeque<OnnxNode>();
    for (String output : model.outputs()) {
      OnnxNode maker = makers.get(output);
      if (maker != null && needed.add(maker)) {
        open.add(maker);
      }
    }
    while (!open.isEmpty()) {
      OnnxNode node = open.remove();
      for (String input : node.inputs()) {
        OnnxNode maker = makers.get(input);
        if (maker == null && !input.isEmpty() && !given.contains(input)) {
          throw new OnnxException("Node %d '%s' reads '%s', which nothing makes.".formatted(node.number(), node.title(), input));
        }
        if (maker != null && needed.add(maker)) {
          open.add(maker);
        }
      }
    }
    return needed;
  }
}
