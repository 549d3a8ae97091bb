package org.imc.dsl.validation;

import static org.imc.dsl.quantity.Quantities.whole;
import static org.imc.model.imc.ImcPackage.Literals.*;

import com.google.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.lowering.MappingLowering;
import org.imc.dsl.lowering.MappingTarget;
import org.imc.engine.arch.Architecture;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;
import org.imc.model.imc.HeldDecl;
import org.imc.model.imc.LayerMappingDecl;
import org.imc.model.imc.LoopDecl;
import org.imc.model.imc.LoopListDecl;
import org.imc.model.imc.MappingDecl;

/** Mappings: their numbers, against the sizes of layers, arrays and memories, and against each other. */
public class MappingSizeChecks extends ImcChecks {

  @Inject private MappingTarget.Factory targets;

  /** Report the first of what makes no sense in each block: the rest may follow from it. */
  @Check
  public void checkSizes(MappingDecl mapping) {
    if (mapping.getLayers().isEmpty()) {
      return;
    }
    targets.of(mapping).ifPresent(target -> {
      for (LayerMappingDecl block : mapping.getLayers()) {
        if (isPlain(block)) {
          for (String name : MappingLowering.layers(block)) {
            if (target.layers().get(name) instanceof MacLayer layer
                && new Block(block, layer, target.architecture()).hasProblem()) {
              break;
            }
          }
        }
      }
    });
  }

  /** Return whether the other checks have nothing to say about the loops of a block. */
  private static boolean isPlain(LayerMappingDecl block) {
    return EcoreUtil2.getAllContentsOfType(block, LoopDecl.class).stream()
            .allMatch(loop -> loop.isAny() || MappingChecks.isDimension(loop.getDimension()) && valid(loop.getSize()))
        && block.getForbidden().stream().allMatch(each -> each.getDimensions().stream().allMatch(MappingChecks::isDimension))
        && block.getMemories().stream().allMatch(held -> held.getMemory() != null && !held.getMemory().eIsProxy())
        && (block.getLoops() == null || block.getLoops().getLoops().stream().filter(LoopDecl::isAny).count() < 2);
  }

  /** One layer under one block. */
  private final class Block {

    private final LayerMappingDecl block;
    private final MacLayer layer;
    private final Architecture architecture;
    private final MappingFacts facts;

    Block(LayerMappingDecl block, MacLayer layer, Architecture architecture) {
      this.block = block;
      this.layer = layer;
      this.architecture = architecture;
      facts = new MappingFacts(MappingLowering.constraint(block, architecture), layer, architecture);
    }

    boolean hasProblem() {
      return isLargerThanTheLayer() || isWiderThanTheArray() || hasOtherSteps() || hasOddTile();
    }

    private boolean isLargerThanTheLayer() {
      for (LoopDecl loop : EcoreUtil2.getAllContentsOfType(block, LoopDecl.class)) {
        if (!loop.isAny()) {
          long size = layer.bounds().get(dim(loop));
          long most = isUnrolling(loop) ? size : MappingFacts.choices(size).getLast();
          if (whole(loop.getSize()) > most) {
            error("%s of layer '%s' has %d steps, fewer than %d. Maybe '%s %d'.".formatted(
                    loop.getDimension(), layer.name(), size, whole(loop.getSize()), loop.getDimension(), size),
                loop, LOOP_DECL__SIZE, IssueCodes.MAPPING_SIZE, Long.toString(size));
            return true;
          }
        }
      }
      return false;
    }

    private boolean isUnrolling(LoopDecl loop) {
      return Stream.of(ArrayAxis.values()).map(axis -> MappingLowering.unrolled(block, axis))
          .anyMatch(list -> loop.eContainer() == list);
    }

    private boolean isWiderThanTheArray() {
      for (ArrayAxis axis : ArrayAxis.values()) {
        LoopListDecl list = MappingLowering.unrolled(block, axis);
        if (list != null && facts.width(axis) > facts.room(axis)) {
          String has = switch (axis) {
            case COLUMNS -> "macro '%s' computes %d outputs side by side".formatted(macro(), facts.room(axis));
            case ROWS -> "macro '%s' sums %d inputs".formatted(macro(), facts.room(axis));
            case MACROS -> "architecture '%s' has %d macros".formatted(architecture.name(), facts.room(axis));
          };
          error("The %s of layer '%s' take %d, but %s. Maybe unroll at most %d.".formatted(MappingChecks.word(axis),
                  layer.name(), facts.width(axis), has, facts.room(axis)),
              block, list.eContainingFeature(), IssueCodes.MAPPING_TOO_WIDE);
          return true;
        }
      }
      return false;
    }

    private String macro() {
      return architecture.macro().name();
    }

    /** Report loops that are not the steps that the unrollings leave, or do not divide them. */
    private boolean hasOtherSteps() {
      if (block.getLoops() == null) {
        return false;
      }
      Map<LoopDim, Long> product = products(block.getLoops());
      boolean open = MappingLowering.isOpen(block.getLoops());
      for (LoopDim dim : LoopDim.values()) {
        Optional<Long> steps = facts.steps(dim);
        long given = product.getOrDefault(dim, 1L);
        if (steps.isPresent() && MappingFacts.choices(steps.get()).stream()
            .noneMatch(choice -> open ? choice % given == 0 : choice == given)) {
          error("%s of layer '%s' has %s steps in time, but the loops make %d%s. Maybe '%s %d'.".formatted(
                  dim, layer.name(), stepsInWords(dim, steps.get()), given, open ? ", which do not divide them" : "",
                  dim, steps.get()),
              block, LAYER_MAPPING_DECL__LOOPS, IssueCodes.MAPPING_SIZE);
          return true;
        }
      }
      return false;
    }

    private String stepsInWords(LoopDim dim, long steps) {
      long size = layer.bounds().get(dim);
      long unrolled = facts.unrolled(dim);
      if (unrolled == 1) {
        return Long.toString(steps);
      }
      return size % unrolled == 0
          ? "%d / %d = %d".formatted(size, unrolled, steps)
          : "%d / %d, rounded up to %d,".formatted(size, unrolled, steps);
    }

    private boolean hasOddTile() {
      if (block.getCells() != null && isOdd(block.getCells(), block, Operand.WEIGHT, MappingFacts.CELLS)) {
        return true;
      }
      for (HeldDecl held : block.getMemories()) {
        for (Operand operand : Operand.values()) {
          LoopListDecl list = MappingLowering.tile(held, operand);
          if (list != null && isOdd(list, held, operand, held.getMemory().getName())) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean isOdd(LoopListDecl list, EObject at, Operand operand, String level) {
      Optional<MappingFacts.Fault> fault = facts.fault(operand, level);
      fault.ifPresent(found -> error(found.message(), at, list.eContainingFeature(), found.code()));
      return fault.isPresent();
    }
  }

  private static Map<LoopDim, Long> products(LoopListDecl list) {
    Map<LoopDim, Long> products = new EnumMap<>(LoopDim.class);
    for (LoopDecl loop : list.getLoops()) {
      if (!loop.isAny()) {
        products.merge(dim(loop), whole(loop.getSize()), MappingSizeChecks::saturated);
      }
    }
    return products;
  }

  private static long saturated(long a, long b) {
    return Math.multiplyHigh(a, b) == 0 && a * b > 0 ? a * b : Long.MAX_VALUE;
  }

  private static LoopDim dim(LoopDecl loop) {
    return LoopDim.valueOf(loop.getDimension());
  }
}
