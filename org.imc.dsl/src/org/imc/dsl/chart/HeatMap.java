package org.imc.dsl.chart;

import java.util.List;

/**
 * A table of shares, from 0 to 1, in shades: the darker, the more.
 *
 * @param title what it shows
 * @param columns what each column is
 * @param rows from the top
 */
public record HeatMap(String title, List<String> columns, List<Row> rows) {

  private static final double LEFT = 210;
  private static final double HEAD = 56;
  private static final double CELL = 92;
  private static final double LINE = 20;

  /** The darkest shade, that of the largest share, as red, green and blue. */
  private static final int[] DARKEST = {8, 48, 107};

  private static final double DARK = 0.5;

  /**
   * One row.
   *
   * @param label what it stands for
   * @param shares one for each column
   */
  public record Row(String label, List<Double> shares) {

    public Row {
      shares = List.copyOf(shares);
    }
  }

  public HeatMap {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Return the chart as an SVG element. */
  public String svg() {
    double most = rows.stream().flatMap(row -> row.shares().stream()).mapToDouble(Double::doubleValue).max().orElse(0);
    var svg = new Svg();
    svg.open(title, LEFT + columns.size() * CELL + 8, HEAD + rows.size() * LINE + 8);
    svg.text(LEFT, 22, "title", "start", title);
    for (int column = 0; column < columns.size(); column++) {
      svg.text(LEFT + (column + 0.5) * CELL, HEAD - 8, "small", "middle", columns.get(column));
    }
    for (int row = 0; row < rows.size(); row++) {
      draw(svg, rows.get(row), HEAD + row * LINE, most);
    }
    return svg.raw("</svg>").toString();
  }

  private void draw(Svg svg, Row row, double top, double most) {
    svg.text(LEFT - 8, top + 13, "small", "end", row.label());
    for (int column = 0; column < row.shares().size(); column++) {
      double share = row.shares().get(column);
      double shade = most > 0 ? share / most : 0;
      double left = LEFT + column * CELL;
      svg.rectangle(left, top, CELL - 2, LINE - 2, color(shade), "");
      String percent = Svg.number(100 * share);
      if (!percent.equals("0")) {
        svg.text(left + CELL / 2 - 1, top + 13, shade > DARK ? "small light" : "small", "middle", percent + "%");
      }
    }
  }

  private static String color(double shade) {
    var color = new StringBuilder("#");
    for (int full : DARKEST) {
      color.append("%02x".formatted(Math.round(255 - shade * (255 - full))));
    }
    return color.toString();
  }
}
