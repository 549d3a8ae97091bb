package org.imc.dsl.lowering;

import static org.imc.dsl.quantity.Quantities.value;
import static org.imc.dsl.quantity.Quantities.whole;

import org.imc.dsl.quantity.Dimension;
import org.imc.dsl.quantity.Quantities;
import org.imc.engine.arch.Technology;
import org.imc.engine.cost.DramKind;
import org.imc.engine.cost.GateLibrary;
import org.imc.engine.cost.SramFigures;
import org.imc.engine.cost.SramModel;
import org.imc.model.imc.CellLayout;
import org.imc.model.imc.MemoryDecl;
import org.imc.model.imc.PortDecl;

/**
 * What the kind of a memory says about it: what it has where it gives nothing itself.
 *
 * @param readPjPerBit energy to read a bit
 * @param writePjPerBit energy to write a bit
 * @param areaMm2 area of one instance
 * @param source where they were published, or how they are made
 */
public record MemoryFigures(double readPjPerBit, double writePjPerBit, double areaMm2, String source) {

  /** A memory without a kind, which gives its energies itself and has no area unless it says so. */
  private static final MemoryFigures NONE = new MemoryFigures(0, 0, 0, "the memory itself");

  /**
   * Return the figures of a memory.
   *
   * @param memory with its valid size and ports, what its architecture extends included
   * @param technology of the macro that it serves
   * @param supplyV of that macro
   * @param clockPeriodNs of that macro; only ports with a bandwidth per second need it
   */
  public static MemoryFigures of(MemoryDecl memory, Technology technology, double supplyV, double clockPeriodNs) {
    if (!memory.isSetKind()) {
      return NONE;
    }
    return switch (memory.getKind()) {
      case SRAM -> sram(memory, technology, wordBits(memory, clockPeriodNs));
      case REGISTERS -> registers(memory, GateLibrary.of(technology, supplyV));
      case LPDDR4 -> dram(DramKind.LPDDR4);
      case DDR4 -> dram(DramKind.DDR4);
      case HBM2 -> dram(DramKind.HBM2);
    };
  }

  /** Return the bits of a word: what the widest port moves in a cycle. */
  public static double wordBits(MemoryDecl memory, double clockPeriodNs) {
    return memory.getPorts().stream().mapToDouble(port -> bitsPerCycle(port, clockPeriodNs)).max().orElseThrow();
  }

  static double bitsPerCycle(PortDecl port, double clockPeriodNs) {
    boolean perTime = Quantities.dimension(port.getBandwidth()).orElseThrow() == Dimension.BITS_PER_TIME;
    double bandwidth = value(port.getBandwidth());
    return perTime ? bandwidth * clockPeriodNs : bandwidth; // Gbit/s x ns = bit
  }

  private static MemoryFigures sram(MemoryDecl memory, Technology technology, double wordBits) {
    SramFigures word = SramModel.of(
        whole(memory.getSize()), wordBits, technology.nodeNm(), memory.getCells() == CellLayout.LOGIC);
    return new MemoryFigures(word.readPj() / wordBits, word.writePj() / wordBits, word.areaMm2(),
        "CACTI 7 with the settings of zigzag-imc df34a6f, words of %.0f bit at %.0f nm; an access takes %.3g ns".formatted(
            wordBits, technology.nodeNm(), word.accessNs()));
  }

  private static MemoryFigures registers(MemoryDecl memory, GateLibrary gates) {
    return new MemoryFigures(0, gates.registerPj(), whole(memory.getSize()) * gates.registerMm2(),
        "zigzag-imc df34a6f: 3·C_g·V² to write a bit, 6·A_g of area");
  }

  private static MemoryFigures dram(DramKind kind) {
    return new MemoryFigures(kind.pjPerBit(), kind.pjPerBit(), 0, kind.source());
  }
}
