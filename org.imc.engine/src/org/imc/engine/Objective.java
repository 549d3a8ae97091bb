package org.imc.engine;

/** What a mapping is chosen for. */
public enum Objective {
  /** Least energy, in pJ. */
  ENERGY,
  /** Least latency, in cycles of the macro's clock. */
  LATENCY,
  /** Least product of energy and latency. */
  EDP
}
