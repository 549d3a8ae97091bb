package org.imc.dsl.prediction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imc.dsl.lowering.ChipPrediction;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Macro;
import org.imc.engine.cost.Calibration;
import org.imc.engine.cost.Calibration.Constant;

/**
 * Where a figure of a macro would lie if it were built and measured as published macros were: the estimate with constants
 * fitted to them, and the bounds that 68 % of the published figures lie between, over their held-out predictions.
 *
 * <p>Shape: one macro at its peak. Units: those of the {@link Figure}; of an efficiency, TOPS/W.
 * <p>Range: nodes of 4 to 65 nm, as the published macros have.
 * <p>Source: {@code intervals.csv}, written by {@code imc validate --format intervals} from the chips of the library; a test
 * computes it anew.
 *
 * @param low what 16 % of the macros would lie below
 * @param fitted the estimate with the fitted constants
 * @param high what 16 % of them would lie above
 * @param chips how many published macros tell it
 */
public record PredictionInterval(double low, double fitted, double high, int chips) {

  private static final String TABLE = "intervals.csv";
  private static final String HEADER = "figure,style,chips,low,high,constants\n";
  private static final double LEAST_NODE_NM = 4;
  private static final double MOST_NODE_NM = 65;
  private static final double TOPS_PER_WATT_X_FJ = 2000; // two operations a MAC
  private static final List<Row> ROWS = read();

  /** A line of the table: low and high are published over predicted. */
  private record Row(Figure figure, boolean analog, int chips, double low, double high, Calibration constants) {

    String text() {
      return String.format(Locale.ROOT, "%s,%s,%d,%.4g,%.4g,%s", figure, analog ? "analog" : "digital", chips, low, high,
          constants.factors().entrySet().stream()
              .map(factor -> String.format(Locale.ROOT, "%s %.4g", factor.getKey(), factor.getValue()))
              .collect(Collectors.joining(" ")));
    }

    static Row of(String line) {
      String[] cells = line.split(",", -1);
      String[] words = cells[5].split(" ");
      Map<Constant, Double> factors = new EnumMap<>(Constant.class);
      for (int i = 0; i < words.length; i += 2) {
        factors.put(Constant.valueOf(words[i]), Double.valueOf(words[i + 1]));
      }
      return new Row(Figure.valueOf(cells[0]), cells[1].equals("analog"), Integer.parseInt(cells[2]),
          Double.parseDouble(cells[3]), Double.parseDouble(cells[4]), new Calibration(factors));
    }
  }

  /** Return the table that published macros give. */
  public static String table(ChipSet macros) {
    return macros.fits().stream()
        .map(fit -> {
          Spread spread = macros.spread(fit.figure(), Constants.HELD_OUT, chip -> chip.analog() == fit.analog()).orElseThrow();
          return new Row(fit.figure(), fit.analog(), spread.count(), spread.low68(), spread.high68(), fit.constants()).text();
        })
        .collect(Collectors.joining("\n", HEADER, "\n"));
  }

  /** Return the interval of a figure of one macro; nothing at a node that no published macro has. */
  public static Optional<PredictionInterval> of(Macro macro, Figure figure) {
    double node = macro.technology().nodeNm();
    if (node < LEAST_NODE_NM || node > MOST_NODE_NM) {
      return Optional.empty();
    }
    boolean analog = macro instanceof AnalogMacro;
    return ROWS.stream().filter(row -> row.figure() == figure && row.analog() == analog).findFirst().map(row -> {
      double fitted = figure.predicted(ChipPrediction.of(macro).with(row.constants()));
      return new PredictionInterval(fitted * row.low(), fitted, fitted * row.high(), row.chips());
    });
  }

  /** Return the interval of the energy efficiency of a macro, TOPS/W. */
  public static Optional<PredictionInterval> ofEfficiency(Macro macro) {
    return of(macro, Figure.ENERGY).map(energy -> new PredictionInterval(TOPS_PER_WATT_X_FJ / energy.high,
        TOPS_PER_WATT_X_FJ / energy.fitted, TOPS_PER_WATT_X_FJ / energy.low, energy.chips));
  }

  private static List<Row> read() {
    try (InputStream table = PredictionInterval.class.getResourceAsStream(TABLE)) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(Row::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
