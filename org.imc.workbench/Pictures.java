import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * Draw what the product shows of itself from SVG, as the repository holds no pictures: the icon of
 * its windows into the bundle, the splash and the icon for macOS for whoever makes the product.
 *
 * <p>Run by the build as {@code java Pictures.java <icon.svg> <splash.svg> <target folder>}, with
 * jsvg on the class path.
 */
public final class Pictures {

  /** Widths of the windows' icon that plugin.xml names, in pixels: a desktop shows the one that fits. */
  private static final List<Integer> WINDOW_ICONS = List.of(16, 32, 48, 64, 128);

  /** Widths of the icon, in pixels, by the name of their kind in a file of icons of macOS. */
  private static final Map<String, Integer> MAC_ICONS = new TreeMap<>(Map.of("ic07", 128, "ic08", 256, "ic09", 512));

  private static final int ENTRY_HEADER_BYTES = 8; // four letters and a length, which counts them

  private Pictures() { }

  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException(
          "Expected <icon.svg>, <splash.svg> and <target folder>, but got %d arguments.".formatted(args.length));
    }
    SVGDocument icon = read(Path.of(args[0]));
    SVGDocument splash = read(Path.of(args[1]));
    Path target = Path.of(args[2]);
    Path icons = Files.createDirectories(target.resolve("classes/icons")); // becomes a part of the jar
    for (int width : WINDOW_ICONS) {
      Files.write(icons.resolve("imc%d.png".formatted(width)), png(icon, width));
    }
    Files.write(target.resolve("imc.icns"), macIcons(icon));
    Files.write(target.resolve("splash.png"), png(splash, Math.round(splash.size().width)));
  }

  private static SVGDocument read(Path svg) throws IOException {
    SVGDocument drawing = new SVGLoader().load(svg.toUri().toURL());
    if (drawing == null) {
      throw new IOException("'%s' is no SVG drawing.".formatted(svg));
    }
    return drawing;
  }

  private static byte[] macIcons(SVGDocument icon) throws IOException {
    var entries = new ByteArrayOutputStream();
    var out = new DataOutputStream(entries);
    for (var kind : MAC_ICONS.entrySet()) {
      byte[] png = png(icon, kind.getValue());
      out.writeBytes(kind.getKey());
      out.writeInt(ENTRY_HEADER_BYTES + png.length);
      out.write(png);
    }
    var file = new ByteArrayOutputStream();
    var header = new DataOutputStream(file);
    header.writeBytes("icns");
    header.writeInt(ENTRY_HEADER_BYTES + entries.size());
    entries.writeTo(file);
    return file.toByteArray();
  }

  private static byte[] png(SVGDocument drawing, int width) throws IOException {
    int height = Math.round(width * drawing.size().height / drawing.size().width);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    drawing.render(null, graphics, new ViewBox(width, height));
    graphics.dispose();
    var png = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", png);
    return png.toByteArray();
  }
}
