package org.imc.dsl.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A picture of boxes, lines and words, for a screen or a file. Lengths are in px.
 *
 * @param title what it shows
 * @param width of all of it
 * @param height of all of it
 * @param shapes later ones lie over earlier ones
 */
public record Drawing(String title, double width, double height, List<Shape> shapes) {

  /** Something drawn. */
  public sealed interface Shape permits Box, Path, Words { }

  /** A colour: one of the theme's, or one that means something and is the same in all themes. */
  public sealed interface Paint permits Theme, Rgb { }

  /** The colours that a theme gives; a file has the light ones. */
  public enum Theme implements Paint {
    TEXT, FAINT, LINE, GROUND, SELECTION
  }

  /** A colour of its own, such as 0x1965B0. */
  public record Rgb(int value) implements Paint { }

  /**
   * A rectangle.
   *
   * @param x left edge
   * @param y top edge
   * @param width of it
   * @param height of it
   * @param fill what is inside
   * @param line its edge
   * @param tip what is said when the pointer rests on it; may be empty
   * @param link what it stands for, for those who click on it
   */
  public record Box(double x, double y, double width, double height, Paint fill, Paint line, String tip,
      Optional<String> link) implements Shape {

    /** Return whether a point is inside. */
    public boolean contains(double px, double py) {
      return x <= px && px <= x + width && y <= py && py <= y + height;
    }
  }

  /**
   * A line through points.
   *
   * @param points x and y in turn
   * @param colour of the line
   * @param width of the line
   */
  public record Path(List<Double> points, Paint colour, double width) implements Shape {

    public Path {
      points = List.copyOf(points);
    }
  }

  /**
   * Words in one line.
   *
   * @param x of the anchor
   * @param y of the base line
   * @param text what is written
   * @param size of the letters
   * @param bold whether they are
   * @param anchor which part of the text is at x
   * @param colour of the letters
   */
  public record Words(double x, double y, String text, double size, boolean bold, Anchor anchor, Paint colour)
      implements Shape { }

  /** Which part of a text is at its place. */
  public enum Anchor {
    START, MIDDLE, END
  }

  public Drawing {
    shapes = List.copyOf(shapes);
  }

  /** Return about how wide words are in the usual sans-serif fonts. */
  public static double width(String text, double size) {
    return 0.58 * size * text.codePointCount(0, text.length());
  }

  /** Return black or white, whichever is read more easily on a colour. */
  public static Paint on(Rgb ground) {
    double light = 0.299 * (ground.value >> 16 & 0xFF) + 0.587 * (ground.value >> 8 & 0xFF) + 0.114 * (ground.value & 0xFF);
    return new Rgb(light > 140 ? 0x1A1A1A : 0xFFFFFF);
  }

  /** Return the topmost box with a link at a point. */
  public Optional<Box> linkAt(double x, double y) {
    return boxes(x, y).filter(box -> box.link().isPresent()).reduce((one, other) -> other);
  }

  /** Return what is said about a point; nothing where nothing is. */
  public Optional<String> tipAt(double x, double y) {
    return boxes(x, y).map(Box::tip).filter(tip -> !tip.isEmpty()).reduce((one, other) -> other);
  }

  private Stream<Box> boxes(double x, double y) {
    return shapes.stream().filter(Box.class::isInstance).map(Box.class::cast).filter(box -> box.contains(x, y));
  }

  /** Return the drawing as an SVG document, in the colours of the light theme. */
  public String svg() {
    return DrawingSvg.of(this);
  }
}
