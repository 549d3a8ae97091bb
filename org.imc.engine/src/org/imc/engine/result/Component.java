package org.imc.engine.result;

/** What spends energy, in the field's words, with the formula it is priced by and where that was published. */
public enum Component {
  DAC("DAC", "k0·Bc·V² per conversion, k0 = 50 fF; 0 for 1-bit inputs",
      "Houshmand et al. 2023 (arXiv 2305.18335), fitted to published analog macros"),
  ADC("ADC", "per conversion: (k1·R + k2·4^R)·V², k1 = 100 fF, k2 = 1 aF, of a converter in the array; log-linear in bits,"
      + " rate and node of one after the survey; or what the design gives",
      "in the array: mixed-signal form after Murmann, constants of Houshmand et al. 2023; survey: own fit to Murmann's ADC survey"),
  WORDLINE("word lines", "C_WL·V² per cell of a driven row, where an activity is stated", "own; load per cell: zigzag-imc df34a6f"),
  BITLINE("bit lines", "C_BL·V² per cell of a used column, 18 times that where cells sum currents", "zigzag-imc df34a6f"),
  MULTIPLIER("multipliers", "½·C_g·V² per 1-bit multiplier", "zigzag-imc df34a6f"),
  ADDER_TREE("adder tree", "6·C_g·V² per full adder, half of it where one input is constant", "zigzag-imc df34a6f"),
  PLACE_VALUE_TREE("place-value tree", "6·C_g·V² per full adder", "zigzag-imc df34a6f"),
  ACCUMULATOR("accumulator", "(6 + 3)·C_g·V² per bit of adder and register", "zigzag-imc df34a6f"),
  REGISTER("pipeline registers", "3·C_g·V² per bit", "zigzag-imc df34a6f, validation scripts"),
  LOGIC("logic", "as its adders, registers and gates, x the block's activity", "zigzag-imc df34a6f, validation scripts"),
  PRECHARGE("pre-charge", "(C_WL + M·C_BL)·V² per bit of each weight read out, when M > 1", "zigzag-imc df34a6f"),
  WEIGHT_WRITE("weight write", "bits written into the cells x the technology's cell write energy",
      "the technology's own source"),
  LEAKAGE("leakage", "power at rest of all macros and memories x time", "the technology's and the memories' own sources"),
  MEMORY("memory", "bits moved through a port x the memory's energy per bit", "the memory's own source");

  private final String label;
  private final String formula;
  private final String source;

  Component(String label, String formula, String source) {
    this.label = label;
    this.formula = formula;
    this.source = source;
  }

  /** Return the field's word for it. */
  public String label() {
    return label;
  }

  /** Return the formula, for people. */
  public String formula() {
    return formula;
  }

  /** Return where the formula was published. */
  public String source() {
    return source;
  }
}
