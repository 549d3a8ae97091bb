package org.imc.dsl.lowering;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.stream.Stream;
import org.imc.dsl.claim.Claim;
import org.imc.engine.Activations;
import org.imc.engine.Objective;
import org.imc.engine.Study;
import org.imc.engine.Weights;
import org.imc.engine.arch.Architecture;
import org.imc.engine.workload.Network;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.ClaimDecl;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.LayerMappingDecl;
import org.imc.model.imc.MappingDecl;
import org.imc.model.imc.NetworkDecl;
import org.imc.model.imc.ObjectiveKind;
import org.imc.model.imc.StudyDecl;
import org.imc.model.imc.WeightsKind;

/**
 * Turn checked studies into the engine's values.
 *
 * <p>Takes milliseconds; done while the model is held still. What comes out shares nothing with the model.
 */
public class Lowering {

  @Inject private Places.Factory places;

  /**
   * Lower studies. What several of them ask about, a network or an architecture, is lowered once.
   *
   * @param studies without errors, in themselves and in all that they refer to
   * @throws IllegalArgumentException when one has errors after all; the message says which value is at fault
   * @throws ArithmeticException when a size exceeds a {@code long}
   */
  public List<LoweredStudy> lower(List<StudyDecl> studies) {
    Places here = places.create();
    var networks = new HashMap<NetworkDecl, Network>();
    var architectures = new HashMap<ArchitectureDecl, Architecture>();
    var parts = new ArrayList<Study>();
    for (StudyDecl study : studies) {
      var network = networks.computeIfAbsent(study.getNetwork(), new NetworkLowering(here)::lower);
      var architecture = architectures.computeIfAbsent(study.getArchitecture(), new ArchitectureLowering(here)::lower);
      var constraints = new MappingLowering(architecture).lower(study.getMapping(), here);
      parts.add(new Study(here.id(study), network, architecture, objective(study.getObjective()), constraints,
          activations(study), weights(study)));
    }
    SourceMap sources = here.toSourceMap();
    var lowered = new ArrayList<LoweredStudy>();
    for (int i = 0; i < parts.size(); i++) {
      lowered.add(new LoweredStudy(parts.get(i), sources,
          Optional.ofNullable(studies.get(i).getMapping()).map(MappingDecl::getName)));
    }
    return lowered;
  }

  /**
   * Lower the claims of a file and the budgets of its studies, in the order of the text. Their figures name the studies of the
   * file by their place.
   *
   * @param file without errors, in itself and in all that it refers to
   */
  public List<Claim> claims(FileDecl file) {
    var lowering = new ClaimLowering(places.create(), file);
    return file.getElements().stream().flatMap(element -> switch (element) {
      case ClaimDecl claim -> Stream.of(lowering.lower(claim));
      case StudyDecl study -> lowering.budgets(study).stream();
      default -> Stream.<Claim>empty();
    }).toList();
  }

  private static Activations activations(StudyDecl study) {
    return switch (study.getActivations()) {
      case PLACED -> Activations.PLACED;
      case OUTERMOST -> Activations.OUTERMOST;
    };
  }

  /** Return which weights may stay: as the mapping says of a layer, or else as the study does. */
  private static Weights weights(StudyDecl study) {
    Map<WeightsKind, Set<String>> asked = new EnumMap<>(WeightsKind.class);
    for (WeightsKind kind : WeightsKind.values()) {
      asked.put(kind, new HashSet<>());
    }
    if (study.getMapping() != null) {
      study.getMapping().getLayers().stream().filter(LayerMappingDecl::isSetWeights)
          .forEach(block -> asked.get(block.getWeights()).addAll(MappingLowering.layers(block)));
    }
    return new Weights(study.getWeights() == WeightsKind.RESIDENT, asked.get(WeightsKind.RESIDENT),
        asked.get(WeightsKind.RELOADED));
  }

  static Objective objective(ObjectiveKind kind) {
    return switch (kind) {
      case ENERGY -> Objective.ENERGY;
      case LATENCY -> Objective.LATENCY;
      case EDP -> Objective.EDP;
    };
  }
}
