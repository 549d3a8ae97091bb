package org.imc.engine.arch;

/**
 * The published forms of the macro model. They share every equation but the few in which the authors' own releases
 * disagree; those are told apart in {@code org.imc.engine.cost}.
 */
public enum MacroModel {
  /** Today's default: the physically sound choice wherever the releases disagree. */
  STANDARD,
  /** The released {@code zigzag-imc} (master, df34a6f), bit for bit. */
  ZIGZAG_IMC,
  /** The model merged into ZigZag 3.8.5 (3d12a96), bit for bit. */
  ZIGZAG
}
