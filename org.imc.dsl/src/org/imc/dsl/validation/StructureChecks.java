package org.imc.dsl.validation;

import static org.imc.dsl.quantity.Quantities.text;
import static org.imc.dsl.quantity.Quantities.value;
import static org.imc.dsl.quantity.Quantities.whole;
import static org.imc.model.imc.ImcPackage.Literals.*;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.lowering.EffectiveMacro;
import org.imc.dsl.lowering.StructureLowering;
import org.imc.engine.arch.ReadOutPath;
import org.imc.model.imc.AdcDecl;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.ConverterPlace;
import org.imc.model.imc.LogicDecl;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.ReadOutDecl;
import org.imc.model.imc.RecodingKind;

/** How a macro is wired: shared read-outs, active rows, converters, and steps that add what there is. */
public class StructureChecks extends ImcChecks {

  /** Input bits that a recoded multiplier takes. */
  private static final int BOOTH_BITS = 2;

  /** Report a read-out shared by columns that do not divide the weights of a row. */
  @Check
  public void checkMultiplexer(MacroDecl macro) {
    var effective = EffectiveMacro.of(macro);
    MacroDecl joined = effective.joined();
    if (!valid(joined.getColumns(), joined.getWeight(), joined.getColumnsPerReadOut())
        || whole(joined.getColumns()) % whole(joined.getWeight()) != 0) {
      return;
    }
    long weights = whole(joined.getColumns()) / whole(joined.getWeight());
    long shared = whole(joined.getColumnsPerReadOut());
    if (weights % shared != 0) {
      MacroChecks.given(effective, MACRO_DECL__COLUMNS_PER_READ_OUT, MACRO_DECL__COLUMNS, MACRO_DECL__WEIGHT).ifPresent(place -> error(
          "%d columns of macro '%s' take turns at a read-out, which does not divide its %d weights side by side. Maybe let %d."
              .formatted(shared, macro.getName(), weights, MacroChecks.divisor(weights, shared)),
          macro, place, IssueCodes.MACRO_MUX));
    }
  }

  /** Report cells that take weights while the array computes, but have no room for them. */
  @Check
  public void checkPingPong(MacroDecl macro) {
    var effective = EffectiveMacro.of(macro);
    MacroDecl joined = effective.joined();
    if (!joined.isPingPong() || !validOrLeftOut(joined.getCellsPerMultiplier())
        || !validOrLeftOut(joined.getColumnsPerReadOut())) {
      return;
    }
    if (whole(joined.getCellsPerMultiplier(), 1) * whole(joined.getColumnsPerReadOut(), 1) < 2) {
      MacroChecks.given(effective, MACRO_DECL__PING_PONG, MACRO_DECL__CELLS_PER_MULTIPLIER, MACRO_DECL__COLUMNS_PER_READ_OUT)
          .ifPresent(place -> error(
              ("The multipliers of macro '%s' have one weight each, so that none can be written while it computes. "
                  + "Maybe give it 'cells 2 per multiplier'.")
                  .formatted(macro.getName()),
              macro, place, IssueCodes.MACRO_PING_PONG));
    }
  }

  /** Report more active inputs than there are. */
  @Check
  public void checkActiveInputs(MacroDecl macro) {
    var effective = EffectiveMacro.of(macro);
    MacroDecl joined = effective.joined();
    if (!valid(joined.getActiveInputs(), joined.getRows()) || !validOrLeftOut(joined.getCellsPerMultiplier())) {
      return;
    }
    long inputs = whole(joined.getRows()) / whole(joined.getCellsPerMultiplier(), 1);
    if (whole(joined.getActiveInputs()) > inputs) {
      MacroChecks.given(effective, MACRO_DECL__ACTIVE_INPUTS, MACRO_DECL__ROWS, MACRO_DECL__CELLS_PER_MULTIPLIER).ifPresent(place -> error(
          "Macro '%s' activates %d inputs at a time, but has %d. Maybe set 'active' to %d.".formatted(
              macro.getName(), whole(joined.getActiveInputs()), inputs, inputs),
          macro, place, IssueCodes.MACRO_ACTIVE, Long.toString(inputs)));
    }
  }

  /** Report DACs of more bits than a cycle applies. */
  @Check
  public void checkDacsOfSeveralPerRow(MacroDecl macro) {
    var effective = EffectiveMacro.of(macro);
    MacroDecl joined = effective.joined();
    boolean ofOneStyle = macro.getBase() == null || macro.getBase().getStyle() == macro.getStyle();
    if (joined.getStyle() == ComputeStyle.ANALOG && ofOneStyle && valid(joined.getDac(), effective.bitsPerCycle())
        && value(joined.getDac()) > value(effective.bitsPerCycle())) {
      MacroChecks.given(effective, MACRO_DECL__DAC, MACRO_DECL__SERIAL).ifPresent(place -> error(
          "Macro '%s' has DACs of %s, but applies %s per cycle. Maybe set 'dac' to %s.".formatted(macro.getName(),
              text(joined.getDac()), text(effective.bitsPerCycle()), text(effective.bitsPerCycle())),
          macro, place, IssueCodes.MACRO_DAC));
    }
  }

  /** Report a conversion of more bits than the converter has. */
  @Check
  public void checkConversion(MacroDecl macro) {
    var effective = EffectiveMacro.of(macro);
    AdcDecl adc = effective.joined().getAdc();
    if (adc == null || !valid(adc.getConversion(), adc.getResolution())
        || value(adc.getConversion()) <= value(adc.getResolution())) {
      return;
    }
    String message = "A conversion resolves %s, but the ADC has %s. Maybe set 'conversion' to %s.".formatted(
        text(adc.getConversion()), text(adc.getResolution()), text(adc.getResolution()));
    AdcDecl own = macro.getAdc();
    Stream.of(ADC_DECL__CONVERSION, ADC_DECL__RESOLUTION).filter(property -> own != null && own.eIsSet(property)).findFirst()
        .ifPresentOrElse(property -> error(message, own, property, IssueCodes.ADC_CONVERSION),
            () -> MacroChecks.given(effective) // by a parameter
                .ifPresent(place -> error(message, macro, place, IssueCodes.ADC_CONVERSION)));
  }

  /** Report a read-out that cannot be, or whose trees do not add what the array gives. */
  @Check
  public void checkReadOut(MacroDecl macro) {
    var effective = EffectiveMacro.of(macro);
    MacroDecl joined = effective.joined();
    ReadOutDecl readOut = joined.getReadOut();
    if (readOut == null || !EcoreUtil2.getAllContentsOfType(readOut, QuantityDecl.class).stream().allMatch(q -> valid(q))) {
      return;
    }
    Optional<String> misfit;
    try {
      ReadOutPath path = StructureLowering.lower(readOut);
      misfit = misfit(effective, path).map(why -> "The read-out of macro '%s' %s.".formatted(macro.getName(), why));
    } catch (IllegalArgumentException e) {
      misfit = Optional.of(e.getMessage()); // the rule is the engine's
    }
    misfit.ifPresent(message -> {
      if (macro.getReadOut() != null) {
        error(message, macro, MACRO_DECL__READ_OUT, IssueCodes.MACRO_READ_OUT);
      } else {
        MacroChecks.given(effective, MACRO_DECL__ROWS, MACRO_DECL__COLUMNS, MACRO_DECL__CELLS_PER_MULTIPLIER, MACRO_DECL__ACTIVE_INPUTS,
            MACRO_DECL__WEIGHT, MACRO_DECL__SERIAL, MACRO_DECL__DAC, MACRO_DECL__ADC, MACRO_DECL__RECODING)
            .ifPresent(place -> error(message, macro, place, IssueCodes.MACRO_READ_OUT));
      }
    });
  }

  private static Optional<String> misfit(EffectiveMacro macro, ReadOutPath path) {
    MacroDecl joined = macro.joined();
    if (!valid(joined.getRows(), joined.getWeight(), macro.bitsPerCycle())
        || !validOrLeftOut(joined.getCellsPerMultiplier()) || !validOrLeftOut(joined.getActiveInputs())) {
      return Optional.empty(); // reported by their own checks
    }
    int weight = Math.toIntExact(whole(joined.getWeight()));
    int bits = Math.toIntExact(whole(macro.bitsPerCycle()));
    if (joined.getStyle() == ComputeStyle.DIGITAL) {
      int inputs = Math.toIntExact(whole(joined.getRows()) / whole(joined.getCellsPerMultiplier(), 1));
      int active = Math.toIntExact(whole(joined.getActiveInputs(), inputs));
      int perMultiplier = joined.getRecoding() == RecodingKind.BOOTH ? BOOTH_BITS : 1;
      return active < 1 ? Optional.empty() : path.misfitBehindMultipliers(active, weight, Math.ceilDiv(bits, perMultiplier));
    }
    if (joined.getAdc() == null || !valid(joined.getDac())) {
      return Optional.empty();
    }
    int dacs = Math.ceilDiv(bits, Math.toIntExact(whole(joined.getDac())));
    return path.misfitBehindConverters(joined.getAdc().getPlace() == ConverterPlace.OUTPUT ? dacs : dacs * weight);
  }

  /** Report logic without anything in it. */
  @Check
  public void checkLogicHoldsSomething(LogicDecl logic) {
    if (logic.getAdders().isEmpty() && logic.getRegisters().isEmpty() && logic.getGates() == null) {
      warning("Logic \"%s\" has nothing in it. Maybe add 'adders 4 x 16 bit'.".formatted(logic.getTitle()),
          logic, LOGIC_DECL__TITLE, IssueCodes.LOGIC_EMPTY);
    }
  }
}
