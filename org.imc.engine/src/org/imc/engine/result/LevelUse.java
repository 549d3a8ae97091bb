package org.imc.engine.result;

import java.util.List;
import java.util.Optional;
import org.imc.engine.arch.PortDirection;
import org.imc.engine.mapping.Loop;
import org.imc.engine.workload.Operand;

/**
 * How a mapped layer uses the bit cells or one memory level: what is kept there, what is moved, and whether its ports keep
 * up.
 *
 * <p>Units: bits of capacity and of what is kept are of one instance; words and bits moved are of all instances in use.
 *
 * @param level the memory's name, or {@link #CELLS}
 * @param instances how many of them the mapping uses
 * @param capacityBits what one instance holds
 * @param operands one for each operand that the level serves
 * @param ports those that move anything; none for the cells
 */
public record LevelUse(
    String level, long instances, long capacityBits, List<OperandUse> operands, List<PortUse> ports) {

  /** How the bit cells of the macros are called, where the way of the weights ends. */
  public static final String CELLS = "cells";

  public LevelUse {
    operands = List.copyOf(operands);
    ports = List.copyOf(ports);
  }

  /**
   * What a level does for one operand.
   *
   * @param operand whose words
   * @param loopsInside the loops in time below the operand's cut above this level, innermost first: the tile that they
   *     touch is kept here. All loops for the last level, which keeps the operand whole
   * @param keptWords words that one instance keeps, both tiles where it is double buffered
   * @param keptBits their bits
   * @param readWords words read out of the level, towards the array and away from it
   * @param readBits their bits; the cells are read by computing, which is no transfer
   * @param writtenWords words written into it
   * @param writtenBits their bits
   */
  public record OperandUse(Operand operand, List<Loop> loopsInside, long keptWords, long keptBits, long readWords,
      long readBits, long writtenWords, long writtenBits) {

    public OperandUse {
      loopsInside = List.copyOf(loopsInside);
    }
  }

  /**
   * How one port keeps up.
   *
   * @param port index among the level's ports
   * @param direction what it carries
   * @param busyCycles how long it moves words, in cycles of the macro's clock
   * @param neededBitsPerCycle bandwidth of one instance with which nothing would wait for it between filling and draining:
   *     its bits then over the cycles that the array takes meanwhile
   * @param availableBitsPerCycle bandwidth that it has
   */
  public record PortUse(int port, PortDirection direction, double busyCycles, double neededBitsPerCycle,
      double availableBitsPerCycle) {

    /** Return whether the array waits for it. */
    public boolean isTooSlow() {
      return neededBitsPerCycle > availableBitsPerCycle;
    }
  }

  /** Return what one instance keeps of all operands, in bits. */
  public long keptBits() {
    return operands.stream().mapToLong(OperandUse::keptBits).reduce(0, Math::addExact);
  }

  /** Return the share of the capacity that is used, 0 to 1. */
  public double capacityShare() {
    return (double) keptBits() / capacityBits;
  }

  /** Return what the level does for an operand; nothing when it does not serve it. */
  public Optional<OperandUse> of(Operand operand) {
    return operands.stream().filter(use -> use.operand() == operand).findFirst();
  }
}
