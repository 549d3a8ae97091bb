package org.imc.dsl.ui.exploration;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.imc.dsl.ide.exploration.Brush;
import org.imc.dsl.report.DesignAxis;
import org.imc.dsl.report.DesignAxis.Span;

/**
 * Brush ranges on the axes of the parallel plot. With the mouse: drag along an axis, click it to keep all. With the keyboard:
 * left and right choose an axis, up and down move its range, with Shift its upper end, Delete keeps all.
 */
final class Brushing {

  /** A shorter drag is a click, px. */
  private static final int CLICK = 4;

  private static final double SLACK = 1e-9;

  private final AxisPainter painter;
  private final Consumer<Brush> listener;
  private Brush brush = Brush.NONE;
  private OptionalInt dragged = OptionalInt.empty();
  private OptionalInt current = OptionalInt.empty();
  private int begin;

  Brushing(ParallelChart chart, Consumer<Brush> listener) {
    painter = chart.axes();
    this.listener = listener;
    Control plot = chart.chart().getPlotArea().getControl();
    plot.addListener(SWT.MouseDown, this::press);
    plot.addListener(SWT.MouseMove, this::drag);
    plot.addListener(SWT.MouseUp, this::release);
    plot.addListener(SWT.KeyDown, this::key);
    plot.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT
        && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
    plot.addListener(SWT.FocusOut, event -> painter.mark(OptionalInt.empty()));
  }

  /** Begin from other ranges. */
  void set(Brush ranges) {
    brush = ranges;
  }

  private void change(Brush next) {
    brush = next;
    listener.accept(next);
  }

  private void press(Event event) {
    if (event.button == 1) {
      ((Control) event.widget).forceFocus();
      dragged = painter.axisAt(event.x);
      begin = event.y;
    }
  }

  private void drag(Event event) {
    if (dragged.isPresent() && Math.abs(event.y - begin) >= CLICK) {
      keep(dragged.getAsInt(), painter.share(Math.max(begin, event.y)), painter.share(Math.min(begin, event.y)));
    }
  }

  private void release(Event event) {
    if (dragged.isPresent() && Math.abs(event.y - begin) < CLICK) {
      change(brush.without(painter.axes().get(dragged.getAsInt())));
    }
    dragged = OptionalInt.empty();
  }

  private void keep(int axis, double from, double to) {
    DesignAxis on = painter.axes().get(axis);
    change(brush.with(on, on.range(from, to)));
  }

  private void key(Event event) {
    int count = painter.axes().size();
    if (count == 0) {
      return;
    }
    int axis = Math.min(current.orElse(0), count - 1);
    switch (event.keyCode) {
      case SWT.ARROW_LEFT, SWT.ARROW_RIGHT -> axis = current.isEmpty() ? 0
          : Math.floorMod(axis + (event.keyCode == SWT.ARROW_RIGHT ? 1 : -1), count);
      case SWT.ARROW_UP -> move(axis, 1, (event.stateMask & SWT.SHIFT) != 0);
      case SWT.ARROW_DOWN -> move(axis, -1, (event.stateMask & SWT.SHIFT) != 0);
      case SWT.DEL, SWT.BS -> change(brush.without(painter.axes().get(axis)));
      default -> {
        return;
      }
    }
    current = OptionalInt.of(axis);
    painter.mark(current);
  }

  /** Move the range on an axis, or its upper end, by steps; where there is none, keep the lowest or the highest place. */
  private void move(int axis, int steps, boolean end) {
    DesignAxis on = painter.axes().get(axis);
    Span span = brush.of(on).map(on::span).orElse(null);
    if (span == null) {
      keep(axis, steps > 0 ? 0 : 1, steps > 0 ? 0 : 1);
      return;
    }
    double from = end ? span.from() : span.from() + steps * on.step();
    double to = span.to() + steps * on.step();
    if (from > -SLACK && to < 1 + SLACK && to > from - SLACK) {
      keep(axis, Math.max(0, from), Math.min(1, to));
    }
  }
}
