package org.imc.engine.certificate;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.imc.engine.Weights;
import org.imc.engine.arch.CellUse;
import org.imc.engine.result.Residence;

/**
 * Which weights stay in the cells from one inference to the next, as a certificate claims.
 *
 * @param asked what the study says of it
 * @param residents the layers whose weights stay, in the network's order
 * @param others what the layers may use of the cells whose weights are loaded anew; nothing when there are none, or no
 *     weights stay
 */
public record WeightsClaim(String asked, List<Resident> residents, Optional<CellUse> others) {

  /** No weights may stay, and none do. */
  public static final WeightsClaim RELOADED = new WeightsClaim(asked(Weights.RELOADED), List.of(), Optional.empty());

  /**
   * A layer whose weights stay.
   *
   * @param layer its name
   * @param macros the numbers of the macros that hold them, from 0
   * @param weightsPerMultiplier that it takes at every multiplier of these macros
   * @param loadPj energy to bring them there once
   * @param loadCycles likewise, in cycles of the macro's clock
   */
  public record Resident(String layer, List<Integer> macros, int weightsPerMultiplier, double loadPj, double loadCycles) {

    public Resident {
      macros = List.copyOf(macros);
    }
  }

  public WeightsClaim {
    residents = List.copyOf(residents);
  }

  /** Return what an evaluation claims. */
  static WeightsClaim of(Weights asked, Residence residence) {
    return new WeightsClaim(asked(asked), residence.residents().stream().map(each -> new Resident(each.layer(),
        each.macros(), each.weightsPerMultiplier(), each.loadEnergy().totalPj(), each.loadCycles())).toList(),
        residence.others());
  }

  /** Return what a study says of its weights, in words. */
  static String asked(Weights weights) {
    return "%s; resident: %s; reloaded: %s".formatted(weights.free() ? "resident" : "reloaded",
        new TreeSet<>(weights.resident()), new TreeSet<>(weights.reloaded()));
  }
}
