package org.imc.engine.network;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.imc.engine.Study;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.result.Finding;
import org.imc.engine.result.Finding.Remedy;
import org.imc.engine.result.Residence;
import org.imc.engine.workload.MacLayer;

/** Weights for which the cells have no room, though a study asks that they stay there. */
final class CellShortage {

  private static final String TOO_FEW_CELLS = "network.weights";
  private static final String CANNOT_STAY = "mapping.weights";

  private CellShortage() { }

  /** Return what to say of a network not all of whose weights stay that may; nothing when the cells would have room. */
  static Optional<Finding> of(Study study, Residence residence) {
    List<MacLayer> asked = layers(study, layer -> study.weights().mayStay(layer.name()) && !layer.dynamicWeights());
    long room = room(study.architecture(), asked);
    long there = there(study.architecture());
    if (residence.residents().size() == asked.size() || room <= there) {
      return Optional.empty();
    }
    return Optional.of(finding(study, Finding.Severity.WARNING, TOO_FEW_CELLS,
        "The weights of %d of %d layers stay in the cells. All of them need at least %s".formatted(
            residence.residents().size(), asked.size(), missing(study.architecture(), room, there)), room));
  }

  /** Return what to say of layers whose weights must stay and cannot. */
  static Finding ofThoseThatMust(Study study) {
    List<MacLayer> asked = layers(study, layer -> study.weights().mustStay(layer.name()));
    long room = room(study.architecture(), asked);
    long there = there(study.architecture());
    String names = asked.stream().map(layer -> "'%s'".formatted(layer.name())).collect(Collectors.joining(", "));
    String start = "The weights of %s cannot stay in the cells. ".formatted(names);
    return room > there
        ? finding(study, Finding.Severity.ERROR, CANNOT_STAY,
            start + "They need at least %s".formatted(missing(study.architecture(), room, there)), room)
        : new Finding(Finding.Severity.ERROR, CANNOT_STAY, study.id(),
            start + "Nothing that fits leaves the other layers enough of them. Maybe let fewer layers stay.");
  }

  private static List<MacLayer> layers(Study study, Predicate<MacLayer> which) {
    return study.network().layers().stream().filter(MacLayer.class::isInstance).map(MacLayer.class::cast).filter(which).toList();
  }

  private static long room(Architecture architecture, List<MacLayer> layers) {
    return layers.stream().mapToLong(layer -> ResidenceSearch.leastRoom(architecture, layer)).reduce(0, Math::addExact);
  }

  private static long there(Architecture architecture) {
    return (long) architecture.macros() * architecture.macro().geometry().weightsPerMultiplier();
  }

  private static String missing(Architecture architecture, long room, long there) {
    MacroGeometry geometry = architecture.macro().geometry();
    long bits = (long) geometry.outputs() * geometry.inputs() * geometry.weightBits();
    return "%d bits, %d more than the %d of %d x '%s'.".formatted(Math.multiplyExact(room, bits),
        Math.multiplyExact(room - there, bits), Math.multiplyExact(there, bits), architecture.macros(),
        architecture.macro().name());
  }

  private static Finding finding(Study study, Finding.Severity severity, String code, String what, long room) {
    long macros = Math.ceilDiv(room, (long) study.architecture().macro().geometry().weightsPerMultiplier());
    return new Finding(severity, code, study.architecture().id(),
        "%s Maybe set 'macros' to at least %d.".formatted(what, macros),
        Optional.of(new Remedy("macros", Long.toString(macros))));
  }
}
