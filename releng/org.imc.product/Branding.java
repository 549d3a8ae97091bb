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
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * Make the products under a folder {@code <os>/<ws>/<arch>} ready to start: start script, splash
 * picture, icon, licence.
 *
 * <p>Run by the build as {@code java Branding.java <products> <root of the repository>}, with jsvg
 * on the class path. Pictures are drawn from SVG: the repository holds none.
 */
public final class Branding {

  /** Sizes of the icon, in pixels, by the name of their kind in a file of icons of macOS. */
  private static final Map<String, Integer> ICON_KINDS = new TreeMap<>(Map.of("ic07", 128, "ic08", 256, "ic09", 512));

  private static final int ENTRY_HEADER_BYTES = 8; // four letters and a length, which counts them

  private final Path start;
  private final Path licence;
  private final Path splash;
  private final Path icon;

  private Branding(Path root) {
    Path here = root.resolve("releng/org.imc.product");
    start = here.resolve("start");
    splash = here.resolve("splash.svg");
    licence = root.resolve("LICENSE");
    icon = root.resolve("org.imc.dsl.ui/icons/imc.svg");
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "Expected two folders, <products> and <root>, but got %d arguments.".formatted(args.length));
    }
    var branding = new Branding(Path.of(args[1]));
    for (Path os : folders(Path.of(args[0]))) {
      for (Path ws : folders(os)) {
        for (Path arch : folders(ws)) {
          branding.finish(os.getFileName().toString(), folders(arch).getFirst());
        }
      }
    }
  }

  private static List<Path> folders(Path parent) throws IOException {
    try (var entries = Files.list(parent)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private void finish(String os, Path product) throws IOException {
    switch (os) {
      case "linux" -> {
        copyStart(product.resolve("imc-workbench"));
        drawSplash(product);
      }
      case "win32" -> {
        copy(start.resolve("imc-workbench.cmd"), product.resolve("imc-workbench.cmd"));
        drawSplash(product);
      }
      case "macosx" -> {
        Path contents = product.resolve("Contents");
        copy(start.resolve("Info.plist"), contents.resolve("Info.plist"));
        copyStart(contents.resolve("MacOS/imc-workbench"));
        drawIcons(contents.resolve("Resources/imc.icns"));
      }
      default -> throw new IllegalArgumentException("No start script for the operating system '%s'.".formatted(os));
    }
    copy(licence, os.equals("macosx") ? product.resolve("Contents/LICENSE") : product.resolve("LICENSE"));
  }

  private void copyStart(Path to) throws IOException {
    copy(start.resolve("imc-workbench"), to);
    to.toFile().setExecutable(true, false);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private void drawSplash(Path product) throws IOException {
    Files.write(product.resolve("splash.png"), png(splash, 1));
  }

  private void drawIcons(Path file) throws IOException {
    var entries = new ByteArrayOutputStream();
    var out = new DataOutputStream(entries);
    for (var kind : ICON_KINDS.entrySet()) {
      byte[] png = png(icon, kind.getValue() / 16); // the drawing is 16 pixels wide
      out.writeBytes(kind.getKey());
      out.writeInt(ENTRY_HEADER_BYTES + png.length);
      out.write(png);
    }
    Files.createDirectories(file.getParent());
    try (var icons = new DataOutputStream(Files.newOutputStream(file))) {
      icons.writeBytes("icns");
      icons.writeInt(ENTRY_HEADER_BYTES + entries.size());
      entries.writeTo(icons);
    }
  }

  private static byte[] png(Path svg, int scale) throws IOException {
    SVGDocument drawing = new SVGLoader().load(svg.toUri().toURL());
    if (drawing == null) {
      throw new IOException("'%s' is no SVG drawing.".formatted(svg));
    }
    int width = Math.round(drawing.size().width) * scale;
    int height = Math.round(drawing.size().height) * scale;
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
