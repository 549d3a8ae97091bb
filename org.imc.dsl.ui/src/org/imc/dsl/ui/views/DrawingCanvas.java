package org.imc.dsl.ui.views;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.imc.dsl.chart.Drawing;
import org.imc.dsl.chart.Drawing.Box;
import org.jspecify.annotations.Nullable;

/** Shows a drawing, as large as there is room but not larger than is pleasant, and tells what is clicked on. */
public final class DrawingCanvas extends Canvas {

  private static final double MOST_SCALE = 1.4;
  private static final double LEAST_SCALE = 0.8; // below, small letters cannot be read; there are scroll bars

  private @Nullable Drawing drawing;
  private Optional<String> selected = Optional.empty();
  private Consumer<String> listener = link -> { };

  /** Show nothing yet, with scroll bars for what there is no room for. */
  public static DrawingCanvas in(Composite parent) {
    var scrolled = new ScrolledComposite(parent, SWT.H_SCROLL | SWT.V_SCROLL);
    var canvas = new DrawingCanvas(scrolled);
    scrolled.setContent(canvas);
    scrolled.setExpandHorizontal(true);
    scrolled.setExpandVertical(true);
    return canvas;
  }

  private DrawingCanvas(ScrolledComposite parent) {
    super(parent, SWT.DOUBLE_BUFFERED);
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.Resize, event -> redraw());
    addListener(SWT.MouseDown, this::click);
    addListener(SWT.MouseMove, this::hover);
  }

  /** Call somebody with the link of what is clicked on. */
  public void onClick(Consumer<String> called) {
    listener = called;
  }

  /** Show a drawing, or nothing. */
  public void show(@Nullable Drawing shown) {
    drawing = shown;
    ((ScrolledComposite) getParent()).setMinSize(shown == null ? 0 : (int) Math.ceil(shown.width() * LEAST_SCALE),
        shown == null ? 0 : (int) Math.ceil(shown.height() * LEAST_SCALE));
    redraw();
  }

  /** Return what is shown. */
  public Optional<Drawing> drawing() {
    return Optional.ofNullable(drawing);
  }

  /** Return the drawing as text and as a picture; nothing without one. */
  public List<Export> exports() {
    return drawing().map(shown -> List.of(Export.text("Drawing", "svg", shown::svg), Export.picture("Drawing", this)))
        .orElse(List.of());
  }

  /** Point out what has a link. */
  public void select(Optional<String> link) {
    selected = link;
    redraw();
  }

  /** Return where on the control the middle of what has a link is painted. */
  public Optional<Point> middle(String link) {
    return Optional.ofNullable(drawing).flatMap(shown -> shown.shapes().stream()
        .filter(shape -> shape instanceof Box box && box.link().equals(Optional.of(link)))
        .map(Box.class::cast).findFirst()
        .map(box -> new Point((int) (left() + (box.x() + box.width() / 2) * scale()),
            (int) (top() + (box.y() + box.height() / 2) * scale()))));
  }

  private double scale() {
    if (drawing == null) {
      return 1;
    }
    Rectangle room = getClientArea();
    return Math.clamp(Math.min(room.width / drawing.width(), room.height / drawing.height()), LEAST_SCALE, MOST_SCALE);
  }

  private double left() {
    return drawing == null ? 0 : Math.max(0, (getClientArea().width - drawing.width() * scale()) / 2);
  }

  private double top() {
    return drawing == null ? 0 : Math.max(0, (getClientArea().height - drawing.height() * scale()) / 2);
  }

  private void paint(GC gc) {
    ThemeColours colours = ThemeColours.in(getParent());
    gc.setBackground(colours.ground());
    gc.fillRectangle(getClientArea());
    if (drawing != null) {
      var transform = new Transform(getDisplay());
      transform.translate((float) left(), (float) top());
      transform.scale((float) scale(), (float) scale());
      gc.setTransform(transform);
      new DrawingPainter(gc, getDisplay(), colours).paint(drawing, selected);
      gc.setTransform(null);
      transform.dispose();
    }
  }

  private void click(Event event) {
    if (drawing != null) {
      drawing.linkAt((event.x - left()) / scale(), (event.y - top()) / scale())
          .flatMap(Box::link).ifPresent(listener);
    }
  }

  private void hover(Event event) {
    if (drawing != null) {
      double x = (event.x - left()) / scale();
      double y = (event.y - top()) / scale();
      String tip = drawing.tipAt(x, y).orElse(null);
      if (!Objects.equals(tip, getToolTipText())) {
        setToolTipText(tip);
      }
      setCursor(drawing.linkAt(x, y).isPresent() ? getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
    }
  }
}
