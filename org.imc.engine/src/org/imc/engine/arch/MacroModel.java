package org.imc.engine.arch;

import static org.imc.engine.arch.Quirk.ABSENT_ACCUMULATOR;
import static org.imc.engine.arch.Quirk.ACCUMULATOR_BY_CARRY;
import static org.imc.engine.arch.Quirk.ACCUMULATOR_OF_ROWS;
import static org.imc.engine.arch.Quirk.FRACTIONAL_USE;
import static org.imc.engine.arch.Quirk.NO_SUPPLY_LAW;
import static org.imc.engine.arch.Quirk.ONE_CARRY_LESS;
import static org.imc.engine.arch.Quirk.PLACE_VALUES_FIRST;
import static org.imc.engine.arch.Quirk.REGISTERED_OUTPUT;
import static org.imc.engine.arch.Quirk.SHORT_CARRY_IN_ANALOG;
import static org.imc.engine.arch.Quirk.SHORT_CARRY_IN_DIGITAL;
import static org.imc.engine.arch.Quirk.TREES_OF_DRIVEN_ROWS;
import static org.imc.engine.arch.Quirk.UNUSED_MULTIPLIERS;
import static org.imc.engine.arch.Quirk.WIDE_TREES_IN_LAYERS;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The published forms of the macro model. They share every equation but for the {@link Quirk}s of each. */
public enum MacroModel {
  /** Today's default: the physically sound choice wherever the releases disagree. */
  STANDARD,
  /** The released {@code zigzag-imc} (master, df34a6f), bit for bit. */
  ZIGZAG_IMC(SHORT_CARRY_IN_DIGITAL, ACCUMULATOR_BY_CARRY, ABSENT_ACCUMULATOR, ACCUMULATOR_OF_ROWS, NO_SUPPLY_LAW),
  /** The model merged into ZigZag 3.8.5 (3d12a96), bit for bit. */
  ZIGZAG(SHORT_CARRY_IN_ANALOG, SHORT_CARRY_IN_DIGITAL, ACCUMULATOR_BY_CARRY, ONE_CARRY_LESS, UNUSED_MULTIPLIERS,
      TREES_OF_DRIVEN_ROWS, NO_SUPPLY_LAW),
  /** The scripts of the ICCAD 2023 paper ({@code zigzag-imc}, branch obesolate, 1705762), as they stored its results. */
  ICCAD2023(WIDE_TREES_IN_LAYERS, FRACTIONAL_USE, PLACE_VALUES_FIRST, REGISTERED_OUTPUT, NO_SUPPLY_LAW);

  private final Set<Quirk> quirks;

  MacroModel(Quirk... quirks) {
    var set = EnumSet.noneOf(Quirk.class);
    set.addAll(List.of(quirks));
    this.quirks = Collections.unmodifiableSet(set);
  }

  /** Return where it departs from the default, in the order of {@link Quirk}. */
  public Set<Quirk> quirks() {
    return quirks;
  }

  /** Return whether a switch is on. */
  public boolean has(Quirk quirk) {
    return quirks.contains(quirk);
  }
}
