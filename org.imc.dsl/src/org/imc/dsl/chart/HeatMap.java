package org.imc.dsl.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A table in shades: the more, the darker, on a dark ground the lighter.
 *
 * @param title what it shows
 * @param columns what each column is
 * @param rows from the top
 * @param least what the faintest shade stands for
 * @param most what the strongest shade stands for
 */
public record HeatMap(String title, List<String> columns, List<Row> rows, String least, String most) implements Chart {

  private static final double HEAD = 62;
  private static final double LINE = 22;
  private static final double FOOT = 44;
  private static final double LETTERS = 12;
  private static final double LEAST_CELL = 76;
  private static final int LONGEST = 24;
  private static final double GAP = 12;
  private static final double STEP = 18;
  private static final int STEPS = 5;

  /** The faintest shade can be told from the ground. */
  private static final double FAINTEST = 0.07;

  /** Words on shades stronger than this have the colour of the ground. */
  private static final double STRONG = 0.55;

  /**
   * A cell.
   *
   * @param shade from 0 to 1
   * @param words what stands in it
   */
  public record Cell(double shade, String words) { }

  /**
   * One row.
   *
   * @param label what it stands for
   * @param cells one for each column
   */
  public record Row(String label, List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  public HeatMap {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  @Override
  public double width() {
    double title = Svg.width(title(), 16) + 2 * GAP;
    return Math.max(left() + Math.max(columns.size() * cell(), legend()), title) + GAP;
  }

  @Override
  public double height() {
    return HEAD + rows.size() * LINE + FOOT;
  }

  private double legend() {
    return Svg.width(least, LETTERS) + GAP + STEPS * STEP + Svg.width(most, LETTERS);
  }

  private double left() {
    return GAP + rows.stream().mapToDouble(row -> Svg.width(Svg.shortened(row.label(), LONGEST), LETTERS)).max().orElse(0);
  }

  private double cell() {
    return columns.stream().mapToDouble(column -> Svg.width(Svg.shortened(column, LONGEST), LETTERS) + GAP)
        .reduce(LEAST_CELL, Math::max);
  }

  @Override
  public void draw(Svg svg) {
    svg.text(GAP, 24, "title", "start", title);
    for (int column = 0; column < columns.size(); column++) {
      svg.text(left() + (column + 0.5) * cell(), HEAD - 8, "small", "middle", Svg.shortened(columns.get(column), LONGEST));
    }
    for (int row = 0; row < rows.size(); row++) {
      draw(svg, rows.get(row), HEAD + row * LINE);
    }
    double foot = HEAD + rows.size() * LINE + 14;
    double after = left();
    svg.text(after, foot + 12, "small", "start", least);
    after += Svg.width(least, LETTERS) + GAP / 2;
    for (int step = 0; step < STEPS; step++) {
      shade(svg, after + step * STEP, foot, STEP, 16, step / (STEPS - 1.0));
    }
    svg.text(after + STEPS * STEP + GAP / 2, foot + 12, "small", "start", most);
  }

  private void draw(Svg svg, Row row, double top) {
    svg.text(left() - 8, top + 15, "small", "end", Svg.shortened(row.label(), LONGEST));
    for (int column = 0; column < row.cells().size(); column++) {
      Cell cell = row.cells().get(column);
      double begin = left() + column * cell();
      shade(svg, begin, top, cell() - 2, LINE - 2, cell.shade());
      svg.text(begin + cell() / 2 - 1, top + 15, cell.shade() > STRONG ? "small light" : "small", "middle", cell.words());
    }
  }

  private static void shade(Svg svg, double left, double top, double width, double height, double shade) {
    svg.raw("<rect class=\"heat\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill-opacity=\"%s\"/>".formatted(Svg.number(left),
        Svg.number(top), Svg.number(width), Svg.number(height),
        BigDecimal.valueOf(FAINTEST + (1 - FAINTEST) * shade).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString()));
  }
}
