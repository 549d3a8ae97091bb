package org.imc.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.imc.engine.Objective;
import org.imc.engine.Study;
import org.imc.engine.arch.CellUse;
import org.imc.engine.cost.WeightLoad;
import org.imc.engine.mapper.Mapper;
import org.imc.engine.network.CellPacking.Option;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.Residence;
import org.imc.engine.result.Residence.Resident;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.MacLayer;

/** A network of which some weights stay in the cells: which ones, what is left for each layer, and what loading them costs. */
final class ResidentNetwork {

  private static final double ROUNDING = 1e-12;

  private final Study study;
  private final List<Integer> macLayers;
  private final ResidenceSearch.Found found;
  private final double bound;

  private ResidentNetwork(Study study, List<Integer> macLayers, ResidenceSearch.Found found, double bound) {
    this.study = study;
    this.macLayers = macLayers;
    this.found = found;
    this.bound = bound;
  }

  /**
   * Choose what stays.
   *
   * @param least by layer: what it costs at least when it may use all cells and loads its weights, on the architecture as it
   *     sees it at best
   * @return nothing when not all weights fit that must stay
   */
  static Optional<ResidentNetwork> of(Study study, List<LayerEvaluation> least, Mapper mapper) {
    Objective objective = study.objective();
    List<Layer> layers = study.network().layers();
    List<Integer> macLayers = IntStream.range(0, layers.size()).filter(i -> layers.get(i) instanceof MacLayer).boxed().toList();
    List<MacLayer> macs = macLayers.stream().map(i -> (MacLayer) layers.get(i)).toList();
    double others = least.stream().filter(each -> !(each.layer() instanceof MacLayer))
        .mapToDouble(each -> Value.of(each).summand(objective)).sum();
    var prices = new CellPrices(macs, i -> least.get(macLayers.get(i)).architecture(), mapper, objective);
    return new ResidenceSearch(macs, study.weights(), study.architecture(), prices).run()
        .map(found -> new ResidentNetwork(study, macLayers, found, Value.ofSum(found.bound() + others, objective)));
  }

  /** Return what each layer may use of the cells. */
  List<CellUse> cells() {
    CellUse whole = study.architecture().cells();
    List<CellUse> cells = new ArrayList<>(study.network().layers().stream().map(layer -> whole).toList());
    for (int i = 0; i < macLayers.size(); i++) {
      Option option = found.packed().options().get(i);
      cells.set(macLayers.get(i), option.cells().or(found::others).orElse(whole));
    }
    return cells;
  }

  /** Return what stays where in a network that was mapped accordingly. */
  Residence residence(List<LayerEvaluation> layers) {
    List<Resident> residents = new ArrayList<>();
    for (int i = 0; i < macLayers.size(); i++) {
      Optional<CellUse> cells = found.packed().options().get(i).cells();
      if (cells.isPresent()) {
        residents.add(resident(layers.get(macLayers.get(i)), found.packed().macros().get(i), cells.get()));
      }
    }
    boolean anyLoaded = residents.size() < macLayers.size() && !residents.isEmpty();
    return new Residence(residents, anyLoaded ? found.others() : Optional.empty(), gap(layers));
  }

  private static Resident resident(LayerEvaluation layer, List<Integer> macros, CellUse cells) {
    WeightLoad load = WeightLoad.of(
        layer.architecture(), (MacLayer) layer.layer(), Objects.requireNonNull(layer.mapping()));
    return new Resident(
        layer.layer().name(), macros, cells.weightsPerMultiplier(), load.bits(), load.energy(), load.cycles());
  }

  /** Return that nothing stays in a network, and how far from the best that can be. */
  Residence none(List<LayerEvaluation> layers) {
    return new Residence(List.of(), Optional.empty(), gap(layers));
  }

  /** Return whether a network costs less if its layers are mapped so. */
  boolean isLess(List<LayerEvaluation> layers, List<LayerEvaluation> others) {
    return value(layers) < value(others);
  }

  private double value(List<LayerEvaluation> layers) {
    return layers.stream().map(Value::of).reduce(Value.ZERO, Value::plus).primary(study.objective());
  }

  private double gap(List<LayerEvaluation> layers) {
    return value(layers) <= bound * (1 + ROUNDING) ? 0 : value(layers) / bound - 1;
  }
}
