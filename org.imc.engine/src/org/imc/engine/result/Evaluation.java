package org.imc.engine.result;

import java.util.List;
import org.imc.engine.Study;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.workload.Operand;

/**
 * The answer to a {@link Study}.
 *
 * <p>Layers run one after the other, so energies and latencies add up.
 *
 * @param study the question
 * @param layers one for each layer that could be mapped, in the network's order
 * @param macro what one macro costs at its peak
 * @param area of the whole chip
 * @param findings what there is to say; any {@link Finding.Severity#ERROR} means that layers are missing
 * @param placement where the tensors live that the layers exchange
 * @param residence which weights stay in the cells; the figures are those of an inference that finds them there
 */
public record Evaluation(
    Study study,
    List<LayerEvaluation> layers,
    MacroCost macro,
    AreaBreakdown area,
    List<Finding> findings,
    Placement placement,
    Residence residence) {

  public Evaluation {
    layers = List.copyOf(layers);
    findings = List.copyOf(findings);
  }

  /** Return whether every layer has a result. */
  public boolean isComplete() {
    return layers.size() == study.network().layers().size();
  }

  /** Return the name of the memory in which the output of a layer lives. */
  public String outputMemory(String layer) {
    MemoryHierarchy memories = study.architecture().memories();
    int[] chain = memories.chain(Operand.OUTPUT);
    return placement.tensors().stream().filter(tensor -> tensor.layer().equals(layer)).findFirst()
        .flatMap(Placement.Home::memory)
        .orElseGet(() -> memories.levels().get(chain[chain.length - 1]).name());
  }

  /** Return the energy of one inference, by part, summed over the layers. */
  public EnergyBreakdown energy() {
    return EnergyBreakdown.sum(layers.stream().map(LayerEvaluation::energy).toList());
  }

  /** Return the time of one inference, in cycles of the macro's clock. */
  public double latencyCycles() {
    double cycles = 0;
    for (LayerEvaluation layer : layers) {
      cycles += layer.latency().totalCycles();
    }
    return cycles;
  }

  /** Return the time of one inference, ns. */
  public double latencyNs() {
    return latencyCycles() * macro.clockPeriodNs();
  }

  /** Return the multiply-accumulates of the layers that have a result. */
  public long macs() {
    return layers.stream().mapToLong(l -> l.layer().macs()).reduce(0, Math::addExact);
  }

  /** Return what an inference takes in all: in the steady state, where weights stay. */
  public Totals totals() {
    return totals(0, 0);
  }

  /** Return what the first inference takes in all, or a single one: it also loads the weights that stay. */
  public Totals singleShot() {
    return totals(residence.loadEnergy().totalPj(), residence.loadCycles());
  }

  private Totals totals(double morePj, double moreCycles) {
    return new Totals(macs(), energy().totalPj() + morePj, latencyCycles() + moreCycles, macro.clockPeriodNs(),
        macro.macsPerCycle() * study.architecture().macros());
  }

  /** Return the effective efficiency, TOPS/W; one multiply-accumulate is two operations. */
  public double topsPerWatt() {
    return totals().topsPerWatt();
  }

  /** Return the effective throughput, TOPS. */
  public double tops() {
    return totals().tops();
  }

  /** Return the share of what all macros could compute in the time of an inference, 0 to 1. */
  public double utilization() {
    return totals().utilization();
  }

  /** Return the effective density, TOPS/mm². */
  public double topsPerMm2() {
    return tops() / area.totalMm2();
  }

  /** Return the energy that no mapping can beat, pJ, summed over the layers. */
  public double energyBoundPj() {
    double sum = 0;
    for (LayerEvaluation layer : layers) {
      sum += layer.bounds().energyPj();
    }
    return sum;
  }

  /** Return the latency that no mapping can beat, cycles, summed over the layers. */
  public double latencyBoundCycles() {
    double sum = 0;
    for (LayerEvaluation layer : layers) {
      sum += layer.bounds().latencyCycles();
    }
    return sum;
  }

  /** Return whether every mapping, the placement of the tensors, and which weights stay, was proven optimal. */
  public boolean isProven() {
    return gap() == 0 && placement.gap() == 0 && residence.gap() == 0;
  }

  /** Return the largest gap of any layer; see {@link SearchReport#gap()}. */
  public double gap() {
    double largest = 0;
    for (LayerEvaluation layer : layers) {
      SearchReport search = layer.search();
      largest = search == null ? largest : Math.max(largest, search.gap());
    }
    return largest;
  }
}
