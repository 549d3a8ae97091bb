package org.imc.dsl.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imc.dsl.lowering.MappingLowering;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.mapping.PaddedSteps;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/** What follows from a constraint about a layer: widths, steps in time, tiles; nothing where that is left open. */
final class MappingFacts {

  /** How the cells are called among the levels. */
  static final String CELLS = "";

  private final MappingConstraint constraint;
  private final MacLayer layer;
  private final Architecture architecture;

  /** What is wrong with a tile. */
  record Fault(String code, String message) { }

  MappingFacts(MappingConstraint constraint, MacLayer layer, Architecture architecture) {
    this.constraint = constraint;
    this.layer = layer;
    this.architecture = architecture;
  }

  /** Return what an axis offers. */
  long room(ArrayAxis axis) {
    return switch (axis) {
      case COLUMNS -> architecture.macro().geometry().outputs();
      case ROWS -> architecture.macro().geometry().inputs();
      case MACROS -> architecture.macros();
    };
  }

  /** Return what the unrollings that are given take of an axis at least; outputs side by side need rows of their own. */
  long width(ArrayAxis axis) {
    SpatialMapping given = given();
    return axis == ArrayAxis.ROWS ? given.usedRows(layer.window()) : given.unrolling(axis);
  }

  private SpatialMapping given() {
    return new SpatialMapping(given(ArrayAxis.COLUMNS), given(ArrayAxis.ROWS), given(ArrayAxis.MACROS));
  }

  private List<Loop> given(ArrayAxis axis) {
    List<Loop> loops = new ArrayList<>();
    for (LoopDim dim : axis.dims()) {
      constraint.unrolling(axis, dim).ifPresent(size -> loops.add(new Loop(dim, size)));
    }
    return loops;
  }

  /** Return how much of a dimension is computed at once by the unrollings that are given. */
  long unrolled(LoopDim dim) {
    return given().tile(ArrayAxis.values()).get(dim);
  }

  /** Return the steps in time of a dimension; nothing while an unrolling of it is free. */
  Optional<Long> steps(LoopDim dim) {
    for (ArrayAxis axis : ArrayAxis.values()) {
      if (axis.dims().contains(dim) && constraint.unrolling(axis, dim).isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(Math.ceilDiv(layer.bounds().get(dim), unrolled(dim)));
  }

  /** Return a number of steps and what it may be padded to, rising. */
  static List<Long> choices(long steps) {
    List<Long> choices = new ArrayList<>(List.of(steps));
    choices.addAll(PaddedSteps.of(steps));
    return choices;
  }

  /** Return what is wrong with the tile of an operand in a level. */
  Optional<Fault> fault(Operand operand, String level) {
    Optional<Integer> cut = level.equals(CELLS) ? Optional.of(0) : MappingLowering.cut(architecture, level, operand);
    Optional<LoopBounds> tile = cut.flatMap(at -> constraint.tile(operand, at));
    return tile.flatMap(loops -> indivisible(operand, loops)
        .or(() -> smallerThanInside(operand, cut.get(), loops))
        .or(() -> notInTheOrder(loops, operand))
        .or(() -> level.equals(CELLS) ? tooLargeForTheCells(loops) : tooLarge(operand, level, loops)));
  }

  private Optional<Fault> indivisible(Operand operand, LoopBounds tile) {
    for (LoopDim dim : LoopDim.values()) {
      Optional<Long> steps =
          steps(dim).filter(all -> choices(all).stream().noneMatch(choice -> choice % tile.get(dim) == 0));
      if (steps.isPresent()) {
        return Optional.of(new Fault(IssueCodes.MAPPING_SIZE,
            "%s of layer '%s' has %d steps in time, which do not divide into %d. Maybe use one of its factors."
                .formatted(dim, layer.name(), steps.get(), tile.get(dim))));
      }
    }
    return Optional.empty();
  }

  private Optional<Fault> smallerThanInside(Operand operand, int cut, LoopBounds tile) {
    for (Map.Entry<Integer, LoopBounds> other : constraint.tiles().get(operand).entrySet()) {
      for (LoopDim dim : LoopDim.values()) {
        if (other.getKey() < cut && tile.get(dim) % other.getValue().get(dim) != 0) {
          return Optional.of(new Fault(IssueCodes.MAPPING_CONTRADICTION,
              ("This tile does not consist of whole tiles of a level inside: %d steps of %s are not a multiple of %d. "
                  + "Maybe change one of them.")
                  .formatted(tile.get(dim), dim, other.getValue().get(dim))));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Fault> notInTheOrder(LoopBounds tile, Operand operand) {
    if (constraint.order().isEmpty() || constraint.order().get().open()) {
      return Optional.empty();
    }
    LoopBounds below = LoopBounds.ONES;
    for (Loop loop : constraint.order().get().innermost()) {
      if (!loop.dim().isRelevantTo(operand)) {
        continue;
      }
      if (below.equals(tile)) {
        return Optional.empty();
      }
      long rest = tile.get(loop.dim()) / below.get(loop.dim());
      if (rest > 0 && rest < loop.size() && loop.size() % rest == 0
          && below.with(loop.dim(), tile.get(loop.dim())).equals(tile)) {
        return Optional.empty(); // the loop is split
      }
      below = below.with(loop.dim(), below.get(loop.dim()) * loop.size());
    }
    return below.equals(tile) ? Optional.empty() : Optional.of(new Fault(IssueCodes.MAPPING_CONTRADICTION,
        "No border between 'loops' has just this tile inside. Maybe change their order, or leave out one of both."));
  }

  private Optional<Fault> tooLargeForTheCells(LoopBounds tile) {
    long weights = layer.elements(Operand.WEIGHT, tile);
    int room = architecture.macro().geometry().weightsPerMultiplier();
    return weights <= room ? Optional.empty() : Optional.of(new Fault(IssueCodes.MAPPING_CAPACITY,
        "The cells of macro '%s' hold %d weights per multiplier, but layer '%s' is to keep %d there. Maybe '%s'."
            .formatted(architecture.macro().name(), room, layer.name(), weights, room == 1 ? "cells none" : "fewer loops")));
  }

  private Optional<Fault> tooLarge(Operand operand, String name, LoopBounds tile) {
    MemoryLevel level = architecture.memories().levels().stream()
        .filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    LoopBounds unrolled = given().tile(level.sharing());
    LoopBounds all = LoopBounds.ONES;
    for (LoopDim dim : LoopDim.values()) {
      all = all.with(dim, Math.min(layer.bounds().get(dim), tile.get(dim) * unrolled.get(dim)));
    }
    long bits = level.tilesKept() * Math.multiplyExact(layer.elements(operand, all), (long) switch (operand) {
      case WEIGHT -> layer.precision().weightBits();
      case INPUT -> layer.precision().inputBits();
      case OUTPUT -> layer.precision().outputBits();
    });
    return bits <= level.capacityBits() ? Optional.empty() : Optional.of(new Fault(IssueCodes.MAPPING_CAPACITY,
        ("Memory '%s' holds %d bits, %d fewer than the %s of layer '%s' that it is to hold. Maybe give it fewer loops, or a size "
            + "of at least %d bits.")
            .formatted(name, level.capacityBits(), bits - level.capacityBits(), MappingChecks.words(operand),
                layer.name(), bits)));
  }
}
