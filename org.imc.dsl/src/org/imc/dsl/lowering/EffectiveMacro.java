package org.imc.dsl.lowering;

import static org.imc.model.imc.ImcPackage.Literals.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.imc.model.imc.AdcDecl;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.ModelKind;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.TechnologyDecl;
import org.jspecify.annotations.Nullable;

/** A macro with the properties that it has from the macros it extends. Survives half-typed macros and circles. */
public final class EffectiveMacro {

  private final List<MacroDecl> chain; // from the macro itself to its last base

  private EffectiveMacro(List<MacroDecl> chain) {
    this.chain = chain;
  }

  /** Return a macro with what it has from its bases. */
  public static EffectiveMacro of(MacroDecl macro) {
    var chain = new ArrayList<MacroDecl>();
    MacroDecl next = macro;
    while (next != null && !next.eIsProxy() && !chain.contains(next)) {
      chain.add(next);
      next = next.getBase();
    }
    return new EffectiveMacro(chain);
  }

  /** Return whether a macro is, through any number of bases, its own. */
  public static boolean isCircular(MacroDecl macro) {
    List<MacroDecl> chain = of(macro).chain;
    return chain.get(chain.size() - 1).getBase() == macro;
  }

  /** Return whether the macro or one of its bases gives a property. */
  public boolean has(EStructuralFeature property) {
    return giver(property).isPresent();
  }

  /** Return whether the macro itself gives a property. */
  public boolean gives(EStructuralFeature property) {
    return chain.get(0).eIsSet(property);
  }

  private Optional<MacroDecl> giver(EStructuralFeature property) {
    return chain.stream().filter(macro -> macro.eIsSet(property)).findFirst();
  }

  private @Nullable QuantityDecl quantity(EStructuralFeature property) {
    return (QuantityDecl) giver(property).map(macro -> macro.eGet(property)).orElse(null);
  }

  public ComputeStyle style() {
    return chain.get(0).getStyle();
  }

  /** Return the technology, or null when there is none or it cannot be found. */
  public @Nullable TechnologyDecl technology() {
    return giver(MACRO_DECL__TECHNOLOGY).map(MacroDecl::getTechnology)
        .filter(technology -> !technology.eIsProxy()).orElse(null);
  }

  public @Nullable QuantityDecl rows() {
    return quantity(MACRO_DECL__ROWS);
  }

  public @Nullable QuantityDecl columns() {
    return quantity(MACRO_DECL__COLUMNS);
  }

  public @Nullable QuantityDecl cellsPerMultiplier() {
    return quantity(MACRO_DECL__CELLS_PER_MULTIPLIER);
  }

  public @Nullable QuantityDecl weight() {
    return quantity(MACRO_DECL__WEIGHT);
  }

  public @Nullable QuantityDecl activation() {
    return quantity(MACRO_DECL__ACTIVATION);
  }

  /** Return the property that holds the bits per cycle: that of the DACs, or the serial bits. */
  public EStructuralFeature bitsPerCycleProperty() {
    return style() == ComputeStyle.ANALOG ? MACRO_DECL__DAC : MACRO_DECL__SERIAL;
  }

  public @Nullable QuantityDecl bitsPerCycle() {
    return quantity(bitsPerCycleProperty());
  }

  public @Nullable AdcDecl adc() {
    return giver(MACRO_DECL__ADC).map(MacroDecl::getAdc).orElse(null);
  }

  public @Nullable QuantityDecl supply() {
    return quantity(MACRO_DECL__SUPPLY);
  }

  public @Nullable QuantityDecl clock() {
    return quantity(MACRO_DECL__CLOCK);
  }

  public ModelKind model() {
    return giver(MACRO_DECL__MODEL).map(MacroDecl::getModel).orElse(ModelKind.STANDARD);
  }
}
