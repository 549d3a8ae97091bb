package org.imc.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.lowering.ArchitectureFinder;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.report.DesignExplanation;
import org.imc.dsl.report.DesignExplanation.Figure;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.Network;
import org.imc.model.imc.ArchitectureDecl;

/** What {@code imc explain} can explain of files beside macros: architectures, their memories, layers of evaluated networks. */
final class ExplainSubjects {

  /**
   * One of them.
   *
   * @param kind the language's word for it
   * @param names that it goes by, the qualified one last
   * @param figures that it has
   * @param explain gives the text of some of them
   */
  record Subject(String kind, List<String> names, Set<Figure> figures, Function<List<Figure>, String> explain) {

    String qualifiedName() {
      return names.get(names.size() - 1);
    }
  }

  private static final Set<Figure> OF_CHIPS = Set.of(Figure.ENERGY, Figure.LATENCY, Figure.AREA);
  private static final Set<Figure> OF_LAYERS = Set.of(Figure.ENERGY, Figure.LATENCY);

  private final ImcCommand imc;
  private final ArchitectureFinder finder = Language.get(ArchitectureFinder.class);
  private final List<Subject> subjects = new ArrayList<>();

  private ExplainSubjects(ImcCommand imc) {
    this.imc = imc;
  }

  /** Return the subjects of files without errors. */
  static List<Subject> of(List<XtextResource> files, ImcCommand imc) {
    var found = new ExplainSubjects(imc);
    for (XtextResource file : files) {
      found.finder.of(file).forEach(found::add);
    }
    found.addLayers(files);
    return found.subjects;
  }

  private void add(ArchitectureDecl declaration) {
    Architecture architecture = finder.lower(declaration);
    List<String> names = names(architecture.name(), architecture.id().toString());
    subjects.add(new Subject("architecture", names, OF_CHIPS,
        figures -> DesignExplanation.ofArchitecture(architecture, figures)));
    for (MemoryLevel level : architecture.memories().levels()) {
      subjects.add(new Subject("memory", inside(names, level.name()), OF_CHIPS, figures -> DesignExplanation.ofMemory(
          architecture, level, figures, finder.sources(declaration, architecture, level))));
    }
  }

  private void addLayers(List<XtextResource> files) {
    Map<String, List<LoweredStudy>> byNetwork = new LinkedHashMap<>();
    files.stream().flatMap(file -> Language.runner().lower(file).stream())
        .forEach(study -> byNetwork.computeIfAbsent(study.study().network().id().toString(), id -> new ArrayList<>()).add(study));
    byNetwork.forEach((id, studies) -> {
      Network network = studies.get(0).study().network();
      List<String> names = names(network.name(), id);
      for (Layer layer : network.layers()) {
        subjects.add(new Subject("layer", inside(names, layer.name()), OF_LAYERS, figures -> explain(layer, studies, figures)));
      }
    });
  }

  private String explain(Layer layer, List<LoweredStudy> studies, List<Figure> figures) {
    return studies.stream().map(study -> {
      List<LayerEvaluation> layers = Language.runner()
          .evaluate(study, Engine.withThreads(1), Progress.NONE, imc.cancellation()).evaluation().layers();
      return layers.stream().filter(each -> each.layer().name().equals(layer.name())).findFirst()
          .map(found -> DesignExplanation.ofLayer(study.title(), found, figures))
          .orElseGet(() -> "Layer %s of %s has no mapping.\n".formatted(layer.name(), study.title()));
    }).collect(Collectors.joining("\n"));
  }

  private static List<String> names(String simple, String qualified) {
    return Stream.of(simple, qualified).distinct().toList();
  }

  private static List<String> inside(List<String> names, String part) {
    return names.stream().map(name -> name + "." + part).toList();
  }
}
