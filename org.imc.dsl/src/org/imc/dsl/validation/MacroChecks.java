package org.imc.dsl.validation;

import static org.imc.dsl.quantity.Quantities.value;
import static org.imc.dsl.quantity.Quantities.whole;
import static org.imc.model.imc.ImcPackage.Literals.*;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.imc.model.imc.AdcDecl;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.TechnologyDecl;

/** Macros: widths against the array, converters against the column sum. */
public class MacroChecks extends ImcChecks {

  /** Nodes of the three chips that the area and delay of the in-array ADC were fitted on; docs/model.md. */
  private static final int ADC_FITTED_FROM_NM = 22;

  private static final int ADC_FITTED_TO_NM = 28;

  /** Report columns that do not hold whole weights. */
  @Check
  public void checkColumnsHoldWholeWeights(MacroDecl macro) {
    if (valid(macro.getColumns(), macro.getWeight())
        && whole(macro.getColumns()) % whole(macro.getWeight()) != 0) {
      long weight = whole(macro.getWeight());
      long enough = Math.ceilDiv(whole(macro.getColumns()), weight) * weight;
      error("Macro '%s' has %d columns, which do not hold whole weights of %d bits. Maybe set 'columns' to %d."
              .formatted(macro.getName(), whole(macro.getColumns()), weight, enough),
          macro, MACRO_DECL__COLUMNS, IssueCodes.MACRO_COLUMNS, Long.toString(enough));
    }
  }

  /** Report rows that do not divide into groups of cells per multiplier. */
  @Check
  public void checkRowsDivideIntoGroups(MacroDecl macro) {
    if (valid(macro.getRows(), macro.getCellsPerMultiplier())
        && whole(macro.getRows()) % whole(macro.getCellsPerMultiplier()) != 0) {
      long group = whole(macro.getCellsPerMultiplier());
      long enough = Math.ceilDiv(whole(macro.getRows()), group) * group;
      error("Macro '%s' has %d rows, which do not divide into groups of %d cells per multiplier. Maybe set 'rows' to %d."
              .formatted(macro.getName(), whole(macro.getRows()), group, enough),
          macro, MACRO_DECL__ROWS, IssueCodes.MACRO_ROWS, Long.toString(enough));
    }
  }

  /** Report more bits per cycle than an activation has. */
  @Check
  public void checkBitsPerCycle(MacroDecl macro) {
    boolean analog = macro.getStyle() == ComputeStyle.ANALOG;
    QuantityDecl perCycle = analog ? macro.getDac() : macro.getSerial();
    EStructuralFeature feature = analog ? MACRO_DECL__DAC : MACRO_DECL__SERIAL;
    if (valid(perCycle, macro.getActivation()) && whole(perCycle) > whole(macro.getActivation())) {
      error("Macro '%s' applies %d bits per cycle, but an activation has %d bits. Maybe set '%s' to %d bit."
              .formatted(macro.getName(), whole(perCycle), whole(macro.getActivation()), feature.getName(),
                  whole(macro.getActivation())),
          macro, feature, IssueCodes.MACRO_BITS_PER_CYCLE, Long.toString(whole(macro.getActivation())));
    }
  }

  /** Warn when the converter resolves more bits than a column sum of 1-bit cells can hold. */
  @Check
  public void checkAdcBitsAreUsed(MacroDecl macro) {
    AdcDecl adc = macro.getAdc();
    if (macro.getStyle() != ComputeStyle.ANALOG || adc == null
        || !valid(adc.getResolution(), macro.getRows(), macro.getDac())
        || !validOrLeftOut(macro.getCellsPerMultiplier())) {
      return; // missing or wrong values are reported by their own checks
    }
    long inputs = whole(macro.getRows()) / whole(macro.getCellsPerMultiplier(), 1);
    long dac = whole(macro.getDac());
    int useful = columnSumBits(inputs, dac);
    if (inputs > 0 && value(adc.getResolution()) > useful) {
      warning("Macro '%s' reads %s bits, but %d inputs of %d bits on 1-bit cells sum to at most %d bits. Maybe set 'resolution' to %d bit."
              .formatted(macro.getName(), adc.getResolution().getValue(), inputs, dac, useful, useful),
          adc, ADC_DECL__RESOLUTION, IssueCodes.ADC_BITS_UNUSED, Integer.toString(useful));
    }
  }

  /** Return the bits of the largest sum of {@code inputs} products of a {@code dac}-bit input and a 1-bit cell. */
  private static int columnSumBits(long inputs, long dac) {
    long largest = inputs * ((1L << dac) - 1);
    return Long.SIZE - Long.numberOfLeadingZeros(largest);
  }

  /** Report converters shared by more columns than there are. */
  @Check
  public void checkSharedConverters(MacroDecl macro) {
    AdcDecl adc = macro.getAdc();
    if (adc != null && valid(adc.getColumns(), macro.getColumns())
        && whole(macro.getColumns()) % whole(adc.getColumns()) != 0) {
      error("%d columns of macro '%s' share a converter, which does not divide its %d columns."
              .formatted(whole(adc.getColumns()), macro.getName(), whole(macro.getColumns())),
          adc, ADC_DECL__COLUMNS, IssueCodes.ADC_SHARED);
    }
  }

  /** Warn at a supply for which the technology's delays do not hold: the published model has no law for it. */
  @Check
  public void checkSupplyIsThatOfTheTechnology(MacroDecl macro) {
    if (macro.getTechnology() == null || macro.getTechnology().eIsProxy() || macro.getClock() != null
        || !valid(macro.getSupply(), macro.getTechnology().getSupply())) {
      return;
    }
    if (value(macro.getSupply()) != value(macro.getTechnology().getSupply())) {
      warning("Macro '%s' runs at %s V, but the delays of technology '%s' hold at %s V. Maybe give the 'clock' that was measured."
              .formatted(macro.getName(), macro.getSupply().getValue(), macro.getTechnology().getName(),
                  macro.getTechnology().getSupply().getValue()),
          macro, MACRO_DECL__SUPPLY, IssueCodes.MACRO_SUPPLY);
    }
  }

  /** Warn when an activation does not divide into slices, so that the last cycle applies fewer bits. */
  @Check
  public void checkSlicesAreEven(MacroDecl macro) {
    boolean analog = macro.getStyle() == ComputeStyle.ANALOG;
    QuantityDecl perCycle = analog ? macro.getDac() : macro.getSerial();
    if (valid(perCycle, macro.getActivation()) && whole(perCycle) < whole(macro.getActivation())
        && whole(macro.getActivation()) % whole(perCycle) != 0) {
      long left = whole(macro.getActivation()) % whole(perCycle);
      warning("Macro '%s' applies %d of the %d bits of an activation per cycle; the last cycle, priced in full, applies %d."
              .formatted(macro.getName(), whole(perCycle), whole(macro.getActivation()), left),
          macro, analog ? MACRO_DECL__DAC : MACRO_DECL__SERIAL, IssueCodes.MACRO_UNEVEN_SLICES);
    }
  }

  /** Warn about an analog macro at a node for which the converter model was not fitted. */
  @Check
  public void checkNodeIsInTheRangeOfTheConverterModel(MacroDecl macro) {
    TechnologyDecl technology = macro.getTechnology();
    if (macro.getStyle() == ComputeStyle.ANALOG && technology != null && !technology.eIsProxy()
        && valid(technology.getNode())
        && (value(technology.getNode()) < ADC_FITTED_FROM_NM || value(technology.getNode()) > ADC_FITTED_TO_NM)) {
      warning("The ADC model was fitted on macros of %s to %s nm; macro '%s' at %s nm is extrapolated."
              .formatted(ADC_FITTED_FROM_NM, ADC_FITTED_TO_NM, macro.getName(), technology.getNode().getValue()),
          macro, MACRO_DECL__TECHNOLOGY, IssueCodes.ADC_NODE);
    }
  }
}
