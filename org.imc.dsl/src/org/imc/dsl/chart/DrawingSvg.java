package org.imc.dsl.chart;

import org.imc.dsl.chart.Drawing.Box;
import org.imc.dsl.chart.Drawing.Paint;
import org.imc.dsl.chart.Drawing.Path;
import org.imc.dsl.chart.Drawing.Rgb;
import org.imc.dsl.chart.Drawing.Theme;
import org.imc.dsl.chart.Drawing.Words;

/** Write a drawing as SVG. */
final class DrawingSvg {

  private DrawingSvg() { }

  static String of(Drawing drawing) {
    var svg = new Svg();
    svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$s %2$s\" width=\"%1$s\" height=\"%2$s\" role=\"img\">"
        .formatted(Svg.number(drawing.width()), Svg.number(drawing.height())));
    svg.raw("<title>%s</title>".formatted(Svg.escaped(drawing.title())));
    svg.raw("<style>text { font-family: Helvetica, Arial, \"Liberation Sans\", sans-serif; }</style>");
    svg.raw("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
    for (Drawing.Shape shape : drawing.shapes()) {
      svg.raw(switch (shape) {
        case Box box -> box(box);
        case Path path -> path(path);
        case Words words -> words(words);
      });
    }
    return svg.raw("</svg>").toString();
  }

  private static String box(Box box) {
    return "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\">%s</rect>".formatted(
        Svg.number(box.x()), Svg.number(box.y()), Svg.number(box.width()), Svg.number(box.height()), colour(box.fill()),
        colour(box.line()), box.tip().isEmpty() ? "" : "<title>%s</title>".formatted(Svg.escaped(box.tip())));
  }

  private static String path(Path path) {
    var points = new StringBuilder();
    for (int i = 0; i + 1 < path.points().size(); i += 2) {
      points.append(i == 0 ? "" : " ").append(Svg.number(path.points().get(i))).append(',')
          .append(Svg.number(path.points().get(i + 1)));
    }
    return "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>".formatted(
        points, colour(path.colour()), Svg.number(path.width()));
  }

  private static String words(Words words) {
    String anchor = switch (words.anchor()) {
      case START -> "start";
      case MIDDLE -> "middle";
      case END -> "end";
    };
    return "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s text-anchor=\"%s\" fill=\"%s\" xml:space=\"preserve\">%s</text>"
        .formatted(Svg.number(words.x()), Svg.number(words.y()), Svg.number(words.size()),
            words.bold() ? " font-weight=\"bold\"" : "", anchor, colour(words.colour()), Svg.escaped(words.text()));
  }

  private static String colour(Paint paint) {
    return switch (paint) {
      case Rgb rgb -> "#%06x".formatted(rgb.value());
      case Theme theme -> switch (theme) {
        case TEXT -> "#222222";
        case FAINT -> "#666666";
        case LINE -> "#999999";
        case GROUND -> "#ffffff";
        case SELECTION -> "#0b57d0";
      };
    };
  }
}
