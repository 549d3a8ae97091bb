package org.imc.dsl.validation;

import static org.imc.dsl.quantity.Quantities.value;
import static org.imc.dsl.quantity.Quantities.whole;
import static org.imc.model.imc.ImcPackage.Literals.*;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.lowering.EffectiveMacro;
import org.imc.dsl.quantity.Dimension;
import org.imc.dsl.quantity.Quantities;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.MemoryDecl;
import org.imc.model.imc.OperandKind;
import org.imc.model.imc.PortDecl;
import org.imc.model.imc.PortKind;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.SharingKind;

/** Memories: every operand served, ports in both directions, levels from the array outwards. */
public class MemoryChecks extends ImcChecks {

  /** Report operands that no memory serves. */
  @Check
  public void checkEveryOperandIsServed(ArchitectureDecl declaration) {
    ArchitectureDecl architecture = Effective.of(declaration).joined();
    if (architecture.getMemories().isEmpty()) {
      return; // reported as missing
    }
    Set<OperandKind> unserved = EnumSet.allOf(OperandKind.class);
    architecture.getMemories().forEach(memory -> unserved.removeAll(memory.getServes()));
    for (OperandKind operand : unserved) {
      MemoryDecl outermost = architecture.getMemories().get(architecture.getMemories().size() - 1);
      error("No memory of architecture '%s' serves %s. Maybe add '%s' to 'serves' of '%s'."
              .formatted(architecture.getName(), operand.getLiteral(), operand.getLiteral(), outermost.getName()),
          declaration, NAMED_DECL__NAME, IssueCodes.MEMORY_OPERAND_UNSERVED, operand.getLiteral(), outermost.getName());
    }
  }

  /** Report an operand that a memory serves twice. */
  @Check
  public void checkOperandsAreNamedOnce(MemoryDecl memory) {
    var seen = EnumSet.noneOf(OperandKind.class);
    List<OperandKind> serves = memory.getServes();
    for (int i = 0; i < serves.size(); i++) {
      if (!seen.add(serves.get(i))) {
        error("Memory '%s' serves %s twice. Maybe remove one.".formatted(memory.getName(), serves.get(i).getLiteral()),
            memory, MEMORY_DECL__SERVES, i, IssueCodes.MEMORY_OPERAND_TWICE);
      }
    }
  }

  /** Report a memory that nothing can be read from or written to. */
  @Check
  public void checkPortsReadAndWrite(MemoryDecl memory) {
    List<PortDecl> ports = effective(memory).getPorts();
    if (ports.isEmpty()) {
      return; // reported as missing
    }
    for (PortKind needed : List.of(PortKind.READ, PortKind.WRITE)) {
      if (ports.stream()
          .noneMatch(port -> port.getKind() == needed || port.getKind() == PortKind.READ_WRITE)) {
        error("Memory '%s' has no port to %s. Maybe add 'port %s 128 bit/cycle'."
                .formatted(memory.getName(), needed.getLiteral(), needed.getLiteral()),
            memory, NAMED_DECL__NAME, IssueCodes.MEMORY_PORTS, needed.getLiteral());
      }
    }
  }

  /** Report instances that cannot serve an operand: a row carries inputs, an output collects sums. */
  @Check
  public void checkInstancesFitTheOperands(MemoryDecl memory) {
    OperandKind only = switch (effective(memory).getSharing()) {
      case ROW -> OperandKind.INPUT;
      case OUTPUT -> OperandKind.OUTPUT;
      case CHIP, MACRO -> null;
    };
    for (int i = 0; only != null && i < memory.getServes().size(); i++) {
      if (memory.getServes().get(i) != only) {
        error("Memory '%s' has an instance per %s, which can serve %s only, but serves %s. Maybe have one per macro."
                .formatted(memory.getName(), effective(memory).getSharing().getLiteral(), only.getLiteral(),
                    memory.getServes().get(i).getLiteral()),
            memory, MEMORY_DECL__SERVES, i, IssueCodes.MEMORY_SHARING);
      }
    }
  }

  /** Report a level that is nearer to the array than one written before it, for an operand that both serve. */
  @Check
  public void checkLevelsRunOutwards(ArchitectureDecl declaration) {
    reportPairs(declaration, memory -> breadth(memory.getSharing()), (inner, outer) -> true, (place, inner, outer) ->
        error("Memory '%s' (per %s) stands outside '%s' (per %s). Memories are written from the array outwards: maybe exchange them."
                .formatted(outer.getName(), outer.getSharing().getLiteral(), inner.getName(), inner.getSharing().getLiteral()),
            place, NAMED_DECL__NAME, IssueCodes.MEMORY_SHARING));
  }

  /** What to say about two memories, at one of them. */
  private interface Report {
    void at(MemoryDecl place, MemoryDecl inner, MemoryDecl outer);
  }

  /**
   * Report each memory that measures less than one inside it, for an operand that both serve; of several, the one that
   * measures most. Pairs that a base wrote are reported there.
   */
  private static void reportPairs(ArchitectureDecl declaration, ToLongFunction<MemoryDecl> measure,
      BiPredicate<MemoryDecl, MemoryDecl> compare, Report report) {
    Effective<ArchitectureDecl> architecture = Effective.of(declaration);
    var most = new EnumMap<OperandKind, MemoryDecl>(OperandKind.class);
    for (MemoryDecl outer : architecture.joined().getMemories()) {
      Optional<MemoryDecl> inner = outer.getServes().stream().distinct()
          .filter(most::containsKey).map(most::get)
          .filter(each -> compare.test(each, outer) && measure.applyAsLong(outer) < measure.applyAsLong(each))
          .max(Comparator.comparingLong(measure));
      if (inner.isPresent() && (architecture.isOwn(outer) || architecture.isOwn(inner.get()))) {
        MemoryDecl place = architecture.isOwn(outer) ? outer : inner.get();
        report.at((MemoryDecl) architecture.origin(place), inner.get(), outer);
      }
      for (OperandKind operand : outer.getServes()) {
        most.merge(operand, outer, (a, b) -> measure.applyAsLong(b) > measure.applyAsLong(a) ? b : a);
      }
    }
  }

  /** Report a register that does not hold one word of what its macro computes. */
  @Check
  public void checkRegistersHoldAWord(ArchitectureDecl declaration) {
    Effective<ArchitectureDecl> effective = Effective.of(declaration);
    ArchitectureDecl architecture = effective.joined();
    MacroDecl macro = architecture.getMacro();
    QuantityDecl activation = macro == null || macro.eIsProxy() ? null : EffectiveMacro.of(macro).joined().getActivation();
    if (!valid(activation)) {
      return;
    }
    for (MemoryDecl memory : architecture.getMemories()) {
      if (valid(memory.getSize()) && memory.getServes().contains(OperandKind.INPUT)
          && whole(memory.getSize()) < whole(activation)
          && (effective.isOwn(memory) || declaration.getMacro() != null)) {
        error("Memory '%s' holds %d bits, but an activation of macro '%s' has %d. Maybe set 'size' to at least %d bit."
                .formatted(memory.getName(), whole(memory.getSize()), macro.getName(), whole(activation),
                    whole(activation)),
            effective.isOwn(memory) ? effective.origin(memory) : declaration,
            effective.isOwn(memory) ? sizeOrName(effective.origin(memory)) : NAMED_DECL__NAME, IssueCodes.MEMORY_TOO_SMALL,
            whole(activation) + " bit");
      }
    }
  }

  private static EStructuralFeature sizeOrName(EObject memory) {
    return memory.eIsSet(MEMORY_DECL__SIZE) ? MEMORY_DECL__SIZE : NAMED_DECL__NAME;
  }

  /** Warn about a level that holds less than one inside it, for an operand that both serve. */
  @Check
  public void checkLevelsGrowOutwards(ArchitectureDecl declaration) {
    reportPairs(declaration, memory -> valid(memory.getSize()) ? whole(memory.getSize()) : 0,
        (inner, outer) -> valid(outer.getSize()) && breadth(outer.getSharing()) >= breadth(inner.getSharing()),
        (place, inner, outer) ->
            warning("Memory '%s' (%s) holds less than '%s' (%s), which stands inside it. Maybe exchange their sizes."
                    .formatted(outer.getName(), Quantities.text(outer.getSize()), inner.getName(),
                        Quantities.text(inner.getSize())),
                place, sizeOrName(place), IssueCodes.MEMORY_SMALLER_OUTSIDE));
  }

  /** Warn about a port that moves more in a cycle than the memory holds. */
  @Check
  public void checkPortsAreNotWiderThanTheMemory(MemoryDecl memory) {
    for (PortDecl port : memory.getPorts()) {
      if (valid(memory.getSize(), port.getBandwidth())
          && Quantities.dimension(port.getBandwidth()).orElseThrow() == Dimension.BITS_PER_CYCLE
          && value(port.getBandwidth()) > whole(memory.getSize())) {
        warning("A port of memory '%s' moves %s, but the memory holds only %s. Maybe one of them is mistyped."
                .formatted(memory.getName(), Quantities.text(port.getBandwidth()), Quantities.text(memory.getSize())),
            port, PORT_DECL__BANDWIDTH, IssueCodes.MEMORY_PORT_WIDER);
      }
    }
  }

  /** Return how much of the chip an instance serves. */
  private static int breadth(SharingKind sharing) {
    return switch (sharing) {
      case ROW, OUTPUT -> 0;
      case MACRO -> 1;
      case CHIP -> 2;
    };
  }
}
