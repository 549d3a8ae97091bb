package org.imc.engine.arch;

import java.util.Optional;
import org.imc.engine.ElementId;

/**
 * The gates and bit cells that a macro is built of, at one node.
 *
 * <p>Units: as the accessor names say. Capacitances are switched per transition; energy is C·V².
 * Source: "Benchmarking and modeling of analog and digital SRAM in-memory computing architectures" (Houshmand, Sun,
 * Verhelst, 2023) and the authors' released model; a technology file cites where its own numbers are from.
 *
 * @param id the element of the source
 * @param name the name shown to people
 * @param nodeNm feature size, nm
 * @param supplyV nominal supply, V
 * @param gateCapacitanceFf input capacitance of a two-input NAND or NOR gate, both inputs, fF
 * @param gateAreaUm2 area of that gate, µm²
 * @param gateDelayNs delay of that gate at the nominal supply, ns
 * @param wordlineCapacitanceFf wordline load of one bit cell, fF
 * @param bitlineCapacitanceFf bitline load of one bit cell, fF
 * @param cellAreaUm2 area of one bit cell with its share of the array's periphery, µm²
 * @param cellWritePjPerBit energy to write one bit cell, pJ
 * @param leakage power of gates and bit cells at rest
 * @param supplyLaw how delay, analog energy and leakage change with the supply; when empty, the delay is that of the
 *     nominal supply at any other
 */
public record Technology(
    ElementId id,
    String name,
    double nodeNm,
    double supplyV,
    double gateCapacitanceFf,
    double gateAreaUm2,
    double gateDelayNs,
    double wordlineCapacitanceFf,
    double bitlineCapacitanceFf,
    double cellAreaUm2,
    double cellWritePjPerBit,
    Leakage leakage,
    Optional<SupplyLaw> supplyLaw) {

  public Technology {
    Require.positive("Technology", name, "node", nodeNm, "nm");
    Require.positive("Technology", name, "supply", supplyV, "V");
    Require.positive("Technology", name, "gate capacitance", gateCapacitanceFf, "fF");
    Require.positive("Technology", name, "gate area", gateAreaUm2, "µm²");
    Require.positive("Technology", name, "gate delay", gateDelayNs, "ns");
    Require.notNegative("Technology", name, "wordline capacitance", wordlineCapacitanceFf, "fF");
    Require.notNegative("Technology", name, "bitline capacitance", bitlineCapacitanceFf, "fF");
    Require.notNegative("Technology", name, "cell area", cellAreaUm2, "µm²");
    Require.notNegative("Technology", name, "cell write energy", cellWritePjPerBit, "pJ/bit");
  }

  /** A technology as the published model knows it: without leakage, its delay that of the nominal supply at any other. */
  public Technology(ElementId id, String name, double nodeNm, double supplyV, double gateCapacitanceFf, double gateAreaUm2,
      double gateDelayNs, double wordlineCapacitanceFf, double bitlineCapacitanceFf, double cellAreaUm2,
      double cellWritePjPerBit) {
    this(id, name, nodeNm, supplyV, gateCapacitanceFf, gateAreaUm2, gateDelayNs, wordlineCapacitanceFf,
        bitlineCapacitanceFf, cellAreaUm2, cellWritePjPerBit, Leakage.NONE, Optional.empty());
  }

  /** Return this technology with another supply law. */
  public Technology with(SupplyLaw law) {
    return new Technology(id, name, nodeNm, supplyV, gateCapacitanceFf, gateAreaUm2, gateDelayNs, wordlineCapacitanceFf,
        bitlineCapacitanceFf, cellAreaUm2, cellWritePjPerBit, leakage, Optional.of(law));
  }
}
