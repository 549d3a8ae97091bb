package org.imc.engine.result;

import java.util.List;
import org.imc.engine.Study;

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
 */
public record Evaluation(
    Study study,
    List<LayerEvaluation> layers,
    MacroCost macro,
    AreaBreakdown area,
    List<Finding> findings) {

  public Evaluation {
    layers = List.copyOf(layers);
    findings = List.copyOf(findings);
  }

  /** Return whether every layer has a result. */
  public boolean isComplete() {
    return layers.size() == study.network().layers().size();
  }

  /** Return the energy of one inference, by part, summed over the layers. */
  public EnergyBreakdown energy() {
    return layers.stream().map(LayerEvaluation::energy).reduce(EnergyBreakdown.NONE, EnergyBreakdown::plus);
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

  /** Return the effective efficiency, TOPS/W; one multiply-accumulate is two operations. */
  public double topsPerWatt() {
    return 2.0 * macs() / energy().totalPj();
  }

  /** Return the effective throughput, TOPS. */
  public double tops() {
    return 2.0 * macs() / latencyNs() / 1000;
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

  /** Return whether every mapping was proven optimal. */
  public boolean isProven() {
    return gap() == 0;
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
