package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.imc.engine.Engine;
import org.imc.engine.arch.AdcCost;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.cost.StandAloneAdc;
import org.imc.engine.result.Component;
import org.imc.engine.result.MacroCost;
import org.junit.jupiter.api.Test;

/** The stand-alone converter against its survey, and figures that are given. */
class AdcCostTest {

  private static final int COLUMNS = 32;

  private record Published(double rateHz, double nodeNm, double areaUm2, double energyPj, double bits) {

    StandAloneAdc model() {
      return new StandAloneAdc(bits, rateHz, nodeNm);
    }

    double[] row() {
      return new double[] {1, bits, Math.log10(rateHz), Math.log10(nodeNm)};
    }
  }

  @Test
  void energyAndAreaAreTheLeastSquaresFitOfTheSurveyWithTheSpreadStated() {
    assertFit(Published::energyPj, p -> p.model().energyPj(), StandAloneAdc.ENERGY_SPREAD);
    assertFit(Published::areaUm2, p -> p.model().areaMm2() * 1e6, StandAloneAdc.AREA_SPREAD);
  }

  private static void assertFit(
      ToDoubleFunction<Published> published, ToDoubleFunction<Published> model, double spread) {
    List<Published> survey = survey();
    double[][] rows = survey.stream().map(Published::row).toArray(double[][]::new);
    double[] y = survey.stream().mapToDouble(p -> Math.log10(published.applyAsDouble(p))).toArray();
    double[] fitted = Regression.fit(rows, y);
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      double expected = 0;
      for (int k = 0; k < fitted.length; k++) {
        expected += fitted[k] * rows[i][k];
      }
      assertEquals(expected, Math.log10(model.applyAsDouble(survey.get(i))), 2e-3);
      squares += (y[i] - expected) * (y[i] - expected);
    }
    assertEquals(spread, Math.pow(10, Math.sqrt(squares / (y.length - fitted.length))), 0.05);
  }

  @Test
  void theRangeIsThatOfTheSurvey() {
    List<Published> survey = survey();
    assertEquals(154, survey.size());
    for (Published p : survey) {
      assertTrue(p.bits() > StandAloneAdc.LEAST_BITS - 0.05 && p.bits() < StandAloneAdc.MOST_BITS + 0.05);
      assertTrue(p.rateHz() >= StandAloneAdc.LEAST_RATE_HZ && p.rateHz() <= StandAloneAdc.MOST_RATE_HZ);
      assertTrue(p.nodeNm() >= StandAloneAdc.LEAST_NODE_NM && p.nodeNm() <= StandAloneAdc.MOST_NODE_NM);
    }
  }

  @Test
  void aMacroWithStandAloneConvertersIsPricedByThemAtTheirRate() {
    var model = new StandAloneAdc(6, 200e6, 28);
    MacroCost cost = cost(macro(0.9), cost(AdcCost.Model.SURVEY, 0, 0, 5));
    assertEquals(COLUMNS * model.energyPj(), cost.energyPerCycle().pj(Component.ADC), 1e-9);
    assertEquals(COLUMNS * model.areaMm2(), cost.area().mm2(Component.ADC.label()), 1e-12);
    assertEquals(5, cost.criticalPath().ns(Component.ADC.label()), 1e-12);
  }

  @Test
  void whatTheDesignGivesStandsInPlaceOfEitherModel() {
    for (AdcCost.Model model : AdcCost.Model.values()) {
      MacroCost cost = cost(macro(0.9), cost(model, 0.25, 0.001, 4));
      assertEquals(COLUMNS * 0.25, cost.energyPerCycle().pj(Component.ADC), 1e-12);
      assertEquals(COLUMNS * 0.001, cost.area().mm2(Component.ADC.label()), 1e-12);
      assertEquals(4, cost.criticalPath().ns(Component.ADC.label()), 1e-12);
    }
  }

  @Test
  void aGivenEnergyHoldsAtTheNominalSupplyAndFollowsItsSquare() {
    MacroCost low = cost(macro(0.6), cost(AdcCost.Model.IN_ARRAY, 0.25, 0, 0));
    assertEquals(COLUMNS * 0.25 * 0.36 / 0.81, low.energyPerCycle().pj(Component.ADC), 1e-12);
  }

  @Test
  void whatIsNotGivenIsStillTheModels() {
    MacroCost own = Engine.macroCost(macro(0.9));
    MacroCost given = cost(macro(0.9), cost(AdcCost.Model.IN_ARRAY, 0.25, 0, 0));
    assertEquals(own.area(), given.area());
    assertEquals(own.criticalPath(), given.criticalPath());
  }

  @Test
  void aStandAloneConverterWithoutARateIsRefused() {
    var e = assertThrows(IllegalArgumentException.class, () -> cost(AdcCost.Model.SURVEY, 1, 1, 0));
    assertEquals("A stand-alone ADC has no rate. Maybe give the delay of a conversion.", e.getMessage());
  }

  private static AdcCost cost(AdcCost.Model model, double energyPj, double areaMm2, double delayNs) {
    return new AdcCost(model, given(energyPj), given(areaMm2), given(delayNs));
  }

  private static OptionalDouble given(double value) {
    return value == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static AnalogMacro macro(double supplyV) {
    return (AnalogMacro) MacroPlan.analog(COLUMNS / 8, 64, 2, 6).supplyV(supplyV).macro();
  }

  private static MacroCost cost(AnalogMacro m, AdcCost cost) {
    return Engine.macroCost(new AnalogMacro(m.id(), m.name(), m.technology(), m.geometry(), m.supplyV(),
        m.givenClockPeriodNs(), m.model(), m.structure(), m.dac(), m.adc().with(cost)));
  }

  private static List<Published> survey() {
    return ReferenceFolder.lines(ReferenceFolder.committed("adc-survey.csv")).stream().skip(1)
        .map(line -> line.split(","))
        .map(f -> new Published(Double.parseDouble(f[0]), Double.parseDouble(f[1]), Double.parseDouble(f[2]),
            Double.parseDouble(f[3]), Double.parseDouble(f[4])))
        .toList();
  }
}
