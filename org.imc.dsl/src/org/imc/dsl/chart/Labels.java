package org.imc.dsl.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Find places for labels beside their marks, where they cover neither marks nor labels nor the frame. */
final class Labels {

  /** Height of a line of a label, px. */
  static final double HEIGHT = 10;

  /** A letter of the widest usual sans-serif font at 10 px is no wider on average, px. */
  private static final double LETTER = 5.7;

  private static final double GAP = 2;

  /**
   * A rectangle, px.
   *
   * @param left edge
   * @param top edge
   * @param right edge
   * @param bottom edge
   */
  record Box(double left, double top, double right, double bottom) {

    static Box around(double x, double y, double radius) {
      return new Box(x - radius, y - radius, x + radius, y + radius);
    }

    boolean covers(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean holds(Box other) {
      return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
    }
  }

  private final Box frame;
  private final List<Box> taken;

  /** Place labels in a frame, clear of what is taken. */
  Labels(Box frame, List<Box> taken) {
    this.frame = frame;
    this.taken = new ArrayList<>(taken);
  }

  /** Return where a label goes beside a mark and keep the place, or nothing when there is no room. */
  Optional<Box> place(Box mark, String label) {
    double width = LETTER * label.codePointCount(0, label.length());
    double middle = (mark.top + mark.bottom) / 2;
    double center = (mark.left + mark.right) / 2;
    double right = mark.right + GAP;
    double left = mark.left - GAP - width;
    double above = mark.top - 1 - HEIGHT;
    double below = mark.bottom + 1;
    List<Box> places = List.of(box(right, middle - HEIGHT / 2, width), box(left, middle - HEIGHT / 2, width),
        box(center - width / 2, above, width), box(center - width / 2, below, width), box(right - GAP, above, width),
        box(right - GAP, below, width), box(left + GAP, above, width), box(left + GAP, below, width));
    Optional<Box> free = places.stream()
        .filter(frame::holds)
        .filter(place -> taken.stream().noneMatch(place::covers))
        .findFirst();
    free.ifPresent(taken::add);
    return free;
  }

  private static Box box(double left, double top, double width) {
    return new Box(left, top, left + width, top + HEIGHT);
  }
}
