package org.imc.dsl.validation;

import static org.imc.model.imc.ImcPackage.Literals.*;

import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.imc.dsl.quantity.QuantityRules;

/** A line that a user might write for a property. */
public final class Examples {

  private static final Map<EStructuralFeature, String> OF_BLOCKS = Map.ofEntries(
      Map.entry(TECHNOLOGY_DECL__GATE, "gate { capacitance 0.7 fF area 0.614 um2 delay 47.8 ps }"),
      Map.entry(TECHNOLOGY_DECL__CELL, "cell { wordline 0.35 fF bitline 0.35 fF area 0.589 um2 write 0.012 pJ/bit }"),
      Map.entry(MACRO_DECL__TECHNOLOGY, "technology cmos28"),
      Map.entry(MACRO_DECL__ADC, "adc { resolution 5 bit }"),
      Map.entry(ARCHITECTURE_DECL__MACRO, "macro M x 4"),
      Map.entry(ARCHITECTURE_DECL__MEMORIES, "memory sram { … }"),
      Map.entry(MEMORY_DECL__SERVES, "serves inputs, outputs"),
      Map.entry(MEMORY_DECL__PORTS, "port readwrite 128 bit/cycle"),
      Map.entry(WINDOWED_LAYER_DECL__KERNEL, "kernel 3 x 3"),
      Map.entry(EXPLORE_DECL__NETWORKS, "networks ResNet8, DsCnn"),
      Map.entry(EXPLORE_DECL__ARCHITECTURES, "architectures Chip"),
      Map.entry(EXPLORE_DECL__AXES, "rows in 32 .. 1024 step * 2"),
      Map.entry(EXPLORE_DECL__LIMITS, "where area <= 2 mm2"),
      Map.entry(EXPLORE_DECL__MAPPED_FOR, "mapped for edp"),
      Map.entry(EXPLORE_DECL__MINIMISED, "minimising area, energy ^ 0.7 * latency ^ 0.3"),
      Map.entry(EXPLORE_DECL__MAXIMISED, "maximising density"));

  private Examples() { }

  /** Return an example of a property that takes more than a quantity. */
  public static Optional<String> ofBlock(EStructuralFeature feature) {
    return Optional.ofNullable(OF_BLOCKS.get(feature));
  }

  /** Return an example with its keyword. */
  public static String of(EStructuralFeature feature) {
    return ofBlock(feature)
        .or(() -> QuantityRules.of(feature).map(rule -> Properties.keyword(feature) + " " + rule.example()))
        .orElse(Properties.keyword(feature));
  }
}
