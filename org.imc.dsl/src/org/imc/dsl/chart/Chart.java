package org.imc.dsl.chart;

/** A chart that is drawn as SVG, in light or dark colours as the reader prefers. Lengths are in px. */
public sealed interface Chart permits ScatterChart, StackedBars, HeatMap {

  /** The style of all charts, for a page that shows {@link #element()}s. */
  String STYLE = """
      text { font-family: Helvetica, Arial, "Liberation Sans", sans-serif; fill: #222222; }
      .title { font-size: 16px; font-weight: bold; }
      .axis { font-size: 14px; }
      .tick, .legend, .small { font-size: 12px; }
      .heading { font-size: 12px; font-weight: bold; }
      .label { font-size: 10px; fill: #333333; }
      .own { font-size: 10px; font-weight: bold; fill: #000000; }
      .ground { fill: #ffffff; }
      .heat { fill: #08306b; }
      .light { fill: #ffffff; }
      .strong { stroke: #000000; }
      .grid { stroke: #dddddd; stroke-width: 1; }
      .fine { stroke: #f1f1f1; stroke-width: 1; }
      .frame { fill: none; stroke: #888888; stroke-width: 1; }
      .roof { stroke-width: 2; stroke-dasharray: 7 4; }
      @media (prefers-color-scheme: dark) {
        text, .label, .own { fill: #e6e6e6; }
        .ground { fill: #16181c; }
        .heat { fill: #9ecae1; }
        .light { fill: #16181c; }
        .filled { stroke: #e6e6e6; }
        .hollow { fill: #16181c; }
        .hollow.circle { stroke: #6baed6; }
        .hollow.diamond { stroke: #fd8d3c; }
        .hollow.triangle { stroke: #bbbbbb; }
        .strong.filled, .strong.hollow { stroke: #ffffff; }
        .grid { stroke: #3a3f46; }
        .fine { stroke: #262a30; }
      }
      """;

  /** Return what it shows. */
  String title();

  /** Return how wide it is. */
  double width();

  /** Return how high it is. */
  double height();

  /** Draw everything but the ground. */
  void draw(Svg svg);

  /** Return an SVG document. */
  default String svg() {
    return text("<style>\n" + STYLE + "</style>\n");
  }

  /** Return an element for a page that has the {@link #STYLE}. */
  default String element() {
    return text("");
  }

  private String text(String style) {
    var svg = new Svg();
    svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$s %2$s\" width=\"%1$s\" height=\"%2$s\" role=\"img\">"
        .formatted(Svg.number(width()), Svg.number(height())));
    svg.raw("<title>%s</title>".formatted(Svg.escaped(title())) + (style.isEmpty() ? "" : "\n" + style.strip()));
    svg.raw("<rect class=\"ground\" width=\"100%\" height=\"100%\"/>");
    draw(svg);
    return svg.raw("</svg>").toString();
  }
}
