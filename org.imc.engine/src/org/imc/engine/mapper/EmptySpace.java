package org.imc.engine.mapper;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.imc.engine.arch.Architecture;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.result.Finding;
import org.imc.engine.result.Finding.Severity;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/** Say which part of a constraint leaves a layer no mapping: the one without which there are some. */
final class EmptySpace {

  private final Architecture architecture;
  private final MappingConstraint constraint;
  private final Map<String, MappingConstraint> weaker = new LinkedHashMap<>(); // by what is left out

  private EmptySpace(Architecture architecture, MappingConstraint constraint) {
    this.architecture = architecture;
    this.constraint = constraint;
    for (ArrayAxis axis : ArrayAxis.values()) {
      if (constraint.unrollings().containsKey(axis)) {
        var unrollings = new EnumMap<>(constraint.unrollings());
        unrollings.remove(axis);
        weaker.put("'%s'".formatted(axis.name().toLowerCase(Locale.ROOT)), new MappingConstraint(
            constraint.id(), unrollings, constraint.order(), constraint.tiles()));
      }
    }
    if (constraint.order().isPresent()) {
      weaker.put("'loops'", new MappingConstraint(
          constraint.id(), constraint.unrollings(), Optional.empty(), constraint.tiles()));
    }
    constraint.tiles().forEach((operand, tiles) -> tiles.keySet().forEach(cut -> weaken(operand, cut)));
  }

  private void weaken(Operand operand, int cut) {
    Map<Operand, Map<Integer, LoopBounds>> tiles = new HashMap<>(constraint.tiles());
    Map<Integer, LoopBounds> others = new HashMap<>(tiles.get(operand));
    others.remove(cut);
    tiles.put(operand, others);
    weaker.put(place(operand, cut), new MappingConstraint(
        constraint.id(), constraint.unrollings(), constraint.order(), tiles));
  }

  private String place(Operand operand, int cut) {
    int inside = operand == Operand.WEIGHT ? 1 : 0; // the cells
    return cut < inside
        ? "'cells'"
        : "the %s of memory '%s'".formatted(Feasibility.words(operand),
            architecture.memories().levels().get(architecture.memories().chain(operand)[cut - inside]).name());
  }

  /**
   * Return what to say of a layer that a constraint leaves no mapping.
   *
   * @param hasMapping whether a weaker constraint leaves it one
   */
  static Finding of(Architecture architecture, MacLayer layer, MappingConstraint constraint,
      Predicate<MappingConstraint> hasMapping) {
    List<String> guilty = new ArrayList<>();
    new EmptySpace(architecture, constraint).weaker.forEach((part, rest) -> {
      if (hasMapping.test(rest)) {
        guilty.add(part);
      }
    });
    String advice = guilty.isEmpty()
        ? "No single part of it is to blame. Maybe ask for less."
        : "Maybe change or leave out %s.".formatted(String.join(" or ", guilty));
    return new Finding(Severity.ERROR, Feasibility.MAPPING_EMPTY, constraint.id(),
        "Nothing that fits is left of the mappings of layer '%s'. %s".formatted(layer.name(), advice));
  }
}
