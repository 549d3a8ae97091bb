package org.imc.dsl.prediction;

import java.util.List;
import java.util.OptionalDouble;
import org.imc.dsl.lowering.ChipPrediction;
import org.imc.dsl.quantity.Quantities;
import org.imc.engine.cost.Calibration.Constant;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.ReportedDecl;
import org.jspecify.annotations.Nullable;

/** A figure of a chip that is published and predicted. Less is better in all of them. */
public enum Figure {
  /** Of all macros, mm²; of throughput and compute density where they alone are published. */
  AREA("area", "mm²") {
    @Override
    double predicted(ChipPrediction chip) {
      return chip.areaMm2();
    }

    @Override
    double published(ReportedDecl reported, ChipPrediction chip) {
      double um2 = value(reported.getArea());
      return Double.isNaN(um2)
          ? value(reported.getThroughput()) / value(reported.getComputeDensity())
          : um2 / Quantities.UM2_PER_MM2;
    }
  },
  /** Of the critical path, ns. */
  CLOCK("clock period", "ns") {
    @Override
    double predicted(ChipPrediction chip) {
      return chip.clockPeriodNs();
    }

    @Override
    double published(ReportedDecl reported, ChipPrediction chip) {
      return NS_PER_PERIOD_OF_MHZ / value(reported.getClock());
    }
  },
  /** Of one multiply-accumulate, fJ. */
  ENERGY("energy of a MAC", "fJ") {
    @Override
    double predicted(ChipPrediction chip) {
      return chip.energyPerMacFj();
    }

    @Override
    double published(ReportedDecl reported, ChipPrediction chip) {
      return chip.energyPerMacFj(value(reported.getEfficiency()));
    }
  };

  private static final double NS_PER_PERIOD_OF_MHZ = 1000;

  private final String label;
  private final String unit;

  Figure(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  /** Return the words for people. */
  public String label() {
    return label;
  }

  /** Return the unit. */
  public String unit() {
    return unit;
  }

  /** Return the constants that published chips of a style tell, three at most. */
  public List<Constant> fitted(boolean analog) {
    return switch (this) {
      case AREA -> List.of(analog ? Constant.ADC_AREA : Constant.GATE_AREA);
      case CLOCK -> List.of(analog ? Constant.ADC_DELAY : Constant.GATE_DELAY);
      case ENERGY -> analog
          ? List.of(Constant.LINE_CAPACITANCE, Constant.CONDUCTING_CELL, Constant.ADC_ENERGY)
          : List.of(Constant.GATE_CAPACITANCE, Constant.NODE_SLOPE);
    };
  }

  /** Return what a block of published figures says of what a prediction is of; nothing where it does not tell. */
  OptionalDouble of(ReportedDecl reported, ChipPrediction chip) {
    double value = published(reported, chip);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Return what the model predicts. */
  abstract double predicted(ChipPrediction chip);

  abstract double published(ReportedDecl reported, ChipPrediction chip);

  private static double value(@Nullable QuantityDecl quantity) {
    return Quantities.value(quantity, Double.NaN);
  }
}
