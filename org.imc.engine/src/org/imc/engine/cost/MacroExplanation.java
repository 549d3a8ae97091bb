package org.imc.engine.cost;

import java.util.Arrays;
import java.util.List;
import org.imc.engine.arch.Macro;
import org.imc.engine.result.Component;
import org.imc.engine.result.MacroCost;
import org.imc.engine.result.NamedPart;

/**
 * A figure of a macro at its peak by its parts, each with the formula it is priced by.
 *
 * <p>The parts are those of {@link MacroCostModel}; the count of a part is what it costs over what one costs, so that
 * activity, and adders half at rest, are in the count.
 *
 * @param quantity which figure
 * @param parts in the order of the breakdown
 */
public record MacroExplanation(Quantity quantity, List<Part> parts) {

  public MacroExplanation {
    parts = List.copyOf(parts);
  }

  /** What can be explained. */
  public enum Quantity {
    /** Energy of a cycle, pJ; formulas give fJ. */
    ENERGY("pJ", "fJ", 1000),
    /** Area, mm²; formulas give µm². */
    AREA("mm²", "µm²", 1e6),
    /** Delay of the slowest stage, ns. */
    CLOCK("ns", "ns", 1);

    private final String unit;
    private final String formulaUnit;
    private final double perUnit;

    Quantity(String unit, String formulaUnit, double perUnit) {
      this.unit = unit;
      this.formulaUnit = formulaUnit;
      this.perUnit = perUnit;
    }

    /** Return the unit of totals and parts. */
    public String unit() {
      return unit;
    }

    /** Return the unit of what a formula gives. */
    public String formulaUnit() {
      return formulaUnit;
    }

    /** Return how many units of a formula make one of a part. */
    public double perUnit() {
      return perUnit;
    }
  }

  /**
   * A part of a figure.
   *
   * @param name the field's word for it
   * @param value in the unit of the quantity
   * @param provenance of the value
   */
  public record Part(String name, double value, Provenance provenance) {

    /** Return how many there are of what is counted; 0 of what costs nothing. */
    public double count() {
      return provenance.each() == 0 ? 0 : value / provenance.each();
    }
  }

  /** Explain a figure of a macro. */
  public static MacroExplanation of(Macro macro, Quantity quantity) {
    MacroCost cost = MacroCostModel.of(macro);
    var gates = GateLibrary.of(macro);
    return new MacroExplanation(quantity, switch (quantity) {
      case ENERGY -> cost.energyPerCycle().parts().stream()
          .map(part -> new Part(part.label(), part.pj(), Provenance.ofEnergy(part.component(), macro, gates))).toList();
      case AREA -> cost.area().parts().stream().map(part -> area(part, macro, gates)).toList();
      case CLOCK -> cost.criticalPath().parts().stream().map(part -> delay(part, macro, gates)).toList();
    });
  }

  /** Explain what one bit of a weight costs when it is written and, where weights take turns, brought to its multiplier. */
  public static List<Part> ofWeightBit(Macro macro) {
    var gates = GateLibrary.of(macro);
    var components = macro.geometry().weightsPerMultiplier() > 1
        ? List.of(Component.WEIGHT_WRITE, Component.PRECHARGE)
        : List.of(Component.WEIGHT_WRITE);
    return components.stream().map(component -> {
      Provenance provenance = Provenance.ofEnergy(component, macro, gates);
      return new Part(component.label(), provenance.each(), provenance);
    }).toList();
  }

  /** Return the sum of the parts, in the unit of the quantity. */
  public double total() {
    return parts.stream().mapToDouble(Part::value).reduce(0, Double::sum); // in order, as the breakdowns add up
  }

  private static Part area(NamedPart part, Macro macro, GateLibrary gates) {
    Provenance provenance = part.name().equals(MacroCostModel.CELLS)
        ? Provenance.ofCells(macro)
        : Provenance.ofArea(component(part.name()), macro, gates);
    return new Part(part.name(), part.value(), provenance);
  }

  private static Part delay(NamedPart part, Macro macro, GateLibrary gates) {
    Provenance provenance = part.name().equals(MacroCostModel.CELLS)
        ? Provenance.ofAccess(macro)
        : Provenance.ofDelay(component(part.name()), macro, gates);
    return new Part(part.name(), part.value(), provenance);
  }

  private static Component component(String label) {
    return Arrays.stream(Component.values()).filter(component -> component.label().equals(label)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no component '%s'.".formatted(label)));
  }
}
