package org.imc.dsl.lowering;

import com.google.inject.Inject;
import java.util.Optional;
import org.imc.engine.Objective;
import org.imc.engine.Study;
import org.imc.model.imc.MappingDecl;
import org.imc.model.imc.StudyDecl;

/**
 * Turn a checked study into the engine's values.
 *
 * <p>Takes milliseconds; done while the model is held still. What comes out shares nothing with the model.
 */
public class Lowering {

  @Inject private Places.Factory places;

  /**
   * Lower a study.
   *
   * @param study without errors, in itself and in all that it refers to
   * @throws IllegalArgumentException when it has errors after all; the message says which value is at fault
   * @throws ArithmeticException when a size exceeds a {@code long}
   */
  public LoweredStudy lower(StudyDecl study) {
    Places here = places.create();
    var network = new NetworkLowering(here).lower(study.getNetwork());
    var architecture = new ArchitectureLowering(here).lower(study.getArchitecture());
    var constraints = new MappingLowering(architecture).lower(study.getMapping(), here);
    var objective = switch (study.getObjective()) {
      case ENERGY -> Objective.ENERGY;
      case LATENCY -> Objective.LATENCY;
      case EDP -> Objective.EDP;
    };
    return new LoweredStudy(
        new Study(here.id(study), network, architecture, objective, constraints), here.toSourceMap(),
        Optional.ofNullable(study.getMapping()).map(MappingDecl::getName));
  }
}
