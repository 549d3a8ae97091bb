package org.imc.engine.cost;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * SRAM arrays of up to 32 bits a word as CACTI 7 gives them, by node, width and rows.
 *
 * <p>Between two entries each figure is a power of node, width and rows. Beyond the rows of the table, area grows with them
 * and energy and time with their square root, as word and bit lines do; below, the smallest array stands for all.
 * <p>Units: pJ per access, mm², ns.
 * <p>Source: {@code sram.csv}, which says how CACTI was set; run for this project with the settings of zigzag-imc (df34a6f).
 */
final class SramTable {

  static final SramTable INSTANCE = load();

  private final NavigableMap<Double, NavigableMap<Double, NavigableMap<Double, SramFigures>>> nodes = new TreeMap<>();

  private SramTable() { }

  private static SramTable load() {
    var table = new SramTable();
    InputStream resource = Objects.requireNonNull(SramTable.class.getResourceAsStream("sram.csv"), "sram.csv");
    try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> Character.isDigit(line.charAt(0))).forEach(table::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private void add(String line) {
    String[] fields = line.split(",");
    double[] numbers = new double[fields.length];
    for (int i = 0; i < fields.length; i++) {
      numbers[i] = Double.parseDouble(fields[i]);
    }
    nodes.computeIfAbsent(numbers[0], node -> new TreeMap<>())
        .computeIfAbsent(numbers[1], width -> new TreeMap<>())
        .put(numbers[2], new SramFigures(numbers[5], numbers[6], numbers[4], numbers[3]));
  }

  /** Return the figures at a node of the table, nm, of an array of so many rows of 8 to 32 bits. */
  SramFigures at(double nodeNm, double widthBits, double rows) {
    NavigableMap<Double, NavigableMap<Double, SramFigures>> widths = nodes.get(nodeNm);
    double low = widths.floorKey(widthBits);
    double high = widths.ceilingKey(widthBits);
    SramFigures narrow = ofRows(widths.get(low), rows);
    return low == high ? narrow : narrow.towards(ofRows(widths.get(high), rows), share(widthBits, low, high));
  }

  private static SramFigures ofRows(NavigableMap<Double, SramFigures> byRows, double rows) {
    Map.Entry<Double, SramFigures> low = byRows.floorEntry(rows);
    Map.Entry<Double, SramFigures> high = byRows.ceilingEntry(rows);
    if (low == null) {
      return byRows.firstEntry().getValue();
    }
    if (high == null) {
      double growth = rows / low.getKey();
      return low.getValue().times(Math.sqrt(growth), growth, Math.sqrt(growth));
    }
    return low.getKey().equals(high.getKey())
        ? low.getValue()
        : low.getValue().towards(high.getValue(), share(rows, low.getKey(), high.getKey()));
  }

  /** Return how far a value lies between two others, 0 to 1, by ratio. */
  static double share(double value, double low, double high) {
    return Math.log(value / low) / Math.log(high / low);
  }
}
