package org.imc.dsl.lowering;

import static org.imc.dsl.quantity.Quantities.whole;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.imc.dsl.linking.Kinds;
import org.imc.engine.ElementId;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.engine.workload.Precision;
import org.imc.engine.workload.Window;
import org.imc.model.imc.Conv2dDecl;
import org.imc.model.imc.DenseDecl;
import org.imc.model.imc.DepthwiseDecl;
import org.imc.model.imc.LayerDecl;
import org.imc.model.imc.MatmulDecl;
import org.imc.model.imc.NetworkDecl;
import org.imc.model.imc.NodeDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.ReshapeDecl;
import org.imc.model.imc.WindowedLayerDecl;

/** Turn networks into the engine's values. */
public final class NetworkLowering {

  private final Places places;

  NetworkLowering(Places places) {
    this.places = places;
  }

  Network lower(NetworkDecl declaration) {
    var flat = FlatNetwork.of(declaration);
    NetworkDecl network = flat.network();
    var shapes = ShapeInference.of(network);
    var layers = new ArrayList<Layer>();
    for (NodeDecl node : network.getNodes()) {
      if (node instanceof LayerDecl layer && !(layer instanceof ReshapeDecl)) {
        layers.add(lower(layer, places.id(declaration, layer.getName(), flat.written(layer)), network, shapes));
      }
    }
    return new Network(places.id(declaration), network.getName(), layers);
  }

  private Layer lower(LayerDecl layer, ElementId id, NetworkDecl network, ShapeInference shapes) {
    long batch = whole(network.getBatch(), 1);
    Shape output = shape(layer, shapes);
    List<Shape> inputs = layer.getFrom().stream().map(read -> shape(read, shapes)).toList();
    List<String> predecessors = layer.getFrom().stream().map(NetworkLowering::maker)
        .filter(LayerDecl.class::isInstance).map(NodeDecl::getName).toList();
    return switch (layer) {
      case Conv2dDecl conv -> {
        long groups = whole(conv.getGroups(), 1);
        yield convolution(conv, id, network, predecessors, inputs.get(0), output, groups);
      }
      case DepthwiseDecl depthwise ->
          convolution(depthwise, id, network, predecessors, inputs.get(0), output, inputs.get(0).channels());
      case DenseDecl dense -> mac(dense, id, network, predecessors, Window.none(1, 1),
          Map.of(LoopDim.K, output.channels(), LoopDim.C, inputs.get(0).elements()));
      case MatmulDecl matmul -> mac(matmul, id, network, predecessors, Window.none(1, whole(matmul.getRows())),
          Map.of(LoopDim.G, whole(matmul.getHeads(), 1), LoopDim.K, whole(matmul.getColumns()),
              LoopDim.C, whole(matmul.getInner()), LoopDim.OX, whole(matmul.getRows())));
      default -> new ElementwiseLayer(id, layer.getName(), Kinds.word(layer.eClass()),
          Math.multiplyExact(batch, inputs.stream().mapToLong(Shape::elements).reduce(0, Math::addExact)),
          Math.multiplyExact(batch, output.elements()),
          precision(layer, network), predecessors);
    };
  }

  private static MacLayer convolution(WindowedLayerDecl layer, ElementId id, NetworkDecl network, List<String> predecessors,
      Shape input, Shape output, long groups) {
    SlidingWindow y = SlidingWindow.vertical(layer, input.height()).orElseThrow();
    SlidingWindow x = SlidingWindow.horizontal(layer, input.width()).orElseThrow();
    var window = new Window(
        y.stride(), x.stride(), y.dilation(), x.dilation(), input.height(), input.width());
    return mac(layer, id, network, predecessors, window, Map.of(
        LoopDim.G, groups,
        LoopDim.K, output.channels() / groups,
        LoopDim.C, input.channels() / groups,
        LoopDim.OY, output.height(),
        LoopDim.OX, output.width(),
        LoopDim.FY, y.kernel(),
        LoopDim.FX, x.kernel()));
  }

  private static MacLayer mac(LayerDecl layer, ElementId id, NetworkDecl network, List<String> predecessors, Window window,
      Map<LoopDim, Long> sizes) {
    var bounds = new EnumMap<>(sizes);
    bounds.put(LoopDim.B, whole(network.getBatch(), 1));
    return new MacLayer(id, layer.getName(), Kinds.word(layer.eClass()), LoopBounds.of(bounds), window,
        precision(layer, network), layer instanceof MatmulDecl, predecessors);
  }

  /** Return what makes the elements of a node: behind a view, what it views. */
  private static NodeDecl maker(NodeDecl node) {
    NodeDecl maker = node;
    while (maker instanceof ReshapeDecl view) {
      maker = view.getFrom().get(0);
    }
    return maker;
  }

  private static Precision precision(LayerDecl layer, NetworkDecl network) {
    int weight = width(layer.getWeight() == null ? network.getWeight() : layer.getWeight());
    int activation = width(layer.getActivation() == null ? network.getActivation() : layer.getActivation());
    int output = width(network.getActivation());
    int partialSum = Math.toIntExact(whole(network.getPartialSum(), weight + activation));
    return new Precision(weight, activation, Math.max(partialSum, output), output);
  }

  private static int width(QuantityDecl quantity) {
    return Math.toIntExact(whole(quantity));
  }

  private static Shape shape(NodeDecl node, ShapeInference shapes) {
    return shapes.shape(node).orElseThrow(
        () -> new IllegalArgumentException("Layer '%s' has no shape.".formatted(node.getName())));
  }
}
