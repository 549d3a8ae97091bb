package org.imc.engine.arch;

/**
 * Where a published form of the macro model departs from the default: a switch each, and none is on in
 * {@link MacroModel#STANDARD}. {@link MacroModel} says which form has which.
 *
 * <p>Sources: B is the scripts of the ICCAD 2023 paper ({@code zigzag-imc}, 1705762) and the older state of them behind its
 * stored sweeps, C the released {@code zigzag-imc} (df34a6f), D ZigZag 3.8.5 (3d12a96).
 */
public enum Quirk {

  /** C and D. Standard, as B and C in analog macros: the carry runs through the whole word. */
  SHORT_CARRY_IN_DIGITAL("the carry of a place-value tree in a digital macro stops after as many bits as there are numbers"),

  /** D. Standard as B and C: the carry runs through the whole word. */
  SHORT_CARRY_IN_ANALOG("the carry of a place-value tree in an analog macro stops after as many bits as there are numbers"),

  /** C and D. Standard as B, the most careful of three rules that lie within 4 % of the clock period. */
  ACCUMULATOR_BY_CARRY("an accumulator's delay begins with that from an operand to the carry, not to the sum"),

  /** D. Standard as B and C. */
  ONE_CARRY_LESS("the carry of an accumulator passes one bit less"),

  /** C. Standard as B and D: no delay of what is not there. */
  ABSENT_ACCUMULATOR("the delay of an accumulator counts in digital macros of 1-bit activations, which have none"),

  /** C. Standard as B and D: the bits of the ADC, in energy as in area and delay. */
  ACCUMULATOR_OF_ROWS("the accumulator of an analog macro is charged with log2(rows) bits in place of the ADC's"),

  /** D. Standard as B and C: they rest. */
  UNUSED_MULTIPLIERS("the multipliers of unused rows of a digital macro switch"),

  /** D. Standard as B and C: the rows that one output adds. */
  TREES_OF_DRIVEN_ROWS("an adder tree counts the rows that are driven, not those that one output adds"),

  /** B, C and D. Standard: the technology's law, where it has one. */
  NO_SUPPLY_LAW("delay does not depend on the supply, and all energies follow its square"),

  /** B. Standard as C: products have the bits of a weight, the logarithm is to base 2, and peak and layers agree. */
  WIDE_TREES_IN_LAYERS("the adder tree of a mapped layer adds numbers as wide as a weight and the input bits of a cycle,"
      + " and, when fully used, takes the natural logarithm of its inputs for its depth"),

  /** B. Standard as C: all outputs and rows that are unrolled are in use in each step, and inputs follow the stride. */
  FRACTIONAL_USE("the rows and outputs in use are the mean over all steps of a layer, a fraction charged as such in an analog"
      + " macro and rounded half up in a digital one; outputs side by side share inputs as at stride 1"),

  /** B, in its sweeps over input bits per cycle. Standard as C: one tree for each bit, and place values behind the trees. */
  PLACE_VALUES_FIRST("the input bits of a cycle are added weight by weight in front of the adder tree"),

  /** B, in its sweeps. Standard as C: nothing to hold where one cycle takes the whole input. */
  REGISTERED_OUTPUT("a digital macro that takes whole inputs in a cycle holds its outputs in registers");

  private final String text;

  Quirk(String text) {
    this.text = text;
  }

  /** Return what it does, for people. */
  public String text() {
    return text;
  }
}
