package org.imc.engine.arch;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.imc.engine.ElementId;
import org.imc.engine.workload.Operand;

/**
 * A level of the memory hierarchy outside the bit cells.
 *
 * <p>Units: energies in pJ per bit moved through a port, area in mm² per instance, capacity in bits per instance.
 *
 * @param id the element of the source
 * @param name the name shown to people
 * @param capacityBits what one instance holds; shared by the operands it serves
 * @param serves the operands it holds; not empty
 * @param sharing how many instances there are
 * @param ports at least one that reads and one that writes (or one that does both)
 * @param readPjPerBit energy to read a bit
 * @param writePjPerBit energy to write a bit
 * @param areaMm2 area of one instance; 0 when it is off the chip or not known
 * @param leakageMw power of one instance at rest, mW; 0 when it is not known
 * @param doubleBuffered whether it keeps the next tile of an operand beside the one in use
 */
public record MemoryLevel(
    ElementId id,
    String name,
    long capacityBits,
    Set<Operand> serves,
    Sharing sharing,
    List<MemoryPort> ports,
    double readPjPerBit,
    double writePjPerBit,
    double areaMm2,
    double leakageMw,
    boolean doubleBuffered) {

  public MemoryLevel {
    Require.atLeast("Memory", name, "bits of capacity", capacityBits, 1);
    Require.notNegative("Memory", name, "read energy", readPjPerBit, "pJ/bit");
    Require.notNegative("Memory", name, "write energy", writePjPerBit, "pJ/bit");
    Require.notNegative("Memory", name, "area", areaMm2, "mm²");
    Require.notNegative("Memory", name, "leakage", leakageMw, "mW");
    if (serves.isEmpty()) {
      throw new IllegalArgumentException("Memory '%s' serves no operand.".formatted(name));
    }
    serves = Collections.unmodifiableSet(EnumSet.copyOf(serves)); // iteration in the order of Operand
    ports = List.copyOf(ports);
    if (ports.stream().noneMatch(p -> p.direction().reads()) || ports.stream().noneMatch(p -> p.direction().writes())) {
      throw new IllegalArgumentException("Memory '%s' needs a port that reads and a port that writes.".formatted(name));
    }
  }

  /** A level that keeps one tile of each operand. */
  public MemoryLevel(ElementId id, String name, long capacityBits, Set<Operand> serves, Sharing sharing,
      List<MemoryPort> ports, double readPjPerBit, double writePjPerBit, double areaMm2, double leakageMw) {
    this(id, name, capacityBits, serves, sharing, ports, readPjPerBit, writePjPerBit, areaMm2, leakageMw, false);
  }

  /** A level that does not leak and keeps one tile of each operand. */
  public MemoryLevel(ElementId id, String name, long capacityBits, Set<Operand> serves, Sharing sharing,
      List<MemoryPort> ports, double readPjPerBit, double writePjPerBit, double areaMm2) {
    this(id, name, capacityBits, serves, sharing, ports, readPjPerBit, writePjPerBit, areaMm2, 0, false);
  }

  /**
   * Return how many tiles it keeps of an operand that it exchanges with the next level: the one in use and, when double
   * buffered, the next. An operand's last level keeps it whole and exchanges nothing.
   */
  public int tilesKept() {
    return doubleBuffered ? 2 : 1;
  }

  /** Return the index of the port that reads use: the first that can read, a pure read port before a shared one. */
  public int readPort() {
    return firstPort(PortDirection.READ);
  }

  /** Return the index of the port that writes use: the first that can write, a pure write port before a shared one. */
  public int writePort() {
    return firstPort(PortDirection.WRITE);
  }

  private int firstPort(PortDirection wanted) {
    int pure = indexOfPort(wanted);
    return pure >= 0 ? pure : indexOfPort(PortDirection.READ_WRITE); // there is one: the constructor checked
  }

  private int indexOfPort(PortDirection direction) {
    for (int i = 0; i < ports.size(); i++) {
      if (ports.get(i).direction() == direction) {
        return i;
      }
    }
    return -1;
  }
}
