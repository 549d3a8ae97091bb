package org.imc.engine.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An energy by its parts. The total is computed from them, never stored. */
public record EnergyBreakdown(List<EnergyPart> parts) {

  /** No energy at all. */
  public static final EnergyBreakdown NONE = new EnergyBreakdown(List.of());

  public EnergyBreakdown {
    parts = List.copyOf(parts);
  }

  /** Return the sum of all parts, pJ. */
  public double totalPj() {
    return sumPj(part -> true);
  }

  /** Return the sum of the parts of one component, pJ. */
  public double pj(Component component) {
    return sumPj(part -> part.component() == component);
  }

  /** Return the energy of the macros: everything but {@link Component#MEMORY}, pJ. */
  public double arrayPj() {
    return sumPj(part -> part.component() != Component.MEMORY);
  }

  /** Return the energy of reading and writing one memory level, pJ. */
  public double memoryPj(String level) {
    return sumPj(part -> part.transfer() != null && part.transfer().level().equals(level));
  }

  /** Return the sum of the parts that a condition admits, in the order of the parts, pJ. */
  public double sumPj(Predicate<EnergyPart> condition) {
    double sum = 0;
    for (EnergyPart part : parts) {
      if (condition.test(part)) {
        sum += part.pj();
      }
    }
    return sum;
  }

  /** Return both, like parts added up, in order of first appearance. */
  public EnergyBreakdown plus(EnergyBreakdown other) {
    return sum(List.of(this, other));
  }

  /** Return them all, like parts added up, in order of first appearance. */
  public static EnergyBreakdown sum(List<EnergyBreakdown> all) {
    record Key(Component component, @Nullable Transfer transfer) { }
    var sums = new LinkedHashMap<Key, Double>();
    for (EnergyBreakdown each : all) {
      for (EnergyPart part : each.parts) {
        sums.merge(new Key(part.component(), part.transfer()), part.pj(), Double::sum);
      }
    }
    return new EnergyBreakdown(sums.entrySet().stream()
        .map(e -> new EnergyPart(e.getKey().component(), e.getKey().transfer(), e.getValue()))
        .toList());
  }
}
