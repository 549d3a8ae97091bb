package org.imc.dsl.validation;

import static org.imc.dsl.quantity.Quantities.text;
import static org.imc.dsl.quantity.Quantities.value;
import static org.imc.dsl.quantity.Quantities.whole;
import static org.imc.model.imc.ImcPackage.Literals.*;

import com.google.inject.Inject;
import java.util.Optional;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.inheritance.Effective;
import org.imc.dsl.lowering.EffectiveMacro;
import org.imc.dsl.lowering.MacroFinder;
import org.imc.dsl.lowering.MemoryFigures;
import org.imc.dsl.quantity.Dimension;
import org.imc.dsl.quantity.Quantities;
import org.imc.engine.Engine;
import org.imc.engine.cost.SramModel;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.MemoryDecl;
import org.imc.model.imc.MemoryKind;
import org.imc.model.imc.QuantityDecl;

/** Memories of a kind: against the range of the figures that the kind has. */
public class MemoryKindChecks extends ImcChecks {

  /** Registers that are read without a multiplexer of note. Beyond, their reads are not free. */
  private static final long MOST_REGISTER_BITS = 4096;

  @Inject private MacroFinder macros;

  /** Warn about a layout of cells that no figure depends on. */
  @Check
  public void checkCellsAreOfAnSram(MemoryDecl memory) {
    MemoryDecl effective = effective(memory);
    if (memory.isSetCells() && (!effective.isSetKind() || effective.getKind() != MemoryKind.SRAM)) {
      warning("'cells' changes nothing in memory '%s', which is no 'sram'. Maybe add 'kind sram', or remove it."
          .formatted(memory.getName()), memory, MEMORY_DECL__CELLS, IssueCodes.MEMORY_KIND);
    }
  }

  /** Warn about an sram that the table of arrays does not hold, and about registers too many to be read for free. */
  @Check
  public void checkSizeIsInTheRangeOfTheKind(MemoryDecl memory) {
    MemoryDecl effective = effective(memory);
    if (!effective.isSetKind() || !valid(effective.getSize()) || givesAll(effective)) {
      return;
    }
    if (effective.getKind() == MemoryKind.SRAM) {
      checkRows(memory, effective);
      checkNode(memory);
    } else if (effective.getKind() == MemoryKind.REGISTERS && whole(effective.getSize()) > MOST_REGISTER_BITS) {
      warning("Memory '%s' has %d bits of registers, which are read for free up to %d bits; above, that is too good. Maybe use 'kind sram'."
              .formatted(memory.getName(), whole(effective.getSize()), MOST_REGISTER_BITS),
          memory, place(memory, MEMORY_DECL__SIZE), IssueCodes.MEMORY_RANGE);
    }
  }

  /** Warn about an sram that takes longer for an access than the cycle in which its widest port moves a word. */
  @Check
  public void checkAccessFitsTheCycle(MemoryDecl memory) {
    MemoryDecl effective = effective(memory);
    boolean sized = valid(effective.getSize()) && !effective.getPorts().isEmpty()
        && effective.getPorts().stream().allMatch(port -> valid(port.getBandwidth()));
    if (!sized || !effective.isSetKind() || effective.getKind() != MemoryKind.SRAM) {
      return;
    }
    macro(memory).flatMap(macros::lowerIfSound).ifPresent(macro -> {
      double periodNs = Engine.macroCost(macro).clockPeriodNs();
      double word = MemoryFigures.wordBits(effective, periodNs);
      double accessNs = SramModel.of(whole(effective.getSize()), word, macro.technology().nodeNm(), true).accessNs();
      if (accessNs > periodNs) {
        warning(("Memory '%s' takes %.3g ns for an access, but moves %s bits in every cycle of %.3g ns of macro '%s'. "
            + "Maybe make it smaller, or set 'clock' to at most %.0f MHz.")
                .formatted(memory.getName(), accessNs, number(word), periodNs, macro.name(), Math.floor(1000 / accessNs)),
            memory, place(memory, MEMORY_DECL__SIZE), IssueCodes.MEMORY_ACCESS);
      }
    });
  }

  private void checkRows(MemoryDecl memory, MemoryDecl effective) {
    boolean perCycle = !effective.getPorts().isEmpty() && effective.getPorts().stream().allMatch(port ->
        valid(port.getBandwidth()) && Quantities.dimension(port.getBandwidth()).orElseThrow() == Dimension.BITS_PER_CYCLE);
    if (!perCycle) {
      return; // the word depends on the clock
    }
    double word = MemoryFigures.wordBits(effective, 1);
    double rows = SramModel.rows(whole(effective.getSize()), word);
    long most = word < SramModel.TABLE_WIDTH ? SramModel.MOST_NARROW_ROWS : SramModel.MOST_ROWS;
    if (rows < SramModel.LEAST_ROWS || rows > most) {
      warning("Memory '%s' has %.0f words of %s bits; the table of 'sram' holds %d to %d. %s"
              .formatted(memory.getName(), rows, number(word), SramModel.LEAST_ROWS, most,
                  rows < SramModel.LEAST_ROWS
                      ? "Below, it has the figures of the least, which are too large. Maybe use 'kind registers'."
                      : "Above, it is extrapolated. Maybe give wider ports."),
          memory, place(memory, MEMORY_DECL__SIZE), IssueCodes.MEMORY_RANGE);
    }
  }

  private void checkNode(MemoryDecl memory) {
    node(memory).filter(node -> valid(node)).ifPresent(node -> {
      double nm = value(node);
      if (nm < SramModel.LEAST_NODE_NM || nm > SramModel.MOST_NODE_NM) {
        warning(("Memory '%s' is at %s; the table of 'sram' holds %s to %s nm. %s, it is extrapolated. "
            + "Maybe give 'read', 'write' and 'area'.")
                .formatted(memory.getName(), text(node), number(SramModel.LEAST_NODE_NM), number(SramModel.MOST_NODE_NM),
                    nm < SramModel.LEAST_NODE_NM ? "Below" : "Above"),
            memory, place(memory, MEMORY_DECL__KIND), IssueCodes.MEMORY_RANGE);
      }
    });
  }

  private static Optional<QuantityDecl> node(MemoryDecl memory) {
    return macro(memory).map(macro -> EffectiveMacro.of(macro).technology())
        .map(technology -> Effective.of(technology).joined().getNode());
  }

  private static Optional<MacroDecl> macro(MemoryDecl memory) {
    ArchitectureDecl architecture = EcoreUtil2.getContainerOfType(memory, ArchitectureDecl.class);
    MacroDecl macro = architecture == null ? null : Effective.of(architecture).joined().getMacro();
    return Optional.ofNullable(macro).filter(each -> !each.eIsProxy());
  }

  private static boolean givesAll(MemoryDecl memory) {
    return memory.getRead() != null && memory.getWrite() != null && memory.getArea() != null;
  }

  private static EStructuralFeature place(MemoryDecl memory, EStructuralFeature feature) {
    return memory.eIsSet(feature) ? feature : NAMED_DECL__NAME;
  }
}
