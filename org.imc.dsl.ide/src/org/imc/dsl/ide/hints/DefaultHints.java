package org.imc.dsl.ide.hints;

import static org.imc.model.imc.ImcPackage.Literals.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.quantity.Quantities;
import org.imc.dsl.validation.Properties;
import org.imc.model.imc.AdcDecl;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.Conv2dDecl;
import org.imc.model.imc.DacDecl;
import org.imc.model.imc.DepthwiseDecl;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.MatmulDecl;
import org.imc.model.imc.MemoryDecl;
import org.imc.model.imc.NetworkDecl;
import org.imc.model.imc.PoolDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.TechnologyDecl;
import org.imc.model.imc.TransistorDecl;
import org.imc.model.imc.WindowedLayerDecl;

/** Show the values that hold because nothing else was written, behind the brace that opens a block. Stateless. */
public class DefaultHints {

  /** Return the hints of a file in the order of the text. */
  public List<Hint> of(XtextResource resource) {
    var hints = new ArrayList<Hint>();
    EcoreUtil.getAllProperContents(resource, true).forEachRemaining(content -> {
      String defaults = defaults((EObject) content);
      if (!defaults.isEmpty()) {
        openingBrace((EObject) content).ifPresent(brace -> hints.add(new Hint(
            brace.getEndOffset(), defaults, "Left out in this block, so that this holds.")));
      }
    });
    return hints;
  }

  private static String defaults(EObject declaration) {
    var words = new StringJoiner(" · ");
    switch (declaration) {
      case MacroDecl macro when macro.getBase() == null -> ofMacro(macro, words);
      case DacDecl dac when !dac.isSetKind() && !extendsAnother(dac) -> words.add(holds(DAC_DECL__KIND));
      case AdcDecl adc -> addIfLeftOut(words, adc, ADC_DECL__COLUMNS, ADC_DECL__MODEL);
      case TransistorDecl transistor when !extendsAnother(transistor) -> addIfLeftOut(
          words, transistor, TRANSISTOR_DECL__ALPHA, TRANSISTOR_DECL__SLOPE, TRANSISTOR_DECL__ANALOG_EXPONENT);
      case MemoryDecl memory when !isGiven(memory) -> words.add(holds(MEMORY_DECL__SHARING));
      case NetworkDecl network -> ofNetwork(network, words);
      case WindowedLayerDecl layer -> ofWindow(layer, words);
      case MatmulDecl matmul when matmul.getHeads() == null -> words.add(holds(MATMUL_DECL__HEADS));
      default -> { }
    }
    ComputedFigures.of(declaration).ifPresent(words::add);
    return words.toString();
  }

  private static String holds(EStructuralFeature feature) {
    return Properties.keyword(feature) + " " + Properties.whenLeftOut(feature).orElseThrow();
  }

  private static void addIfLeftOut(StringJoiner words, EObject declaration, EStructuralFeature... features) {
    for (EStructuralFeature feature : features) {
      if (!declaration.eIsSet(feature)) {
        words.add(holds(feature));
      }
    }
  }

  /** Return whether what a DAC leaves out may be that of a base. */
  private static boolean extendsAnother(DacDecl dac) {
    return dac.eContainer() instanceof MacroDecl macro && macro.getBase() != null;
  }

  /** Return whether what a transistor leaves out may be that of a base. */
  private static boolean extendsAnother(TransistorDecl transistor) {
    return transistor.eContainer() instanceof TechnologyDecl technology && technology.getBase() != null;
  }

  private static boolean isGiven(MemoryDecl memory) {
    return memory.isSetSharing()
        || memory.eContainer() instanceof ArchitectureDecl architecture && architecture.getBase() != null;
  }

  private static void ofMacro(MacroDecl macro, StringJoiner words) {
    if (macro.getCellsPerMultiplier() == null) {
      words.add("cells 1 per multiplier");
    }
    TechnologyDecl technology = macro.getTechnology();
    QuantityDecl supply = technology == null || technology.eIsProxy() ? null : Effective.of(technology).joined().getSupply();
    if (macro.getSupply() == null && Quantities.isValid(supply)) {
      words.add("supply " + Quantities.text(supply));
    }
    if (macro.getClock() == null) {
      words.add(holds(MACRO_DECL__CLOCK));
    }
  }

  private static void ofNetwork(NetworkDecl network, StringJoiner words) {
    if (network.getBatch() == null) {
      words.add(holds(NETWORK_DECL__BATCH));
    }
    if (network.getPartialSum() == null
        && Quantities.isValid(network.getWeight()) && Quantities.isValid(network.getActivation())) {
      words.add("partial sum %d bit".formatted(
          Quantities.whole(network.getWeight()) + Quantities.whole(network.getActivation())));
    }
  }

  private static void ofWindow(WindowedLayerDecl layer, StringJoiner words) {
    if (layer instanceof PoolDecl pool && pool.isGlobal()) {
      return;
    }
    if (layer instanceof Conv2dDecl conv && conv.getGroups() == null) {
      words.add(holds(CONV2D_DECL__GROUPS));
    }
    if (layer instanceof DepthwiseDecl depthwise && depthwise.getMultiplier() == null) {
      words.add(holds(DEPTHWISE_DECL__MULTIPLIER));
    }
    if (layer.getStride() == null) {
      words.add(holds(WINDOWED_LAYER_DECL__STRIDE));
    }
    if (layer.getPadding() == null) {
      words.add(holds(WINDOWED_LAYER_DECL__PADDING));
    }
  }

  private static Optional<ILeafNode> openingBrace(EObject declaration) {
    INode node = NodeModelUtils.findActualNodeFor(declaration);
    if (node != null) {
      for (ILeafNode leaf : node.getLeafNodes()) {
        if (!leaf.isHidden() && leaf.getText().equals("{")) {
          return Optional.of(leaf);
        }
      }
    }
    return Optional.empty();
  }
}
