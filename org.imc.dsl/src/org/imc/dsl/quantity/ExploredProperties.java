package org.imc.dsl.quantity;

import static org.imc.model.imc.ImcPackage.Literals.*;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.imc.model.imc.LimitDecl;
import org.imc.model.imc.MetricKind;
import org.imc.model.imc.QuantityAxisDecl;

/** Find the property that an axis of an exploration varies, and what figures of designs measure. */
public final class ExploredProperties {

  private ExploredProperties() { }

  /** Return the feature whose values an axis gives; nothing for a parameter or a half-typed axis. */
  public static Optional<EStructuralFeature> feature(QuantityAxisDecl axis) {
    if (axis.isSetProperty()) {
      return Optional.of(switch (axis.getProperty()) {
        case ROWS -> MACRO_DECL__ROWS;
        case COLUMNS -> MACRO_DECL__COLUMNS;
        case CELLS -> MACRO_DECL__CELLS_PER_MULTIPLIER;
        case MUX -> MACRO_DECL__COLUMNS_PER_READ_OUT;
        case ACTIVE -> MACRO_DECL__ACTIVE_INPUTS;
        case WEIGHT -> MACRO_DECL__WEIGHT;
        case ACTIVATION -> MACRO_DECL__ACTIVATION;
        case SERIAL -> MACRO_DECL__SERIAL;
        case DAC -> MACRO_DECL__DAC;
        case SUPPLY -> MACRO_DECL__SUPPLY;
        case CLOCK -> MACRO_DECL__CLOCK;
        case MACROS -> ARCHITECTURE_DECL__COUNT;
      });
    }
    if (axis.isSetConverter()) {
      return Optional.of(switch (axis.getConverter()) {
        case RESOLUTION -> ADC_DECL__RESOLUTION;
        case COLUMNS -> ADC_DECL__COLUMNS;
      });
    }
    return !axis.isSetLevel() ? Optional.empty() : Optional.of(switch (axis.getLevel()) {
      case SIZE -> MEMORY_DECL__SIZE;
      case READ -> MEMORY_DECL__READ;
      case WRITE -> MEMORY_DECL__WRITE;
    });
  }

  /** Return the words that an axis is written with, up to {@code in}. */
  public static String words(QuantityAxisDecl axis) {
    if (axis.isSetProperty()) {
      return axis.getProperty().getLiteral();
    }
    if (axis.isSetConverter()) {
      return "adc " + axis.getConverter().getLiteral();
    }
    return axis.isSetLevel() && axis.getMemory() != null
        ? "memory %s %s".formatted(axis.getMemory().getName(), axis.getLevel().getLiteral())
        : "parameter " + (axis.getParameter() == null ? "" : axis.getParameter().getName());
  }

  /** Return what the bound of a condition may be: of the figure's dimension, or of what is compared with it. */
  static Optional<QuantityRule> bound(LimitDecl limit) {
    if (limit.isSetMetric()) {
      return dimension(limit.getMetric()).map(each ->
          new QuantityRule(List.of(each), false, BigDecimal.ZERO, new BigDecimal("1e30"), "1 " + each.canonicalUnit()));
    }
    return limit.getLeft() == null ? Optional.empty() : Quantities.dimension(limit.getLeft()).map(each ->
        new QuantityRule(List.of(each), false, new BigDecimal("-1e30"), new BigDecimal("1e30"), "1"));
  }

  /** Return what a figure measures; nothing for the energy-delay product, for which the language has no unit. */
  public static Optional<Dimension> dimension(MetricKind metric) {
    return switch (metric) {
      case ENERGY -> Optional.of(Dimension.ENERGY);
      case LATENCY -> Optional.of(Dimension.TIME);
      case EDP -> Optional.empty();
      case AREA -> Optional.of(Dimension.AREA);
      case EFFICIENCY -> Optional.of(Dimension.EFFICIENCY);
      case THROUGHPUT -> Optional.of(Dimension.THROUGHPUT);
      case DENSITY -> Optional.of(Dimension.COMPUTE_DENSITY);
    };
  }
}
