package org.imc.engine.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imc.engine.Activations;
import org.imc.engine.Budget;
import org.imc.engine.Cancellation;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.cost.PricedMacro;
import org.imc.engine.arch.CellUse;
import org.imc.engine.mapper.Mapper;
import org.imc.engine.mapper.Mapper.Task;
import org.imc.engine.mapper.SharedWork;
import org.imc.engine.result.Finding;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.Placement;
import org.imc.engine.result.Residence;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.MacLayer;

/** Map a network: decide where the tensors live that its layers exchange, and map each layer accordingly. */
public final class NetworkMapper {

  private final Study study;
  private final PricedMacro macro;
  private final Mapper mapper;
  private final Cancellation cancellation;
  private final Consumer<Layer> done;

  private NetworkMapper(Study study, PricedMacro macro, Mapper mapper, Consumer<Layer> done, Cancellation cancellation) {
    this.study = study;
    this.macro = macro;
    this.mapper = mapper;
    this.done = done;
    this.cancellation = cancellation;
  }

  /**
   * What became of a network.
   *
   * @param layers one for each layer that has a result, in the network's order
   * @param findings why the others have none, and what else there is to say
   * @param placement where the tensors live
   * @param residence which weights stay in the cells
   */
  public record Result(List<LayerEvaluation> layers, List<Finding> findings, Placement placement, Residence residence) {

    public Result {
      layers = List.copyOf(layers);
      findings = List.copyOf(findings);
    }

    private Result saying(Finding finding) {
      return new Result(layers, Stream.concat(findings.stream(), Stream.of(finding)).toList(), placement, residence);
    }

    private Result with(Study study, Residence of) {
      var result = new Result(layers, findings, placement, of);
      return CellShortage.of(study, of).map(result::saying).orElse(result);
    }
  }

  /**
   * Map the layers of a study.
   *
   * @param shared with other studies
   * @throws CancellationException when cancelled
   */
  public static Result map(
      Study study, int threads, Budget budget, SharedWork shared, Progress progress, Cancellation cancellation) {
    List<Finding> obstacles = Mapper.obstacles(study.architecture());
    if (!obstacles.isEmpty()) {
      return new Result(List.of(), obstacles, Placement.NONE, Residence.NONE);
    }
    try (var mapper = new Mapper(study, threads, budget, shared, cancellation)) {
      PricedMacro macro = shared.floor(study.architecture().macro()).macro();
      return new NetworkMapper(study, macro, mapper, report(study, progress), cancellation).map();
    }
  }

  private static Consumer<Layer> report(Study study, Progress progress) {
    Set<String> seen = new HashSet<>();
    return layer -> {
      if (seen.add(layer.name())) {
        progress.report(seen.size(), study.network().layers().size(), layer.name());
      }
    };
  }

  private Result map() {
    List<CellUse> all = study.network().layers().stream().map(layer -> study.architecture().cells()).toList();
    return study.weights().anyMayStay() ? withResidents(all) : map(all);
  }

  /** Map a network some of whose weights may stay in the cells. */
  private Result withResidents(List<CellUse> all) {
    try {
      List<LayerEvaluation> least = least(all);
      if (least.size() < all.size()) {
        return eachAlone(all); // which says why
      }
      Optional<ResidentNetwork> network = ResidentNetwork.of(study, least, mapper);
      if (network.isEmpty()) {
        return new Result(List.of(), List.of(CellShortage.ofThoseThatMust(study)), Placement.NONE, Residence.NONE);
      }
      return resident(network.get(), all);
    } catch (ArithmeticException e) {
      return eachAlone(all); // which says of which layer
    }
  }

  /** Map a network some of whose weights stay, or none if that is better once it is known where tensors live. */
  private Result resident(ResidentNetwork network, List<CellUse> all) {
    Result mapped = map(network.cells());
    boolean isComplete = mapped.layers().size() == all.size(); // not all may fit where tensors have no room nearby
    Residence residence = isComplete ? network.residence(mapped.layers()) : Residence.NONE;
    if (!study.weights().resident().isEmpty()) {
      return isComplete ? mapped.with(study, residence) : mapped.saying(CellShortage.ofThoseThatMust(study));
    }
    if (!isComplete || residence.gap() > 0) {
      Result reloaded = map(all);
      if (!isComplete || network.isLess(reloaded.layers(), mapped.layers())) {
        return reloaded.with(study, network.none(reloaded.layers()));
      }
    }
    return mapped.with(study, residence);
  }

  /** Return what each layer costs at least, wherever tensors live; of fewer layers when not all have a mapping. */
  private List<LayerEvaluation> least(List<CellUse> cells) {
    if (study.activations() == Activations.OUTERMOST) {
      return eachAlone(cells).layers();
    }
    var prices = new LayerPrices(study.architecture(), macro, new Tensors(study), mapper, cells);
    return prices.findLeast(done) ? IntStream.range(0, cells.size()).mapToObj(prices::least).toList() : List.of();
  }

  /**
   * Map a network.
   *
   * @param cells by layer: what it may use of them
   */
  private Result map(List<CellUse> cells) {
    if (study.activations() == Activations.OUTERMOST) {
      return eachAlone(cells);
    }
    try {
      var tensors = new Tensors(study);
      var prices = new LayerPrices(study.architecture(), macro, tensors, mapper, cells);
      if (!prices.findLeast(done)) {
        return eachAlone(cells); // which says why
      }
      return new PlacementSearch(tensors, prices, study.objective(), cancellation).run()
          .map(found -> new Result(found.layers(), List.of(), placement(tensors, found), Residence.NONE))
          .orElseGet(() -> crowded(eachAlone(cells), tensors));
    } catch (ArithmeticException e) {
      return eachAlone(cells); // which says of which layer
    }
  }

  private Placement placement(Tensors tensors, PlacementSearch.Found found) {
    List<Placement.Home> homes = new ArrayList<>();
    for (int i = 0; i < tensors.count(); i++) {
      Tensor tensor = tensors.get(i);
      if (tensor.lastReader() > i) {
        homes.add(new Placement.Home(tensors.layer(i).name(), tensors.layer(tensor.lastReader()).name(), tensor.bits(),
            Optional.of(found.homes().get(i)).filter(home -> home != Tensor.OUTERMOST).map(this::memory)));
      }
    }
    return new Placement(homes, found.value() <= found.bound() ? 0 : found.value() / found.bound() - 1);
  }

  private String memory(int level) {
    return study.architecture().memories().levels().get(level).name();
  }

  /** Map each layer as if its tensors lived at the ends of its operands' ways, and nothing else lived anywhere. */
  private Result eachAlone(List<CellUse> cells) {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (study.network().layers().get(i) instanceof MacLayer mac) {
        tasks.add(new Task(mac, study.architecture().with(cells.get(i))));
      }
    }
    Iterator<Mapper.Outcome> outcomes = mapper.map(tasks, task -> done.accept(task.layer())).iterator();
    List<LayerEvaluation> layers = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Layer layer : study.network().layers()) {
      switch (layer) {
        case MacLayer mac -> {
          Mapper.Outcome outcome = outcomes.next();
          outcome.evaluation().ifPresentOrElse(layers::add, () -> findings.addAll(outcome.reasons().get()));
        }
        case ElementwiseLayer elementwise -> {
          try {
            layers.add(LayerPrices.evaluateAlone(macro, study.architecture(), elementwise));
          } catch (ArithmeticException e) {
            findings.add(Mapper.tooLarge(layer));
          }
          done.accept(layer);
        }
      }
    }
    return new Result(layers, findings, Placement.NONE, Residence.NONE);
  }

  /** Add to a result that the tensors that are alive at the same time do not fit, which no layer shows by itself. */
  private Result crowded(Result result, Tensors tensors) {
    return result.findings().isEmpty() ? result.saying(Crowd.worst(study, tensors).toFinding()) : result;
  }
}
