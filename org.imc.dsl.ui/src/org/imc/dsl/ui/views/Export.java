package org.imc.dsl.ui.views;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * A way to write what a view shows into a file.
 *
 * @param label what is written, for people
 * @param extension of the file, without a dot
 * @param writer writes it
 */
public record Export(String label, String extension, Writer writer) {

  /** Writes a file. */
  public interface Writer {

    /** Write, or say why not. */
    void write(Path file) throws IOException;
  }

  /** Return an export of text in UTF-8. */
  public static Export text(String label, String extension, Supplier<String> text) {
    return new Export(label, extension, file -> Files.writeString(file, text.get(), StandardCharsets.UTF_8));
  }

  /** Return an export of a control as it is painted. */
  public static Export picture(String label, Control control) {
    return new Export(label, "png", file -> {
      Point size = control.getSize();
      savePng(file, Math.max(1, size.x), Math.max(1, size.y), control.getDisplay(), gc -> control.print(gc));
    });
  }

  /** Paints a picture. */
  interface Painter {

    void paint(GC gc);
  }

  /** Write a picture of some size. */
  static void savePng(Path file, int width, int height, Display display, Painter painter) throws IOException {
    var image = new Image(display, width, height);
    try {
      var gc = new GC(image);
      try {
        painter.paint(gc);
      } finally {
        gc.dispose();
      }
      var loader = new ImageLoader();
      loader.data = new ImageData[] {image.getImageData()};
      try (var out = Files.newOutputStream(file)) {
        loader.save(out, SWT.IMAGE_PNG);
      }
    } finally {
      image.dispose();
    }
  }
}
