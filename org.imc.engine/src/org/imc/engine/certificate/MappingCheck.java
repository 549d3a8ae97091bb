package org.imc.engine.certificate;

import java.util.List;
import java.util.Locale;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/** Whether a mapping is in the space and fits. */
final class MappingCheck {

  private static final String MAPPING = "/mapping";

  private final Architecture architecture;
  private final MacLayer layer;
  private final Mapping mapping;
  private final Places places;
  private final Differences differences;

  MappingCheck(Architecture architecture, MacLayer layer, Mapping mapping, Places places, Differences differences) {
    this.architecture = architecture;
    this.layer = layer;
    this.mapping = mapping;
    this.places = places;
    this.differences = differences;
  }

  /** Check the loops and the number of cuts, without which nothing can be counted. */
  void checkShape() {
    checkMachine();
    for (ArrayAxis axis : ArrayAxis.values()) {
      checkAxis(axis);
    }
    if (!differences.isEmpty()) {
      return;
    }
    long[] steps = Nest.of(architecture, layer, mapping.spatial()).steps;
    long[] run = Nest.ones();
    for (Loop loop : mapping.temporal().loops()) {
      run[loop.dim().ordinal()] = Math.multiplyExact(run[loop.dim().ordinal()], loop.size());
    }
    for (LoopDim dim : LoopDim.values()) {
      if (!Nest.paddings(steps[dim.ordinal()]).contains(run[dim.ordinal()])) {
        differences.compare(MAPPING + "/temporal", "The product of the loops over %s".formatted(dim),
            steps[dim.ordinal()], run[dim.ordinal()]);
      }
    }
    for (Operand operand : Operand.values()) {
      String name = operand.name().toLowerCase(Locale.ROOT);
      differences.compare(MAPPING + "/cuts/" + name, "The number of cuts of the %s".formatted(name),
          places.cuts(operand) - (long) places.unspoken(operand), mapping.temporal().cuts().get(operand).size());
    }
  }

  /** Refuse what no mapping can make good: operands wider than the macro's, memories that see less than those inside. */
  private void checkMachine() {
    MacroGeometry geometry = architecture.macro().geometry();
    if (layer.precision().weightBits() > geometry.weightBits() || layer.precision().inputBits() > geometry.activationBits()) {
      differences.add(MAPPING, "The mapping of a layer with wider operands than the macro's", "none", "one");
    }
    for (Operand operand : Operand.values()) {
      Sharing inside = Sharing.PER_ROW;
      for (int place : places.of(operand)) {
        if (place >= 0) {
          MemoryLevel level = architecture.memories().levels().get(place);
          boolean canServe = switch (level.sharing()) {
            case PER_ROW -> operand == Operand.INPUT;
            case PER_OUTPUT -> operand == Operand.OUTPUT;
            case PER_MACRO, GLOBAL -> true;
          };
          if (!canServe || level.sharing().compareTo(inside) < 0) {
            differences.add(MAPPING, "A mapping through memory '%s'".formatted(level.name()), "none", "one");
          }
          inside = level.sharing();
        }
      }
    }
  }

  private void checkAxis(ArrayAxis axis) {
    MacroGeometry geometry = architecture.macro().geometry();
    long room = switch (axis) {
      case COLUMNS -> geometry.outputs();
      case ROWS -> geometry.inputs();
      case MACROS -> architecture.cells().macros();
    };
    String name = axis.name().toLowerCase(Locale.ROOT);
    String pointer = "%s/spatial/%s".formatted(MAPPING, name);
    List<Loop> loops = mapping.spatial().on(axis);
    long used = 1;
    for (int i = 0; i < loops.size(); i++) {
      LoopDim dim = loops.get(i).dim();
      boolean allowed = switch (axis) {
        case COLUMNS -> UnrollingSpace.allowsColumns(dim);
        case ROWS -> UnrollingSpace.allowsRows(dim);
        case MACROS -> UnrollingSpace.allowsMacros(dim);
      };
      String at = "%s/%d".formatted(pointer, i);
      if (!allowed) {
        differences.add(at + "/dim", "A dimension on the %s".formatted(name), "another", dim);
      }
      if (loops.get(i).size() > layer.bounds().get(dim)) {
        differences.add(at + "/size", "The unrolling of %s".formatted(dim), "at most " + layer.bounds().get(dim),
            loops.get(i).size());
      }
      used = Math.multiplyExact(used, loops.get(i).size());
    }
    if (used > room) {
      differences.add(pointer, "The product of the unrollings on the %s".formatted(name), "at most " + room, used);
    }
  }

  /** Check that the weights that stay in the cells are all there, and on their way there stand nowhere else. */
  private void checkAllStay(Nest nest, NestReplay replay) {
    List<Integer> cuts = mapping.temporal().cuts().get(Operand.WEIGHT);
    for (int cut = 0; cut < cuts.size(); cut++) {
      if (!nest.hasAllWeights(replay.inside(cuts.get(cut)))) {
        differences.add("%s/cuts/weight/%d".formatted(MAPPING, cut), "The loops below the cut of weights that stay in the cells",
            "all that concern them", cuts.get(cut));
      }
    }
  }

  /** Check that rows, cells and memories have room. */
  void checkRoom(Nest nest, NestReplay replay) {
    MacroGeometry geometry = architecture.macro().geometry();
    if (nest.drivenRows > geometry.inputs()) {
      differences.add(MAPPING + "/spatial", "The number of rows that are driven", "at most " + geometry.inputs(),
          nest.drivenRows);
    }
    long room = nest.cellRoom();
    if (replay.weightsPerMultiplier() > room) {
      differences.add(MAPPING + "/cuts/weight/0", "The number of weights of a multiplier",
          "at most " + room, replay.weightsPerMultiplier());
    }
    if (nest.staysInCells(Operand.WEIGHT)) {
      checkAllStay(nest, replay);
    }
    List<MemoryLevel> levels = architecture.memories().levels();
    for (int level = 0; level < levels.size(); level++) {
      long bits = replay.keptBits(level);
      if (bits > levels.get(level).capacityBits()) {
        differences.add(MAPPING + "/cuts", "What memory '%s' keeps, in bits,".formatted(levels.get(level).name()),
            "at most " + levels.get(level).capacityBits(), bits);
      }
    }
  }
}
