package org.imc.dsl.validation;

import static org.imc.model.imc.ImcPackage.Literals.*;

import java.util.HashSet;
import java.util.List;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.lowering.ShapeInference;
import org.imc.dsl.lowering.ShapeProblem;
import org.imc.model.imc.InputDecl;
import org.imc.model.imc.LayerDecl;
import org.imc.model.imc.NetworkDecl;
import org.imc.model.imc.NodeDecl;
import org.imc.model.imc.PaddingDecl;
import org.imc.model.imc.PaddingKind;

/** Networks: order, edges and shapes. */
public class NetworkChecks extends ImcChecks {

  /** Report a network without layers. */
  @Check
  public void checkNetworkHasLayers(NetworkDecl network) {
    if (EcoreUtil2.typeSelect(network.getNodes(), LayerDecl.class).isEmpty()) {
      error("Network '%s' has no layer. Maybe add 'dense fc from image { units 10 }'.".formatted(network.getName()),
          network, NAMED_DECL__NAME, IssueCodes.NETWORK_EMPTY);
    }
  }

  /** Report a layer that reads one behind it. */
  @Check
  public void checkLayersReadWhatStandsBefore(NetworkDecl network) {
    List<NodeDecl> nodes = network.getNodes();
    for (NodeDecl node : nodes) {
      if (node instanceof LayerDecl layer) {
        for (int i = 0; i < layer.getFrom().size(); i++) {
          NodeDecl read = layer.getFrom().get(i);
          if (!read.eIsProxy() && nodes.indexOf(read) >= nodes.indexOf(layer)) {
            error("Layer '%s' reads '%s', which stands behind it. Maybe move '%s' up."
                    .formatted(layer.getName(), read.getName(), read.getName()),
                layer, LAYER_DECL__FROM, i, IssueCodes.LAYER_ORDER);
          }
        }
      }
    }
  }

  /** Report shapes that do not compose. */
  @Check
  public void checkShapesCompose(NetworkDecl network) {
    for (ShapeProblem problem : ShapeInference.of(network).problems()) {
      boolean isLeftOut = problem.feature() != null && !problem.object().eIsSet(problem.feature());
      error(problem.message(), problem.object(), isLeftOut ? NAMED_DECL__NAME : problem.feature(),
          isLeftOut ? -1 : problem.index(), problem.code());
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
  public void checkEverythingIsRead(NetworkDecl network) {
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
}
