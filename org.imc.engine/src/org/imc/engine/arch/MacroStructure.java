package org.imc.engine.arch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a macro is wired where published designs differ. {@link #GENERIC} is the macro of the published model.
 *
 * @param booth whether a digital macro recodes its inputs (radix 4): one multiplier, one bit wider, for two input bits
 * @param trees how the adder trees of a digital macro add
 * @param multipliersPerWeight gates that multiply a weight in a cycle; when empty, one for each of its bits and each bit (or
 *     DAC) of an input. Fewer where the input gates a word line and the cells themselves multiply
 * @param readOut what stands between the multipliers (digital) or ADCs (analog) and the sum of an output, in order; when
 *     empty, what the geometry asks for: adder trees, a place-value tree, an accumulator
 * @param activity how much of it switches
 * @param idleRows whether rows that an activation does not use rest
 * @param idleOutputs whether outputs that an activation does not use rest
 * @param logic what it has beside
 * @param arrayMm2 area of the array of cells, mm²; when empty, cells x the technology's area of a cell
 * @param accessNs time to read a weight from its cell before it is multiplied, ns at the nominal supply; when empty, none,
 *     as in the published model, whose weights stand beside their multipliers
 */
public record MacroStructure(
    boolean booth,
    TreeKind trees,
    OptionalInt multipliersPerWeight,
    Optional<ReadOutPath> readOut,
    Activity activity,
    Idle idleRows,
    Idle idleOutputs,
    List<LogicBlock> logic,
    OptionalDouble arrayMm2,
    OptionalDouble accessNs) {

  /** What becomes of a part that an activation does not use. */
  public enum Idle {
    /** It rests. */
    GATED,
    /** It switches as if it were used. */
    SWITCHING
  }

  /** The macro of the published model. */
  public static final MacroStructure GENERIC = new MacroStructure(false, TreeKind.RIPPLE_CARRY, OptionalInt.empty(),
      Optional.empty(), Activity.FULL, Idle.GATED, Idle.GATED, List.of(), OptionalDouble.empty(), OptionalDouble.empty());

  public MacroStructure {
    logic = List.copyOf(logic);
    if (multipliersPerWeight.orElse(1) < 1) {
      throw new IllegalArgumentException("A weight has %d multipliers. It must have at least 1."
          .formatted(multipliersPerWeight.getAsInt()));
    }
    if (!(arrayMm2.orElse(0) >= 0) || Double.isInfinite(arrayMm2.orElse(0))) { // also refuses NaN
      throw new IllegalArgumentException(
          "The array of a macro has an area of %s mm². It must not be negative.".formatted(arrayMm2.getAsDouble()));
    }
    accessNs.ifPresent(time -> Require.notNegative("Array", "of a macro", "access time", time, "ns"));
  }

  /** Return this with a read-out. */
  public MacroStructure withReadOut(ReadOutStep... steps) {
    return new MacroStructure(booth, trees, multipliersPerWeight, Optional.of(new ReadOutPath(List.of(steps))), activity,
        idleRows, idleOutputs, logic, arrayMm2, accessNs);
  }

  /** Return this with an activity. */
  public MacroStructure withActivity(Activity newActivity) {
    return new MacroStructure(booth, trees, multipliersPerWeight, readOut, newActivity, idleRows, idleOutputs, logic, arrayMm2, accessNs);
  }

  /** Return this with logic. */
  public MacroStructure withLogic(LogicBlock... blocks) {
    return new MacroStructure(booth, trees, multipliersPerWeight, readOut, activity, idleRows, idleOutputs, List.of(blocks),
        arrayMm2, accessNs);
  }

  /** Return this with Booth recoding. */
  public MacroStructure withBooth() {
    return new MacroStructure(true, trees, multipliersPerWeight, readOut, activity, idleRows, idleOutputs, logic, arrayMm2, accessNs);
  }

  /** Return this with adder trees of a kind. */
  public MacroStructure withTrees(TreeKind kind) {
    return new MacroStructure(booth, kind, multipliersPerWeight, readOut, activity, idleRows, idleOutputs, logic, arrayMm2, accessNs);
  }

  /** Return this with rows and outputs that switch, or rest, when they are idle. */
  public MacroStructure withIdle(Idle rows, Idle outputs) {
    return new MacroStructure(booth, trees, multipliersPerWeight, readOut, activity, rows, outputs, logic, arrayMm2, accessNs);
  }

  /** Return this with so many multipliers for a weight. */
  public MacroStructure withMultipliersPerWeight(int multipliers) {
    return new MacroStructure(
        booth, trees, OptionalInt.of(multipliers), readOut, activity, idleRows, idleOutputs, logic, arrayMm2, accessNs);
  }

  /** Return this with an area of the array of cells, mm². */
  public MacroStructure withArrayMm2(double areaMm2) {
    return new MacroStructure(booth, trees, multipliersPerWeight, readOut, activity, idleRows, idleOutputs, logic,
        OptionalDouble.of(areaMm2), accessNs);
  }

  /** Return this with a time to read the array, ns. */
  public MacroStructure withAccessNs(double timeNs) {
    return new MacroStructure(booth, trees, multipliersPerWeight, readOut, activity, idleRows, idleOutputs, logic, arrayMm2,
        OptionalDouble.of(timeNs));
  }
}
