package org.imc.dsl.validation;

import static org.imc.model.imc.ImcPackage.Literals.*;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.linking.Kinds;
import org.imc.dsl.linking.Spelling;
import org.imc.dsl.lowering.MappingLowering;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;
import org.imc.model.imc.ForbiddenDecl;
import org.imc.model.imc.HeldDecl;
import org.imc.model.imc.LayerMappingDecl;
import org.imc.model.imc.LoopDecl;
import org.imc.model.imc.LoopListDecl;
import org.imc.model.imc.MappingDecl;
import org.imc.model.imc.MatmulDecl;
import org.imc.model.imc.MemoryDecl;
import org.imc.model.imc.NodeDecl;
import org.imc.model.imc.OperandKind;
import org.imc.model.imc.WeightsKind;
import org.jspecify.annotations.Nullable;

/** Mappings: the words of them. What they say in numbers is checked by {@link MappingSizeChecks}. */
public class MappingChecks extends ImcChecks {

  /** Layers without multiplications on the macros. */
  private static final Set<EClass> MOVED_ONLY = Set.of(ADD_DECL, POOL_DECL, CONCAT_DECL, RESHAPE_DECL, OPERATOR_DECL);

  /** Report what is no loop dimension. */
  @Check
  public void checkDimensionsAreKnown(LoopDecl loop) {
    if (!loop.isAny()) {
      checkDimension(loop.getDimension(), loop, LOOP_DECL__DIMENSION, INSIGNIFICANT_INDEX);
    }
  }

  /** Report what is no loop dimension. */
  @Check
  public void checkDimensionsAreKnown(ForbiddenDecl forbidden) {
    for (int i = 0; i < forbidden.getDimensions().size(); i++) {
      String dim = forbidden.getDimensions().get(i);
      checkDimension(dim, forbidden, FORBIDDEN_DECL__DIMENSIONS, i);
      if (isDimension(dim)) {
        checkAxis(LoopDim.valueOf(dim), MappingLowering.axis(forbidden.getAxis()), forbidden,
            FORBIDDEN_DECL__DIMENSIONS, i);
      }
    }
  }

  private void checkDimension(@Nullable String name, EObject at, EStructuralFeature feature, int index) {
    if (name != null && !isDimension(name)) {
      String meant = Spelling.nearest(name, Stream.of(LoopDim.values()).map(LoopDim::name))
          .orElse(isDimension(name.toUpperCase(Locale.ROOT)) ? name.toUpperCase(Locale.ROOT) : "OX");
      error("There is no loop dimension '%s'. Maybe '%s'; there are B, G, K, C, OY, OX, FY and FX.".formatted(name, meant),
          at, feature, index, IssueCodes.MAPPING_DIMENSION, meant);
    }
  }

  static boolean isDimension(@Nullable String name) {
    return Stream.of(LoopDim.values()).anyMatch(dim -> dim.name().equals(name));
  }

  /** Report unrollings over an axis that does not take the dimension, or that are named or forbidden as well. */
  @Check
  public void checkUnrollings(LayerMappingDecl block) {
    for (ArrayAxis axis : ArrayAxis.values()) {
      LoopListDecl list = MappingLowering.unrolled(block, axis);
      if (list != null) {
        reportRepeated(list, "unrolled over the %s".formatted(word(axis)));
        for (LoopDecl loop : known(list)) {
          var dim = LoopDim.valueOf(loop.getDimension());
          checkAxis(dim, axis, loop, LOOP_DECL__DIMENSION, INSIGNIFICANT_INDEX);
          if (block.getForbidden().stream().anyMatch(forbidden -> MappingLowering.axis(forbidden.getAxis()) == axis
              && forbidden.getDimensions().contains(dim.name()))) {
            error("%s is unrolled over the %s, and forbidden to be. Maybe remove one.".formatted(dim, word(axis)),
                loop, LOOP_DECL__DIMENSION, IssueCodes.MAPPING_CONTRADICTION);
          }
        }
      }
    }
  }

  private void checkAxis(LoopDim dim, ArrayAxis axis, EObject at, EStructuralFeature feature, int index) {
    Set<LoopDim> takes = axis.dims();
    if (!takes.contains(dim)) {
      String others = Stream.of(ArrayAxis.values()).filter(other -> other.dims().contains(dim))
          .map(other -> "'%s'".formatted(word(other))).collect(Collectors.joining(" or "));
      error("%s cannot be unrolled over the %s, which take %s. Maybe unroll it over %s.".formatted(dim, word(axis),
              takes.stream().map(LoopDim::name).collect(Collectors.joining(", ")), others),
          at, feature, index, IssueCodes.MAPPING_AXIS);
    }
  }

  /** Report an order of loops that leaves more than one place open. */
  @Check
  public void checkOrderHasOneGap(LayerMappingDecl block) {
    if (block.getLoops() != null) {
      List<LoopDecl> gaps = block.getLoops().getLoops().stream().filter(LoopDecl::isAny).toList();
      if (gaps.size() > 1) {
        error("'loops' says 'any' more than once. Maybe keep the innermost and the outermost loops, and one 'any' between.",
            gaps.get(1), null, IssueCodes.MAPPING_ANY);
      }
    }
  }

  /** Report tiles of operands that a memory does not serve or holds whole, and loops that do not concern the operand. */
  @Check
  public void checkTiles(LayerMappingDecl block) {
    checkTile(block.getCells(), Operand.WEIGHT);
    var seen = new HashSet<MemoryDecl>();
    for (HeldDecl held : block.getMemories()) {
      MemoryDecl memory = held.getMemory();
      if (memory != null && !memory.eIsProxy() && !seen.add(memory)) {
        error("Memory '%s' stands here twice. Maybe put both into one block.".formatted(memory.getName()), held,
            HELD_DECL__MEMORY, IssueCodes.MAPPING_CONTRADICTION);
      }
      for (Operand operand : Operand.values()) {
        LoopListDecl list = MappingLowering.tile(held, operand);
        if (list != null && memory != null && !memory.eIsProxy()) {
          checkLevel(memory, operand, held, list);
        }
        checkTile(list, operand);
      }
    }
  }

  private void checkTile(@Nullable LoopListDecl list, Operand operand) {
    if (list == null) {
      return;
    }
    reportRepeated(list, "named");
    for (LoopDecl loop : list.getLoops()) {
      if (loop.isAny()) {
        error("A tile is given with all its loops. Maybe leave it out, so that it is free.", loop, null,
            IssueCodes.MAPPING_ANY);
      }
    }
    for (LoopDecl loop : known(list)) {
      if (!LoopDim.valueOf(loop.getDimension()).isRelevantTo(operand)) {
        error("Loops of %s do not change which %s are held. Maybe remove it."
                .formatted(loop.getDimension(), words(operand)),
            loop, LOOP_DECL__DIMENSION, IssueCodes.MAPPING_IRRELEVANT);
      }
    }
  }

  private void checkLevel(MemoryDecl memory, Operand operand, HeldDecl held, LoopListDecl list) {
    MappingDecl mapping = EcoreUtil2.getContainerOfType(held, MappingDecl.class);
    List<MemoryDecl> serving = Effective.of(mapping.getArchitecture()).joined().getMemories().stream()
        .filter(each -> each.getServes().contains(kind(operand)))
        .toList();
    if (serving.stream().noneMatch(each -> each.getName().equals(memory.getName()))) {
      String others = serving.stream().map(each -> "'%s'".formatted(each.getName())).collect(Collectors.joining(" or "));
      error("Memory '%s' does not serve %s. Maybe %s is meant.".formatted(memory.getName(), words(operand),
              others.isEmpty() ? "another" : others),
          held, list.eContainingFeature(), IssueCodes.MAPPING_LEVEL);
    } else if (serving.get(serving.size() - 1).getName().equals(memory.getName())) {
      error("Memory '%s' is the last one for %s and holds them all. Maybe remove this."
              .formatted(memory.getName(), words(operand)),
          held, list.eContainingFeature(), IssueCodes.MAPPING_LEVEL);
    }
  }

  /** Report layers that are named twice, and those that are not mapped. */
  @Check
  public void checkLayers(MappingDecl mapping) {
    var seen = new HashSet<String>();
    for (LayerMappingDecl block : mapping.getLayers()) {
      List<String> names = MappingLowering.layers(block);
      for (int i = 0; i < names.size(); i++) {
        NodeDecl layer = i < block.getLayers().size() ? block.getLayers().get(i) : null;
        if (!seen.add(names.get(i))) {
          error("Layer '%s' is mapped twice. Maybe put both into one block.".formatted(names.get(i)), block,
              LAYER_MAPPING_DECL__LAYERS, i, IssueCodes.MAPPING_LAYER);
        } else if (layer != null && MOVED_ONLY.contains(layer.eClass())) {
          error("Layer '%s' is %s and has no mapping: it is only moved through the memories. Maybe remove it here."
                  .formatted(names.get(i), Kinds.word(layer.eClass())), block,
              LAYER_MAPPING_DECL__LAYERS, i, IssueCodes.MAPPING_LAYER);
        } else if (layer instanceof MatmulDecl && block.getWeights() == WeightsKind.RESIDENT) {
          error(("Layer '%s' multiplies two activations, which are others in every inference and cannot stay in the cells. "
              + "Maybe remove it here.")
                  .formatted(names.get(i)), block, LAYER_MAPPING_DECL__LAYERS, i, IssueCodes.MAPPING_LAYER);
        }
      }
    }
  }

  private void reportRepeated(LoopListDecl list, String what) {
    var seen = new HashSet<String>();
    for (LoopDecl loop : known(list)) {
      if (!seen.add(loop.getDimension())) {
        error("%s is %s twice here. Maybe write the product of both.".formatted(loop.getDimension(), what),
            loop, LOOP_DECL__DIMENSION, IssueCodes.MAPPING_CONTRADICTION);
      }
    }
  }

  private static List<LoopDecl> known(LoopListDecl list) {
    return list.getLoops().stream().filter(loop -> !loop.isAny() && isDimension(loop.getDimension())).toList();
  }

  static String word(ArrayAxis axis) {
    return axis.name().toLowerCase(Locale.ROOT);
  }

  static String words(Operand operand) {
    return kind(operand).getLiteral();
  }

  private static OperandKind kind(Operand operand) {
    return switch (operand) {
      case WEIGHT -> OperandKind.WEIGHT;
      case INPUT -> OperandKind.INPUT;
      case OUTPUT -> OperandKind.OUTPUT;
    };
  }
}
