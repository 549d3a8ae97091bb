package org.imc.engine.certificate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.imc.engine.Study;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.CellUse;
import org.imc.engine.certificate.Prices.Bill;
import org.imc.engine.certificate.WeightsClaim.Resident;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.MacLayer;

/** Which weights stay in the cells, as a certificate claims: whether they may and fit, and what that leaves for each layer. */
final class Stays {

  private static final String RESIDENTS = "/weights/residents";

  private final Study study;
  private final WeightsClaim claim;
  private final Differences differences;
  private final Map<String, Integer> residents = new HashMap<>(); // by name: the number of the claim

  /** Take the claims, and report those that cannot be. */
  Stays(Study study, WeightsClaim claim, Differences differences) {
    this.study = study;
    this.claim = claim;
    this.differences = differences;
    Architecture architecture = study.architecture();
    int most = architecture.macro().geometry().cellsPerMultiplier() * architecture.macro().geometry().columnsPerReadOut();
    long[] free = new long[architecture.macros()];
    Arrays.fill(free, most);
    for (int i = 0; i < claim.residents().size(); i++) {
      take(claim.residents().get(i), i, free);
    }
    for (Layer layer : study.network().layers()) {
      if (study.weights().mustStay(layer.name()) && !residents.containsKey(layer.name())) {
        differences.add(RESIDENTS, "The weights of layer '%s'".formatted(layer.name()), "to stay", "left out");
      }
    }
    checkOthers(free, most);
  }

  private void take(Resident resident, int number, long[] free) {
    String pointer = "%s/%d".formatted(RESIDENTS, number);
    boolean canStay = study.network().layers().stream().anyMatch(layer -> layer.name().equals(resident.layer())
        && layer instanceof MacLayer mac && !mac.dynamicWeights() && study.weights().mayStay(layer.name()));
    if (!canStay || residents.put(resident.layer(), number) != null) {
      differences.add(pointer + "/layer", "The layer whose weights stay", "another", "'%s'".formatted(resident.layer()));
    }
    if (resident.macros().isEmpty() || new HashSet<>(resident.macros()).size() < resident.macros().size()
        || resident.macros().stream().anyMatch(macro -> macro < 0 || macro >= free.length)) {
      differences.add(pointer + "/macros", "The macros that hold the weights of '%s'".formatted(resident.layer()),
          "different ones from 0 to %d".formatted(free.length - 1), resident.macros());
      return;
    }
    for (int macro : resident.macros()) {
      free[macro] -= resident.weightsPerMultiplier();
      if (resident.weightsPerMultiplier() < 1 || free[macro] < 0) {
        differences.add(pointer + "/weightsPerMultiplier", "What '%s' takes of macro %d".formatted(resident.layer(), macro),
            "1 to %d".formatted(free[macro] + resident.weightsPerMultiplier()), resident.weightsPerMultiplier());
        return;
      }
    }
  }

  private void checkOthers(long[] free, int most) {
    long mapped = study.network().layers().stream().filter(MacLayer.class::isInstance).count();
    boolean isNeeded = !residents.isEmpty() && residents.size() < mapped;
    Optional<CellUse> others = claim.others();
    if (others.isPresent() != isNeeded) {
      differences.add("/weights/others", "What is left for layers whose weights are loaded anew",
          isNeeded ? "an object" : "null", isNeeded ? "null" : "an object");
    } else if (others.isPresent()) {
      int weights = others.get().weightsPerMultiplier();
      long enough = IntStream.range(0, free.length).filter(macro -> free[macro] >= weights).count();
      if (weights > most || others.get().macros() > enough) {
        differences.add("/weights/others/macros", "The macros with %d free weights per multiplier".formatted(weights),
            "at most " + enough, others.get().macros());
      }
    }
  }

  /** Return what a layer may use of the cells. */
  CellUse cells(Layer layer) {
    Integer number = residents.get(layer.name());
    if (number == null) {
      return claim.others().orElse(study.architecture().cells());
    }
    Resident resident = claim.residents().get(number);
    return new CellUse(resident.macros().size(), resident.weightsPerMultiplier(), true);
  }

  /** Check what it costs to load the weights of a layer, if they stay: what an inference costs more that loads them. */
  void checkLoad(Layer layer, Bill loading, Bill staying) {
    Integer number = residents.get(layer.name());
    if (number != null) {
      Resident resident = claim.residents().get(number);
      String pointer = "%s/%d".formatted(RESIDENTS, number);
      compare(pointer + "/loadPj", "The energy to load the weights of '%s' in pJ".formatted(layer.name()),
          loading.totalPj(), staying.totalPj(), resident.loadPj());
      compare(pointer + "/loadCycles", "The number of cycles to load the weights of '%s'".formatted(layer.name()),
          loading.totalCycles(), staying.totalCycles(), resident.loadCycles());
    }
  }

  /** Compare a difference of two numbers, which is known as well as the larger of them is. */
  private void compare(String pointer, String what, double more, double less, double actual) {
    if (!(Math.abs(more - less - actual) <= OptimalityProof.TOLERANCE * more)) { // also refuses NaN
      differences.add(pointer, what, more - less, actual);
    }
  }
}
