package org.imc.engine.result;

import java.util.List;
import java.util.Optional;
import org.imc.engine.arch.CellUse;

/**
 * Which weights stay in the bit cells from one inference to the next, and where.
 *
 * @param residents the layers whose weights stay, in the network's order
 * @param others what is left of the cells for the layers whose weights are loaded anew; nothing where there are none, or
 *     where no weights stay
 * @param gap how much more than with the best choice of what stays, and of where tensors live, the network can cost at most,
 *     as a share of it; 0 when this one is best
 */
public record Residence(List<Resident> residents, Optional<CellUse> others, double gap) {

  /** No weights stay. */
  public static final Residence NONE = new Residence(List.of(), Optional.empty(), 0);

  /**
   * A layer whose weights stay.
   *
   * @param layer its name
   * @param macros the numbers of the macros that hold them, from 0
   * @param weightsPerMultiplier that it takes at every multiplier of these macros
   * @param bits that its weights have in the cells, with all copies
   * @param loadEnergy to bring them there once, by part, pJ
   * @param loadCycles likewise, in cycles of the macro's clock
   */
  public record Resident(String layer, List<Integer> macros, int weightsPerMultiplier, long bits, EnergyBreakdown loadEnergy,
      double loadCycles) {

    public Resident {
      macros = List.copyOf(macros);
    }
  }

  public Residence {
    residents = List.copyOf(residents);
    if (!(gap >= 0)) { // also refuses NaN
      throw new IllegalArgumentException("A gap of %s cannot be. It must not be negative.".formatted(gap));
    }
  }

  /** Return how the weights of a layer stay; nothing when they are loaded anew. */
  public Optional<Resident> of(String layer) {
    return residents.stream().filter(resident -> resident.layer().equals(layer)).findFirst();
  }

  /** Return the energy to load all weights that stay, by part, pJ. */
  public EnergyBreakdown loadEnergy() {
    return EnergyBreakdown.sum(residents.stream().map(Resident::loadEnergy).toList());
  }

  /** Return the time to load all weights that stay, in cycles of the macro's clock. */
  public double loadCycles() {
    return residents.stream().mapToDouble(Resident::loadCycles).sum();
  }
}
