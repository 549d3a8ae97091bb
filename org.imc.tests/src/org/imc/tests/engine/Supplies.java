package org.imc.tests.engine;

import java.util.List;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.DigitalMacro;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.SupplyLaw;
import org.imc.engine.arch.Technology;

/** Macros at other supplies, and the published sweeps to compare them with. */
final class Supplies {

  /**
   * A series of figures of one chip over its supply.
   *
   * @param chip whose
   * @param nodeNm its node
   * @param condition what was computed
   * @param quantity {@code throughput} (TOPS), {@code efficiency} (TOPS/W) or {@code energy} (pJ)
   * @param points from the lowest supply to the highest
   */
  record Sweep(String chip, int nodeNm, String condition, String quantity, List<Point> points) { }

  /** A published figure at a supply in V. */
  record Point(double supplyV, double published) { }

  private Supplies() { }

  /** Return the macro in a technology with this law. */
  static Macro with(Macro macro, SupplyLaw law) {
    return of(macro, macro.technology().with(law), macro.supplyV());
  }

  /** Return the macro in another technology, at another supply. */
  static Macro of(Macro macro, Technology technology, double supplyV) {
    return switch (macro) {
      case AnalogMacro a -> new AnalogMacro(a.id(), a.name(), technology, a.geometry(), supplyV, a.givenClockPeriodNs(),
          a.model(), a.adc());
      case DigitalMacro d -> new DigitalMacro(d.id(), d.name(), technology, d.geometry(), supplyV,
          d.givenClockPeriodNs(), d.model());
    };
  }

  /** Return the sweeps of the repository's test data. */
  static List<Sweep> published() {
    record Row(String chip, int nodeNm, String condition, String quantity, Point point) { }
    List<Row> rows = ReferenceFolder.lines(ReferenceFolder.committed("voltage-sweeps.csv")).stream().skip(1)
        .map(line -> line.split(","))
        .map(f -> new Row(f[0], Integer.parseInt(f[1]), f[3], f[4],
            new Point(Double.parseDouble(f[2]), Double.parseDouble(f[5]))))
        .toList();
    return rows.stream()
        .map(row -> new Sweep(row.chip, row.nodeNm, row.condition, row.quantity, rows.stream()
            .filter(r -> r.chip.equals(row.chip) && r.condition.equals(row.condition) && r.quantity.equals(row.quantity))
            .map(Row::point).toList()))
        .distinct().toList();
  }
}
