package org.imc.dsl.ide.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imc.dsl.report.DesignAxis;
import org.imc.dsl.report.DesignRange;
import org.imc.dsl.report.Explored;

/**
 * Ranges that designs must lie in to be shown, at most one for each axis.
 *
 * @param ranges in the order in which they were made
 */
public record Brush(List<DesignRange> ranges) {

  /** Keeps everything. */
  public static final Brush NONE = new Brush(List.of());

  public Brush {
    ranges = List.copyOf(ranges);
  }

  /** Return whether a design lies in all ranges. */
  public boolean keeps(Explored.Priced design) {
    return ranges.stream().allMatch(range -> range.keeps(design));
  }

  /** Return the range on an axis. */
  public Optional<DesignRange> of(DesignAxis axis) {
    return ranges.stream().filter(axis::isOf).findFirst();
  }

  /** Return these ranges with another one on an axis. */
  public Brush with(DesignAxis axis, DesignRange range) {
    var next = new ArrayList<>(without(axis).ranges);
    next.add(range);
    return new Brush(next);
  }

  /** Return these ranges without that on an axis. */
  public Brush without(DesignAxis axis) {
    return new Brush(ranges.stream().filter(range -> !axis.isOf(range)).toList());
  }
}
