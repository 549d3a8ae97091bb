package org.imc.engine.cost;

import org.imc.engine.arch.LogicBlock;
import org.imc.engine.arch.LogicBlock.Words;

/** What a block of logic costs, priced with the cells of the published model. Units: pJ per cycle, mm², ns, of one block. */
final class LogicCost {

  private LogicCost() { }

  static double energyPj(LogicBlock block, GateLibrary gates) {
    return block.activity() * (bits(block.adders()) * gates.fullAdderPj()
        + bits(block.registers()) * gates.registerPj()
        + block.gates() * gates.gatePj());
  }

  static double areaMm2(LogicBlock block, GateLibrary gates) {
    return bits(block.adders()) * gates.fullAdderMm2()
        + bits(block.registers()) * gates.registerMm2()
        + block.gates() * gates.multiplierMm2(); // a multiplier is one gate
  }

  /** Return the delay of one adder of each entry in series; 0 of a block that is not on the critical path. */
  static double delayNs(LogicBlock block, GateLibrary gates) {
    return block.critical()
        ? block.adders().stream().mapToDouble(adders -> new AdderTree(2, adders.bits()).delayNs(gates)).sum()
        : 0;
  }

  private static long bits(Iterable<Words> words) {
    long bits = 0;
    for (Words entry : words) {
      bits += entry.total();
    }
    return bits;
  }
}
