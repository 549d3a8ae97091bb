package org.imc.dsl.ide.hints;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.eclipse.emf.ecore.EObject;
import org.imc.dsl.exploration.Designs;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.lowering.DerivedTechnology;
import org.imc.dsl.lowering.EffectiveMacro;
import org.imc.dsl.lowering.MemoryFigures;
import org.imc.dsl.quantity.Dimension;
import org.imc.dsl.quantity.Quantities;
import org.imc.engine.ElementId;
import org.imc.engine.arch.Technology;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.ExploreDecl;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.MemoryDecl;
import org.imc.model.imc.TechnologyDecl;
import org.jspecify.annotations.Nullable;

/**
 * The figures that a declaration has by computation: a memory by its kind, a technology from another node. Written as the
 * properties that would give them; stateless.
 */
public final class ComputedFigures {

  private static final ElementId NOWHERE = new ElementId("computed");

  private ComputedFigures() { }

  /** Return what a declaration has besides what it gives, or nothing when there is none or it is not complete yet. */
  public static Optional<String> of(EObject declaration) {
    return switch (declaration) {
      case MemoryDecl memory -> ofMemory(memory);
      case TechnologyDecl technology when technology.getBase() != null -> ofTechnology(technology);
      case ExploreDecl exploration -> ofExploration(exploration);
      default -> Optional.empty();
    };
  }

  /** Return how many designs an exploration has, those that its conditions will leave out included. */
  private static Optional<String> ofExploration(ExploreDecl exploration) {
    try {
      long size = Designs.of(exploration).size();
      return size == 0 ? Optional.empty() : Optional.of(size == 1 ? "1 design" : size + " designs");
    } catch (ArithmeticException e) {
      return Optional.of("more designs than can be counted");
    }
  }

  /** Return where the figures that a memory has by its kind were published, in the same cases. */
  public static Optional<String> source(EObject declaration) {
    return declaration instanceof MemoryDecl memory ? figures(memory).map(MemoryFigures::source) : Optional.empty();
  }

  private static Optional<String> ofMemory(MemoryDecl declaration) {
    return figures(declaration).flatMap(figures -> {
      var memory = (MemoryDecl) Effective.of((ArchitectureDecl) declaration.eContainer()).effective(declaration);
      var words = new StringJoiner(" · ");
      add(words, memory.getRead(), "read", figures.readPjPerBit(), "pJ/bit");
      add(words, memory.getWrite(), "write", figures.writePjPerBit(), "pJ/bit");
      add(words, memory.getArea(), "area", figures.areaMm2(), "mm2");
      return words.length() == 0 ? Optional.empty() : Optional.of(words.toString());
    });
  }

  private static Optional<MemoryFigures> figures(MemoryDecl declaration) {
    if (!(declaration.eContainer() instanceof ArchitectureDecl around)) {
      return Optional.empty();
    }
    Effective<ArchitectureDecl> architecture = Effective.of(around);
    var memory = (MemoryDecl) architecture.effective(declaration);
    MacroDecl macro = architecture.joined().getMacro();
    if (!memory.isSetKind() || !isPriced(memory) || macro == null || macro.eIsProxy()
        || !EffectiveMacro.of(macro).isComplete()) {
      return Optional.empty();
    }
    var effective = EffectiveMacro.of(macro);
    Technology technology = DerivedTechnology.of(effective.technology()).lower(NOWHERE);
    double supplyV = Quantities.value(effective.joined().getSupply(), technology.supplyV());
    return Optional.of(MemoryFigures.of(memory, technology, supplyV, 1));
  }

  /** Return whether size and word are known; a word per second depends on a clock that nobody has computed yet. */
  private static boolean isPriced(MemoryDecl memory) {
    return Quantities.isValid(memory.getSize()) && !memory.getPorts().isEmpty() && memory.getPorts().stream().allMatch(port ->
        Quantities.isValid(port.getBandwidth())
            && Quantities.dimension(port.getBandwidth()).orElseThrow() == Dimension.BITS_PER_CYCLE);
  }

  private static Optional<String> ofTechnology(TechnologyDecl declaration) {
    if (!EffectiveMacro.isComplete(declaration)) {
      return Optional.empty();
    }
    Technology t = DerivedTechnology.of(declaration).lower(NOWHERE);
    var words = new StringJoiner(" · ");
    var gate = declaration.getGate();
    var cell = declaration.getCell();
    add(words, gate == null ? null : gate.getCapacitance(), "gate capacitance", t.gateCapacitanceFf(), "fF");
    add(words, gate == null ? null : gate.getArea(), "gate area", t.gateAreaUm2(), "um2");
    add(words, gate == null ? null : gate.getDelay(), "gate delay", t.gateDelayNs() * 1000, "ps");
    add(words, cell == null ? null : cell.getArea(), "cell area", t.cellAreaUm2(), "um2");
    add(words, cell == null ? null : cell.getWrite(), "cell write", t.cellWritePjPerBit() * 1000, "fJ/bit");
    return words.length() == 0 ? Optional.empty() : Optional.of(words.toString());
  }

  private static void add(StringJoiner words, @Nullable EObject given, String property, double value, String unit) {
    if (given == null) {
      words.add("%s %s %s".formatted(property, String.format(Locale.ROOT, "%.4g", value), unit));
    }
  }
}
