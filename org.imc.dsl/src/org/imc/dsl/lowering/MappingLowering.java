package org.imc.dsl.lowering;

import static org.imc.dsl.quantity.Quantities.whole;
import static org.imc.model.imc.ImcPackage.Literals.LAYER_MAPPING_DECL__LAYERS;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.imc.dsl.naming.ImcValueConverters;
import org.imc.engine.ElementId;
import org.imc.engine.arch.Architecture;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.LoopOrder;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;
import org.imc.model.imc.ArrayAxisKind;
import org.imc.model.imc.ForbiddenDecl;
import org.imc.model.imc.HeldDecl;
import org.imc.model.imc.LayerMappingDecl;
import org.imc.model.imc.LoopDecl;
import org.imc.model.imc.LoopListDecl;
import org.imc.model.imc.MappingDecl;
import org.jspecify.annotations.Nullable;

/** Turn mappings into the engine's constraints. */
public final class MappingLowering {

  private final Architecture architecture;

  MappingLowering(Architecture architecture) {
    this.architecture = architecture;
  }

  /** Return what a mapping asks, by the names of the layers. */
  Map<String, MappingConstraint> lower(@Nullable MappingDecl mapping, Places places) {
    Map<String, MappingConstraint> constraints = new HashMap<>();
    if (mapping != null) {
      for (LayerMappingDecl block : mapping.getLayers()) {
        if (!asksAnything(block)) {
          continue; // weights that stay do not narrow the mapping
        }
        MappingConstraint constraint = lower(block, places.id(block, LAYER_MAPPING_DECL__LAYERS));
        layers(block).forEach(layer -> constraints.put(layer, constraint));
      }
    }
    return constraints;
  }

  private static boolean asksAnything(LayerMappingDecl block) {
    return !block.isSetWeights() || block.eContents().size() > 0;
  }

  /** Return what a block asks of a layer on an architecture. */
  public static MappingConstraint constraint(LayerMappingDecl block, Architecture architecture) {
    return new MappingLowering(architecture).lower(block, new ElementId(LAYER_MAPPING_DECL__LAYERS.getName()));
  }

  private MappingConstraint lower(LayerMappingDecl block, ElementId id) {
    Map<ArrayAxis, Map<LoopDim, Long>> unrollings = new EnumMap<>(ArrayAxis.class);
    for (ArrayAxis axis : ArrayAxis.values()) {
      Map<LoopDim, Long> fixed = unrollings(block, axis);
      if (!fixed.isEmpty()) {
        unrollings.put(axis, fixed);
      }
    }
    Map<Operand, Map<Integer, LoopBounds>> tiles = new EnumMap<>(Operand.class);
    if (block.getCells() != null) {
      tiles.computeIfAbsent(Operand.WEIGHT, operand -> new HashMap<>()).put(0, tile(block.getCells()));
    }
    for (HeldDecl held : block.getMemories()) {
      for (Operand operand : Operand.values()) {
        LoopListDecl loops = tile(held, operand);
        if (loops != null) {
          cut(architecture, held.getMemory().getName(), operand).ifPresent(cut ->
              tiles.computeIfAbsent(operand, key -> new HashMap<>()).put(cut, tile(loops)));
        }
      }
    }
    return new MappingConstraint(id, unrollings, order(block.getLoops()), tiles);
  }

  private static Map<LoopDim, Long> unrollings(LayerMappingDecl block, ArrayAxis axis) {
    Map<LoopDim, Long> fixed = new EnumMap<>(LoopDim.class);
    LoopListDecl list = unrolled(block, axis);
    if (list != null) {
      for (LoopDim dim : isOpen(list) ? new LoopDim[0] : LoopDim.values()) {
        fixed.put(dim, 1L);
      }
      loops(list).forEach(loop -> fixed.put(loop.dim(), loop.size()));
    }
    for (ForbiddenDecl forbidden : block.getForbidden()) {
      if (axis(forbidden.getAxis()) == axis) {
        forbidden.getDimensions().forEach(dim -> fixed.put(LoopDim.valueOf(dim), 1L));
      }
    }
    return fixed;
  }

  private static Optional<LoopOrder> order(@Nullable LoopListDecl list) {
    if (list == null) {
      return Optional.empty();
    }
    List<Loop> innermost = new ArrayList<>();
    List<Loop> outermost = new ArrayList<>();
    boolean open = false;
    for (LoopDecl loop : list.getLoops()) {
      if (loop.isAny()) {
        open = true;
      } else {
        (open ? outermost : innermost).add(loop(loop));
      }
    }
    return Optional.of(new LoopOrder(innermost, open, outermost));
  }

  private static LoopBounds tile(LoopListDecl list) {
    LoopBounds tile = LoopBounds.ONES;
    for (Loop loop : loops(list)) {
      tile = tile.with(loop.dim(), loop.size());
    }
    return tile;
  }

  private static List<Loop> loops(LoopListDecl list) {
    return list.getLoops().stream().filter(loop -> !loop.isAny()).map(MappingLowering::loop).toList();
  }

  private static Loop loop(LoopDecl loop) {
    return new Loop(LoopDim.valueOf(loop.getDimension()), whole(loop.getSize()));
  }

  /** Return the names of the layers that a block holds for, as written: several layers of a block have one use. */
  public static List<String> layers(LayerMappingDecl block) {
    return NodeModelUtils.findNodesForFeature(block, LAYER_MAPPING_DECL__LAYERS).stream()
        .map(node -> ImcValueConverters.plainName(NodeModelUtils.getTokenText(node)))
        .toList();
  }

  /** Return whether other loops may stand in a list. */
  public static boolean isOpen(LoopListDecl list) {
    return list.getLoops().stream().anyMatch(LoopDecl::isAny);
  }

  /** Return what is to be unrolled on an axis; null when that is left out. */
  public static @Nullable LoopListDecl unrolled(LayerMappingDecl block, ArrayAxis axis) {
    return switch (axis) {
      case COLUMNS -> block.getColumns();
      case ROWS -> block.getRows();
      case MACROS -> block.getMacros();
    };
  }

  /** Return what a memory is to hold of an operand; null when that is left out. */
  public static @Nullable LoopListDecl tile(HeldDecl held, Operand operand) {
    return switch (operand) {
      case WEIGHT -> held.getWeights();
      case INPUT -> held.getInputs();
      case OUTPUT -> held.getOutputs();
    };
  }

  /** Return the axis that a word stands for. */
  public static ArrayAxis axis(ArrayAxisKind kind) {
    return switch (kind) {
      case COLUMNS -> ArrayAxis.COLUMNS;
      case ROWS -> ArrayAxis.ROWS;
      case MACROS -> ArrayAxis.MACROS;
    };
  }

  /** Return the index of the cut above a memory; nothing when it is the last of the operand or does not serve it. */
  public static Optional<Integer> cut(Architecture architecture, String memory, Operand operand) {
    int[] chain = architecture.memories().chain(operand);
    for (int i = 0; i < chain.length - 1; i++) {
      if (architecture.memories().levels().get(chain[i]).name().equals(memory)) {
        return Optional.of(operand == Operand.WEIGHT ? i + 1 : i); // the cells come first
      }
    }
    return Optional.empty();
  }
}
