package org.imc.dsl.ui.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.imc.engine.workload.Operand;

/** Boxes and the ways between them, laid out in layers by ELK. */
final class ArchitectureGraph {

  private static final double BETWEEN_LAYERS = 46;
  private static final double BETWEEN_NODES = 26;
  private static final double BETWEEN_WAYS = 12;
  private static final double PADDING = 16;

  private final ElkNode graph = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
  private final Map<ElkEdge, Operand> ways = new LinkedHashMap<>();

  ArchitectureGraph() {
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(CoreOptions.PADDING, new ElkPadding(PADDING));
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, BETWEEN_WAYS);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BETWEEN_WAYS);
  }

  /** Where a box is. */
  record Place(double x, double y, double width, double height) { }

  /**
   * The way of an operand.
   *
   * @param operand that goes there
   * @param points of the line, x and y in turn
   */
  record Way(Operand operand, List<Double> points) { }

  void add(String name, double width, double height) {
    ElkNode node = ElkGraphUtil.createNode(graph);
    node.setDimensions(width, height);
    nodes.put(name, node);
  }

  void connect(String from, String to, Operand operand) {
    ways.put(ElkGraphUtil.createSimpleEdge(nodes.get(from), nodes.get(to)), operand);
  }

  /** Find places for everything. */
  void layOut() {
    // outside ELK's own workbench parts nobody tells it which algorithms there are
    LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
  }

  double width() {
    return graph.getWidth();
  }

  double height() {
    return graph.getHeight();
  }

  Place place(String name) {
    ElkNode node = nodes.get(name);
    return new Place(node.getX(), node.getY(), node.getWidth(), node.getHeight());
  }

  List<Way> ways() {
    return ways.entrySet().stream().map(way -> new Way(way.getValue(), points(way.getKey()))).toList();
  }

  private static List<Double> points(ElkEdge edge) {
    var points = new ArrayList<Double>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(section.getStartX());
      points.add(section.getStartY());
      for (ElkBendPoint bend : section.getBendPoints()) {
        points.add(bend.getX());
        points.add(bend.getY());
      }
      points.add(section.getEndX());
      points.add(section.getEndY());
    }
    return points;
  }
}
