package org.imc.engine.cost;

/** Convert from the units in which coefficients are published to those of the engine. */
final class Units {

  static final double PJ_PER_FJ = 1e-3;

  static final double MM2_PER_UM2 = 1e-6;

  private Units() { }
}
