package org.imc.engine.result;

/** What spends energy, in the field's words. What prices it, and where that was published, is in {@code org.imc.engine.cost}. */
public enum Component {
  DAC("DAC"),
  ADC("ADC"),
  WORDLINE("word lines"),
  BITLINE("bit lines"),
  MULTIPLIER("multipliers"),
  ADDER_TREE("adder tree"),
  PLACE_VALUE_TREE("place-value tree"),
  ACCUMULATOR("accumulator"),
  REGISTER("pipeline registers"),
  LOGIC("logic"),
  PRECHARGE("pre-charge"),
  WEIGHT_WRITE("weight write"),
  LEAKAGE("leakage"),
  MEMORY("memory");

  private final String label;

  Component(String label) {
    this.label = label;
  }

  /** Return the field's word for it. */
  public String label() {
    return label;
  }
}
