package org.imc.dsl.validation;

import static org.imc.dsl.quantity.Quantities.whole;
import static org.imc.model.imc.ImcPackage.Literals.*;

import java.util.HashSet;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.linking.Kinds;
import org.imc.dsl.lowering.FlatNetwork;
import org.imc.dsl.lowering.ShapeInference;
import org.imc.dsl.lowering.ShapeProblem;
import org.imc.dsl.lowering.SlidingWindow;
import org.imc.model.imc.GraphDecl;
import org.imc.model.imc.InputDecl;
import org.imc.model.imc.LayerDecl;
import org.imc.model.imc.MatmulDecl;
import org.imc.model.imc.NetworkDecl;
import org.imc.model.imc.NodeDecl;
import org.imc.model.imc.PaddingDecl;
import org.imc.model.imc.PaddingKind;
import org.imc.model.imc.PoolDecl;
import org.imc.model.imc.ReshapeDecl;
import org.imc.model.imc.UseDecl;
import org.imc.model.imc.WindowedLayerDecl;

/** Networks: order, edges and shapes. */
public class NetworkChecks extends ImcChecks {

  /** Report a network or block without layers. */
  @Check
  public void checkGraphHasLayers(GraphDecl graph) {
    if (graph.getNodes().stream().noneMatch(node -> node instanceof LayerDecl && !(node instanceof ReshapeDecl))) {
      error("%s '%s' has no layer. Maybe add 'dense fc from image { units 10 }'.".formatted(
              Kinds.capitalised(graph.eClass()), graph.getName()),
          graph, NAMED_DECL__NAME, IssueCodes.NETWORK_EMPTY);
    }
  }

  /** Report a layer that reads one behind it. */
  @Check
  public void checkLayersReadWhatStandsBefore(GraphDecl network) {
    var before = new HashSet<NodeDecl>();
    for (NodeDecl node : network.getNodes()) {
      if (node instanceof LayerDecl layer) {
        for (int i = 0; i < layer.getFrom().size(); i++) {
          NodeDecl read = layer.getFrom().get(i);
          if (!read.eIsProxy() && !before.contains(read)) {
            error("Layer '%s' reads '%s', which stands behind it. Maybe move '%s' up."
                    .formatted(layer.getName(), read.getName(), read.getName()),
                layer, LAYER_DECL__FROM, i, IssueCodes.LAYER_ORDER);
          }
        }
      }
      before.add(node);
    }
  }

  /**
   * Report shapes that do not compose, those of a block's layers where the block is used; and a network that its blocks
   * make larger than can be evaluated.
   */
  @Check
  public void checkShapesCompose(NetworkDecl network) {
    FlatNetwork flat = FlatNetwork.of(network);
    if (flat.isTooLarge()) {
      error("With its blocks, network '%s' has more than %d layers. Maybe repeat a block less often."
              .formatted(network.getName(), FlatNetwork.MAX_LAYERS),
          network, NAMED_DECL__NAME, IssueCodes.BLOCK_TOO_LARGE);
    }
    for (ShapeProblem problem : ShapeInference.of(flat.network()).problems()) {
      EObject place = flat.written(problem.object());
      boolean unmarked = place instanceof UseDecl
          || problem.feature() != null && !problem.object().eIsSet(problem.feature());
      error(problem.message(), place, unmarked ? NAMED_DECL__NAME : problem.feature(), unmarked ? -1 : problem.index(),
          problem.code());
    }
  }

  /** Report paddings of three or more than four numbers. */
  @Check
  public void checkPaddingHasOneTwoOrFourSizes(PaddingDecl padding) {
    int sizes = padding.getSizes().size();
    if (padding.getKind() == PaddingKind.EXPLICIT && sizes != 1 && sizes != 2 && sizes != 4) {
      error("'padding' has %d numbers. Maybe give one (all sides), two (height, width) or four (top, left, bottom, right)."
              .formatted(sizes),
          padding, null, IssueCodes.LAYER_SHAPE);
    }
  }

  /** Warn about an input or a layer that nobody reads, but the last layer. */
  @Check
  public void checkEverythingIsRead(GraphDecl network) {
    var read = new HashSet<NodeDecl>();
    List<NodeDecl> nodes = network.getNodes();
    EcoreUtil2.typeSelect(nodes, LayerDecl.class).forEach(layer -> read.addAll(layer.getFrom()));
    for (int i = 0; i < nodes.size(); i++) {
      NodeDecl node = nodes.get(i);
      if (!read.contains(node) && (i < nodes.size() - 1 || node instanceof InputDecl)) {
        warning("Nobody reads '%s'. Maybe a 'from' is missing.".formatted(node.getName()),
            node, NAMED_DECL__NAME, IssueCodes.LAYER_UNREAD);
      }
    }
  }

  /** Warn about a layer that reads the same thing twice. */
  @Check
  public void checkNothingIsReadTwice(LayerDecl layer) {
    for (int i = 1; i < layer.getFrom().size(); i++) {
      NodeDecl read = layer.getFrom().get(i);
      if (!read.eIsProxy() && layer.getFrom().indexOf(read) < i && !(layer instanceof MatmulDecl)) {
        warning("Layer '%s' reads '%s' twice. Maybe another layer is meant.".formatted(layer.getName(), read.getName()),
            layer, LAYER_DECL__FROM, i, IssueCodes.LAYER_READS_TWICE);
      }
    }
  }

  /** Report what a global pool cannot have, and warn about windows that leave inputs out or see only zeros. */
  @Check
  public void checkWindow(WindowedLayerDecl layer) {
    if (layer instanceof PoolDecl pool && pool.isGlobal()) {
      for (EStructuralFeature window : List.of(WINDOWED_LAYER_DECL__KERNEL, WINDOWED_LAYER_DECL__STRIDE,
          WINDOWED_LAYER_DECL__PADDING, WINDOWED_LAYER_DECL__DILATION)) {
        if (pool.eIsSet(window)) {
          error("Pool '%s' is global, so '%s' has no meaning. Maybe remove one of them."
                  .formatted(pool.getName(), window.getName()),
              pool, window, IssueCodes.PROPERTY_OUT_OF_PLACE);
        }
      }
      return;
    }
    SlidingWindow.vertical(layer, 1).ifPresent(y -> reportWindow(layer, y, "rows"));
    SlidingWindow.horizontal(layer, 1).ifPresent(x -> reportWindow(layer, x, "columns"));
  }

  private void reportWindow(WindowedLayerDecl layer, SlidingWindow window, String what) {
    // subsampling by a kernel of 1 is what residual branches do on purpose
    if (window.kernel() > 1 && window.stride() > window.span()) {
      warning("Layer '%s' steps over %s: its stride of %d is larger than the %d that its kernel spans."
              .formatted(layer.getName(), what, window.stride(), window.span()),
          layer, WINDOWED_LAYER_DECL__STRIDE, IssueCodes.LAYER_STRIDE_SKIPS);
    }
    boolean explicit = layer.getPadding() != null && layer.getPadding().getKind() == PaddingKind.EXPLICIT;
    if (explicit && window.padding() >= 2 * window.span()) {
      warning("Layer '%s' has kernels that see padding %s only: %d zeros for a span of %d. Maybe use less padding."
              .formatted(layer.getName(), what, window.padding(), window.span()),
          layer, WINDOWED_LAYER_DECL__PADDING, IssueCodes.LAYER_PADDING);
    }
  }

  /** Warn about sums that cannot hold a single product. */
  @Check
  public void checkPartialSumHoldsAProduct(NetworkDecl network) {
    if (valid(network.getPartialSum(), network.getWeight(), network.getActivation())) {
      long product = whole(network.getWeight()) + whole(network.getActivation());
      if (whole(network.getPartialSum()) < product) {
        warning("Network '%s' sums products of %d bits in %d bits. Maybe set 'partial sum' to at least %d bit."
                .formatted(network.getName(), product, whole(network.getPartialSum()), product),
            network, NETWORK_DECL__PARTIAL_SUM, IssueCodes.NETWORK_PARTIAL_SUM, product + " bit");
      }
    }
  }
}
